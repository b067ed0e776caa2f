import { carryOut } from '../../application/carry-out.ts';
import { askExtension } from '../../application/clocks/ask-extension.ts';
import type { AskedOutcome } from '../../application/clocks/ask-of-clock.ts';
import { askPause } from '../../application/clocks/ask-pause.ts';
import {
  grantClockRequest,
  refuseClockRequest,
  withdrawClockRequest,
} from '../../application/clocks/decide-clock-request.ts';
import { moveReviewDate } from '../../application/clocks/move-review-date.ts';
import { resumeClock } from '../../application/clocks/resume-clock.ts';
import { recordFirstResponse, signForUserTask } from '../../application/clocks/sign-for-user-task.ts';
import { nameBook, type NameBook } from '../../application/organization/position-views.ts';
import * as contract from '../contract/clocks.ts';
import { type Door, route } from '../route.ts';
import { userTaskAddress } from '../user-task-address.ts';

const done = { done: true } as const;

/** What is done with the clocks of user tasks: 签收, 首次响应, 延期, 挂起, 恢复计时. */
export function clockRoutes(door: Door): void {
  const { context } = door;
  route(door, contract.signForUserTask, ({ actor, params, key }) =>
    carryOut(context, actor, key, async (tx, asker) => {
      await signForUserTask(context, tx, asker, userTaskAddress(params.userTask));
      return done;
    }),
  );
  route(door, contract.recordFirstResponse, ({ actor, params, key }) =>
    carryOut(context, actor, key, async (tx, asker) => {
      await recordFirstResponse(context, tx, asker, userTaskAddress(params.userTask));
      return done;
    }),
  );
  route(door, contract.askExtension, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, async (tx, asker) => {
      const asked = await askExtension(context, tx, asker, userTaskAddress(params.userTask), body);
      return named(await nameBook(context, tx, null, [asked.decides.area]), asked);
    }),
  );
  route(door, contract.askPause, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, async (tx, asker) => {
      const asked = await askPause(context, tx, asker, userTaskAddress(params.userTask), body);
      return named(await nameBook(context, tx, null, [asked.decides.area]), asked);
    }),
  );
  route(door, contract.resumeClock, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, async (tx, asker) => {
      await resumeClock(context, tx, asker, userTaskAddress(params.userTask), body.stage);
      return done;
    }),
  );
  route(door, contract.moveReviewDate, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, async (tx, asker) => {
      await moveReviewDate(context, tx, asker, userTaskAddress(params.userTask), body);
      return done;
    }),
  );
  decisionRoutes(door);
}

function named(names: NameBook, { granted, decides }: AskedOutcome) {
  return { granted, decides: names.position(decides) };
}

function decisionRoutes(door: Door): void {
  const { context } = door;
  route(door, contract.grantClockRequest, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, async (tx, asker) => {
      await grantClockRequest(context, tx, asker, params.request, body.amount);
      return done;
    }),
  );
  route(door, contract.refuseClockRequest, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, async (tx, asker) => {
      await refuseClockRequest(context, tx, asker, params.request, body.reason);
      return done;
    }),
  );
  route(door, contract.withdrawClockRequest, ({ actor, params, key }) =>
    carryOut(context, actor, key, async (tx, asker) => {
      await withdrawClockRequest(context, tx, asker, params.request);
      return done;
    }),
  );
}
