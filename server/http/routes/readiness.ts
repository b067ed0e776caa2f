import { carryOut } from '../../application/carry-out.ts';
import { goLive, markReadiness, undoGoLive } from '../../application/readiness/go-live.ts';
import { readReadiness } from '../../application/readiness/read-readiness.ts';
import * as contract from '../contract/readiness.ts';
import { type Door, route } from '../route.ts';

/** The checklist before an area goes live, and going live. */
export function readinessRoutes(door: Door): void {
  const { context } = door;
  route(door, contract.readChecklist, ({ actor, params }) => readReadiness(context, actor, params.area));
  route(door, contract.goLive, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, (tx, asker) => goLive(context, tx, asker, params.area, body)),
  );
  route(door, contract.undoGoLive, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, (tx, asker) => undoGoLive(context, tx, asker, params.area, body.reason)),
  );
  route(door, contract.markReadiness, ({ actor, params, body }) =>
    carryOut(context, actor, null, (tx, asker) => markReadiness(context, tx, asker, { ...params, note: body.note })),
  );
}
