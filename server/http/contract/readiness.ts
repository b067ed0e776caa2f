import { Type } from 'typebox';
import { operation } from './operation.ts';
import { AreaOfAddress, ReasonText } from './parameters.ts';
import { AreaRef, described, Instant, LocalDate, PersonRef } from './values.ts';

const said = { at: Instant, by: PersonRef, note: Type.String() };
const Said = Type.Object(said);
const Reason = ReasonText(5, 200);

/** What has to be in order before an area goes live. */
export const readinessItemIds = [
  'release',
  'areas',
  'posts-own',
  'posts-below',
  'people-posts',
  'passwords',
  'signed-in',
  'administrators',
  'approvers',
  'calendar',
  'calendar-next',
  'limits',
  'notices',
  'draft',
  'demo',
  'database',
  'backup',
] as const;

const Readiness = Type.Object({
  asOf: Instant,
  area: AreaRef,
  lines: Type.Array(
    Type.Object({
      id: Type.Enum([...readinessItemIds]),
      blocking: Type.Boolean(),
      markable: Type.Boolean(),
      done: Type.Boolean(),
      count: Type.Integer(),
      of: Type.Integer(),
      word: Type.Optional(Type.String()),
      mark: Type.Union([Said, Type.Null()]),
    }),
  ),
  done: Type.Integer(),
  blocking: Type.Integer(),
  live: Type.Union([Type.Object({ ...said, from: LocalDate }), Type.Null()]),
  earlier: Type.Array(Type.Object({ ...said, from: LocalDate, undone: Type.Union([Said, Type.Null()]) })),
});

const params = Type.Object({ area: AreaOfAddress });

export const readChecklist = operation({
  id: 'readChecklist',
  method: 'GET',
  path: '/api/areas/:area/readiness',
  group: 'organization',
  access: 'signed-in',
  summary: 'The checklist before an area goes live',
  params,
  refuses: ['area-unknown', 'not-permitted'],
  answer: Readiness,
});

export const goLive = operation({
  id: 'goLive',
  method: 'POST',
  path: '/api/areas/:area/go-live',
  group: 'organization',
  access: 'signed-in',
  idempotent: true,
  summary: 'Records that an area works with the program for real, from a date; no blocking item may be open',
  params,
  body: Type.Object(
    { from: Type.Optional(described(LocalDate, 'The first day of real work; absent: today.')), note: Reason },
    { additionalProperties: false },
  ),
  refuses: ['already-live', 'area-unknown', 'go-live-date', 'not-permitted', 'readiness-open'],
  answer: Readiness,
});

export const undoGoLive = operation({
  id: 'undoGoLive',
  method: 'POST',
  path: '/api/areas/:area/go-live/undo',
  group: 'organization',
  access: 'signed-in',
  idempotent: true,
  summary: 'Takes back that an area is live, with a reason',
  params,
  body: Type.Object({ reason: Reason }, { additionalProperties: false }),
  refuses: ['area-unknown', 'not-live', 'not-permitted'],
  answer: Readiness,
});

export const markReadiness = operation({
  id: 'markReadiness',
  method: 'PUT',
  path: '/api/areas/:area/readiness/:item',
  group: 'organization',
  access: 'signed-in',
  summary: 'Says that an item is in order which the program cannot see; null takes it back',
  params: Type.Object({
    area: AreaOfAddress,
    item: described(Type.Enum([...readinessItemIds]), 'Which line of the checklist, as `readChecklist` answers it.'),
  }),
  body: Type.Object(
    {
      note: described(
        Type.Union([Reason, Type.Null()]),
        'By what it is known, 5 to 200 characters; null: not in order.',
      ),
    },
    { additionalProperties: false },
  ),
  refuses: ['area-unknown', 'not-permitted', 'readiness-not-markable'],
  answer: Readiness,
});
