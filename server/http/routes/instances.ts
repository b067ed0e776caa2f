import { carryOut } from '../../application/carry-out.ts';
import { findInstances, searchChoices } from '../../application/operations/find-instances.ts';
import { operatorOf } from '../../application/operations/operator.ts';
import { readOperatedInstance } from '../../application/operations/read-instance.ts';
import { repairInstance } from '../../application/operations/repair-instance.ts';
import type { Repair } from '../../application/operations/repair.ts';
import { listScope, requireAreasFor } from '../../application/policy/policy.ts';
import * as contract from '../contract/instances.ts';
import { type Door, route } from '../route.ts';

/** Operations: finding instances, reading one whole, repairing it. */
export function instanceRoutes(door: Door): void {
  const { context } = door;
  const { database } = context;
  route(door, contract.listInstances, ({ actor, query }) => {
    const { label: area } = listScope(actor, 'operations.view', query.area);
    return database.read(async (tx) => ({ area, ...(await findInstances(context, tx, operatorOf(actor), query)) }));
  });
  route(door, contract.readInstanceChoices, async ({ actor }) => {
    requireAreasFor(actor, 'operations.view');
    return database.read((tx) => searchChoices(context, tx));
  });
  route(door, contract.readInstance, ({ actor, params }) =>
    database.read((tx) => readOperatedInstance(context, tx, operatorOf(actor), params.instance)),
  );
  route(door, contract.repairInstance, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, async (tx, asker) => {
      await repairInstance(context, tx, operatorOf(asker), params.instance, body.repair as Repair, body.reason);
      return { done: true } as const;
    }),
  );
}
