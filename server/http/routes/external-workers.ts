import { carryOut } from '../../application/carry-out.ts';
import { addWorker, listWorkers, removeWorker } from '../../application/external-jobs/external-workers.ts';
import { requireRootAdministrator } from '../../application/external-jobs/require-root-administrator.ts';
import * as contract from '../contract/external-workers.ts';
import { type Door, route } from '../route.ts';

/** Which systems may do jobs: for administrators of the root area. */
export function externalWorkerRoutes(door: Door): void {
  const { context } = door;
  route(door, contract.listExternalWorkers, ({ actor }) =>
    context.database.read(async (tx) => {
      await requireRootAdministrator(context, tx, actor);
      return { workers: await listWorkers(context, tx) };
    }),
  );
  // Without a key, as its answer is a secret that must not be stored: a repeated request finds the name taken.
  route(door, contract.addExternalWorker, ({ actor, body }) =>
    carryOut(context, actor, null, async (tx, asker) => {
      await requireRootAdministrator(context, tx, asker);
      return addWorker(context, tx, asker.person, body);
    }),
  );
  route(door, contract.revokeExternalWorker, ({ actor, params, key }) =>
    carryOut(context, actor, key, async (tx, asker) => {
      await requireRootAdministrator(context, tx, asker);
      await removeWorker(context, tx, asker.person, params.worker);
      return { done: true as const };
    }),
  );
}
