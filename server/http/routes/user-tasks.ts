import { carryOut, carryOutFound } from '../../application/carry-out.ts';
import { nameBook } from '../../application/organization/position-views.ts';
import { completeUserTask, findUserTask } from '../../application/user-tasks/complete-user-task.ts';
import { dialReporter } from '../../application/user-tasks/dial-reporter.ts';
import { listMyUserTasks } from '../../application/user-tasks/list-my-user-tasks.ts';
import { readUserTask } from '../../application/user-tasks/read-user-task.ts';
import { sendUserTaskUp } from '../../application/user-tasks/send-user-task-up.ts';
import type { JsonObject } from '../../kernel/json.ts';
import * as contract from '../contract/user-tasks.ts';
import { type Door, route } from '../route.ts';
import { userTaskAddress } from '../user-task-address.ts';

/** Work for people: their list, one user task, and what is done with it. */
export function userTaskRoutes(door: Door): void {
  const { context } = door;
  route(door, contract.listMyUserTasks, ({ actor }) =>
    context.database.read((tx) => listMyUserTasks(context, tx, actor)),
  );
  route(door, contract.readUserTask, ({ actor, params }) =>
    context.database.read((tx) => readUserTask(context, tx, actor, userTaskAddress(params.userTask))),
  );
  route(door, contract.completeUserTask, ({ actor, params, body, key }) =>
    carryOutFound(
      context,
      actor,
      key,
      (tx) => findUserTask(context, tx, userTaskAddress(params.userTask)),
      async (tx, asker, found) => {
        const address = userTaskAddress(params.userTask);
        const data = body.data as JsonObject;
        const { holder, ...completed } = await completeUserTask(context, tx, asker, address, data, found);
        const names = holder && (await nameBook(context, tx, null, [holder.area]));
        return { done: true as const, ...completed, next: (holder && names?.position(holder)) ?? null };
      },
    ),
  );
  route(door, contract.sendUserTaskUp, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, async (tx, asker) => {
      const to = await sendUserTaskUp(context, tx, asker, userTaskAddress(params.userTask), body.reason);
      const names = await nameBook(context, tx, null, [to.area]);
      return { next: names.position(to) };
    }),
  );
  route(door, contract.dialReporter, ({ actor, params }) =>
    carryOut(context, actor, null, async (tx, asker) => ({
      phone: await dialReporter(context, tx, asker, userTaskAddress(params.userTask)),
    })),
  );
}
