import { Type } from 'typebox';
import { BothLanguages, closed, InstanceFilter, nullable, Reason } from './instances.ts';
import { operation } from './operation.ts';
import { RepairOfMany } from './repairs.ts';
import { BulkRepairId } from './parameters.ts';
import { AreaRef, described, Done, Instant, Page, PersonRef, Uuid } from './values.ts';

const Count = Type.Integer({ minimum: 0 });

export const beginBulkRepair = operation({
  id: 'beginBulkRepair',
  method: 'POST',
  path: '/api/bulk-repairs',
  group: 'operations',
  access: 'signed-in',
  idempotent: true,
  summary: 'Begins a repair of many instances: those that are named, or all that a search finds now',
  body: Type.Object(
    {
      repair: described(RepairOfMany, 'What is done to each.'),
      reason: Reason,
      instances: Type.Optional(
        Type.Array(Uuid, {
          minItems: 1,
          maxItems: 5000,
          description: 'Ids of the instances, 1 to 5000; or a `search`.',
        }),
      ),
      search: Type.Optional(
        described(Type.Object(InstanceFilter, closed), 'All that this finds now, as `listInstances`; or `instances`.'),
      ),
    },
    closed,
  ),
  refuses: ['area-unknown', 'bulk-empty', 'bulk-too-many', 'not-permitted'],
  answer: Type.Object({ id: Uuid, total: Count }),
});

const BulkView = {
  id: Uuid,
  do: Type.String(),
  reason: Type.String(),
  state: Type.Enum(['running', 'done', 'stopped']),
  total: Count,
  counts: Type.Object({ waiting: Count, done: Count, refused: Count, failed: Count, stopped: Count }),
  createdAt: Instant,
  endedAt: nullable(Instant),
  /** Null: at the terminal. */
  by: nullable(PersonRef),
  stoppedBy: nullable(PersonRef),
};

export const listBulkRepairs = operation({
  id: 'listBulkRepairs',
  method: 'GET',
  path: '/api/bulk-repairs',
  group: 'operations',
  access: 'signed-in',
  summary: 'The latest repairs of many instances within the caller’s areas, with how far each has come',
  refuses: ['area-unknown', 'not-permitted'],
  answer: Type.Object({ asOf: Instant, area: AreaRef, repairs: Type.Array(Type.Object(BulkView)) }),
});

const bulkParams = Type.Object({ bulk: BulkRepairId });

export const readBulkRepair = operation({
  id: 'readBulkRepair',
  method: 'GET',
  path: '/api/bulk-repairs/:bulk',
  group: 'operations',
  access: 'signed-in',
  summary: 'A repair of many instances with what came of each, those that were not done first',
  params: bulkParams,
  query: Type.Object(Page, closed),
  refuses: ['bulk-unknown'],
  answer: Type.Object({
    asOf: Instant,
    ...BulkView,
    items: Type.Array(
      Type.Object({
        instance: Uuid,
        number: nullable(Type.String()),
        title: nullable(Type.String()),
        state: Type.Enum(['waiting', 'done', 'refused', 'failed', 'stopped']),
        endedAt: nullable(Instant),
        /** Why it was refused or failed. */
        problem: nullable(Type.Object({ code: Type.String(), ...BothLanguages })),
      }),
    ),
    may: Type.Object({ stop: Type.Boolean() }),
  }),
});

export const stopBulkRepair = operation({
  id: 'stopBulkRepair',
  method: 'POST',
  path: '/api/bulk-repairs/:bulk/stop',
  group: 'operations',
  access: 'signed-in',
  idempotent: true,
  summary: 'Stops a repair of many instances: what was done stays, what waits is not done',
  params: bulkParams,
  refuses: ['bulk-ended', 'bulk-unknown', 'not-permitted'],
  answer: Done,
});
