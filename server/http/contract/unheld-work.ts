import { Type } from 'typebox';
import { operation } from './operation.ts';
import { WithinArea } from './parameters.ts';
import { UserTaskRow } from './user-tasks.ts';
import {
  AreaCode,
  AreaRef,
  DefinitionId,
  described,
  Instant,
  LocalDate,
  Page,
  PositionView,
  UserTaskId,
} from './values.ts';

export const listUnheldWork = operation({
  id: 'listUnheldWork',
  method: 'GET',
  path: '/api/unheld-user-tasks',
  group: 'organization',
  access: 'signed-in',
  summary: 'Open user tasks at positions that nobody holds (无人办理), the most urgent first',
  query: Type.Object({ area: WithinArea, ...Page }, { additionalProperties: false }),
  refuses: ['area-unknown', 'not-permitted'],
  answer: Type.Object({
    asOf: Instant,
    area: AreaRef,
    total: Type.Integer(),
    userTasks: Type.Array(
      Type.Object({
        ...UserTaskRow.properties,
        /** The position the step asked for; the work may have gone further up since. */
        asked: PositionView,
        /** Since when nobody holds the position; null: nobody ever did. */
        leftOn: Type.Union([LocalDate, Type.Null()]),
        mayGive: Type.Boolean(),
      }),
    ),
  }),
});

export const giveUnheldWork = operation({
  id: 'giveUnheldWork',
  method: 'POST',
  path: '/api/unheld-user-tasks/:userTask/position',
  group: 'organization',
  access: 'signed-in',
  idempotent: true,
  summary: 'Gives a user task that nobody has to a position that somebody holds',
  params: Type.Object({ userTask: UserTaskId }),
  body: Type.Object(
    {
      post: described(DefinitionId, 'Id of the post that gets it.'),
      area: described(AreaCode, 'Code of the area of that post.'),
    },
    { additionalProperties: false },
  ),
  refuses: [
    'area-unknown',
    'instance-suspended',
    'not-permitted',
    'position-unheld',
    'post-unknown',
    'user-task-held',
    'user-task-stale',
    'user-task-unknown',
  ],
  answer: Type.Object({ next: PositionView }),
});
