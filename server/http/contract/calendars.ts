import { Type } from 'typebox';
import { BothLanguages, Reason } from './instances.ts';
import { operation } from './operation.ts';
import { AreaOfAddress } from './parameters.ts';
import { AreaCode, AreaRef, DefinitionId, Instant, Uuid } from './values.ts';

const group = 'calendars';
const access = 'signed-in';
const params = Type.Object({ area: AreaOfAddress });
const Count = Type.Integer({ minimum: 0 });
const Manifest = Type.String({ minLength: 1, maxLength: 64 });

/** When a limit is due, and its light at the moment of the answer. */
const Due = Type.Object({ dueAt: Instant, light: Type.Enum(['green', 'yellow', 'red', 'paused']) });

const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

export const previewRebase = operation({
  id: 'previewRebase',
  method: 'GET',
  path: '/api/areas/:area/calendar-changes',
  group,
  access,
  summary: 'What counts by calendars as they were before they were changed, and which open limits would move',
  params,
  refuses: ['area-unknown', 'not-permitted'],
  answer: Type.Object({
    asOf: Instant,
    area: AreaRef,
    /** Calendars that were changed; none: nothing is behind. */
    calendars: Type.Array(Type.Object({ id: DefinitionId, title: Type.String() })),
    /** To be named again when it is carried out. */
    onto: Type.Array(Manifest),
    /** Running instances that count by the calendars as they were. */
    behind: Count,
    /** Of those, with a limit that moves now. */
    moving: Count,
    byArea: Type.Array(
      Type.Object({
        area: AreaRef,
        moving: Count,
        earlier: Count,
        later: Count,
        turnYellow: Count,
        turnRed: Count,
      }),
    ),
    /** The first 500, those due first before the others. */
    clocks: Type.Array(
      Type.Object({
        instance: Uuid,
        number: nullable(Type.String()),
        title: nullable(Type.String()),
        userTask: Type.Integer(),
        step: Type.String(),
        area: AreaCode,
        areaName: Type.String(),
        limit: Type.String(),
        before: Due,
        after: Due,
      }),
    ),
  }),
});

export const beginRebase = operation({
  id: 'beginRebase',
  method: 'POST',
  path: '/api/areas/:area/calendar-changes',
  group,
  access,
  idempotent: true,
  summary: 'Begins taking changed calendars over into running instances: all that are behind, or those that are named',
  params,
  body: Type.Object(
    {
      onto: Type.Array(Manifest, {
        minItems: 1,
        maxItems: 2000,
        description: '`onto` of the preview: refused when calendars have changed again since.',
      }),
      instances: Type.Optional(
        Type.Array(Uuid, {
          minItems: 1,
          maxItems: 5000,
          description: 'Ids of the instances that are meant, 1 to 5000; absent: all that are behind.',
        }),
      ),
      reason: Reason,
    },
    { additionalProperties: false },
  ),
  refuses: ['area-unknown', 'bulk-empty', 'calendars-changed-again', 'not-permitted'],
  answer: Type.Object({
    /** The bulk repair, which can be watched and stopped. */
    id: Uuid,
    total: Count,
    /** Instances beyond what is done at once; it is begun again for them. */
    left: Count,
  }),
});

export const listCalendarReminders = operation({
  id: 'listCalendarReminders',
  method: 'GET',
  path: '/api/calendar-reminders',
  group,
  access,
  summary: 'Calendars in force that do not know a year they should by now, for whoever administers their areas',
  answer: Type.Object({
    asOf: Instant,
    reminders: Type.Array(
      Type.Object({
        area: AreaRef,
        calendar: Type.Object({ id: DefinitionId, title: Type.String() }),
        year: Type.Integer(),
        state: Type.Enum(['missing', 'provisional']),
        ...BothLanguages,
      }),
    ),
  }),
});
