import { beginBulkRepair } from '../../application/operations/begin-bulk-repair.ts';
import { carryOut } from '../../application/carry-out.ts';
import { findInstances, searchChoices } from '../../application/operations/find-instances.ts';
import { operatorOf } from '../../application/operations/operator.ts';
import { previewRepair } from '../../application/operations/preview-repair.ts';
import { listBulkRepairs, readBulk } from '../../application/operations/read-bulk-repair.ts';
import { readOperatedInstance } from '../../application/operations/read-instance.ts';
import { readIterations } from '../../application/operations/read-iterations.ts';
import { repairInstance } from '../../application/operations/repair-instance.ts';
import type { Repair } from '../../application/operations/repair.ts';
import { stopBulk } from '../../application/operations/stop-bulk-repair.ts';
import { listScope, requireAreasFor } from '../../application/policy/policy.ts';
import { listBeginnings } from '../../application/start-timers/list-beginnings.ts';
import * as beginnings from '../contract/beginnings.ts';
import * as bulk from '../contract/bulk-repairs.ts';
import * as contract from '../contract/instances.ts';
import * as repairs from '../contract/repairs.ts';
import { problemOfCode } from '../problems.ts';
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
  route(door, contract.readIterations, ({ actor, params, query }) =>
    database.read((tx) => readIterations(context, tx, operatorOf(actor), params.instance, query.after ?? null)),
  );
  route(door, repairs.repairInstance, ({ actor, params, body, key }) =>
    carryOut(context, actor, key, async (tx, asker) => {
      await repairInstance(context, tx, operatorOf(asker), params.instance, body.repair as Repair, body.reason);
      return { done: true } as const;
    }),
  );
  route(door, repairs.previewRepair, async ({ actor, params, body }) => {
    const repair = body.repair as Repair;
    const preview = await database.read((tx) => previewRepair(context, tx, operatorOf(actor), params.instance, repair));
    const { refused, faults } = preview;
    return { ...preview, refused: refused === null ? null : problemOfCode(refused, { count: faults.length }) };
  });
  route(door, beginnings.listBeginnings, ({ actor, query }) => {
    const { label: area } = listScope(actor, 'operations.view', query.area);
    return database.read(async (tx) => ({
      area,
      ...(await listBeginnings(context, tx, operatorOf(actor), query.area)),
    }));
  });
  bulkRoutes(door);
}

/** The same for many instances at once. */
function bulkRoutes(door: Door): void {
  const { context } = door;
  const { database } = context;
  route(door, bulk.beginBulkRepair, ({ actor, body, key }) =>
    carryOut(context, actor, key, (tx, asker) =>
      beginBulkRepair(context, tx, operatorOf(asker), body, body.repair as Repair, body.reason),
    ),
  );
  route(door, bulk.listBulkRepairs, ({ actor }) => {
    const { label: area } = listScope(actor, 'operations.view');
    return database.read(async (tx) => ({ area, ...(await listBulkRepairs(context, tx, operatorOf(actor))) }));
  });
  route(door, bulk.readBulkRepair, async ({ actor, params, query }) => {
    const read = await database.read((tx) => readBulk(context, tx, operatorOf(actor), params.bulk, query));
    return {
      ...read,
      items: read.items.map(({ code, details, ...item }) => ({
        ...item,
        problem: code === null ? null : problemOfCode(code, details ?? {}),
      })),
    };
  });
  route(door, bulk.stopBulkRepair, ({ actor, params, key }) =>
    carryOut(context, actor, key, async (tx, asker) => {
      await stopBulk(context, tx, operatorOf(asker), params.bulk);
      return { done: true } as const;
    }),
  );
}
