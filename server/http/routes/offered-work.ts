import { carryOut } from '../../application/carry-out.ts';
import { beginOfferedWork } from '../../application/offered-work/begin-offered-work.ts';
import { listOfferedWork } from '../../application/offered-work/list-offered-work.ts';
import * as contract from '../contract/offered-work.ts';
import { type Door, route } from '../route.ts';

/** Work that somebody picks: what ad-hoc sub-processes offer. */
export function offeredWorkRoutes(door: Door): void {
  const { context } = door;
  route(door, contract.listOfferedWork, ({ actor, params }) =>
    context.database.read(async (tx) => ({ work: await listOfferedWork(context, tx, actor, params.instance) })),
  );
  route(door, contract.beginOfferedWork, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, (tx, asker) => beginOfferedWork(context, tx, asker, params.instance, body)),
  );
}
