import { carryOut } from '../../application/carry-out.ts';
import { giveUserTask } from '../../application/unheld-work/give-user-task.ts';
import { listUnheld } from '../../application/unheld-work/list-unheld.ts';
import * as contract from '../contract/unheld-work.ts';
import { type Door, route } from '../route.ts';
import { userTaskAddress } from '../user-task-address.ts';

/** 无人办理: work at positions that nobody holds, and giving it to somebody. */
export function unheldWorkRoutes(door: Door): void {
  const { context } = door;
  route(door, contract.listUnheldWork, ({ actor, query }) => listUnheld(context, actor, query));
  route(door, contract.giveUnheldWork, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, async (tx, asker) => ({
      next: await giveUserTask(context, tx, asker, userTaskAddress(params.userTask), body),
    })),
  );
}
