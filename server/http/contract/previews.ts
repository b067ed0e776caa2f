import { Type } from 'typebox';
import { operation } from './operation.ts';
import { CaseTypeId, FormData } from './parameters.ts';
import { AreaCode, DefinitionId, described, Instant, PositionView, UserTaskId } from './values.ts';

/** Who would get it if it were sent now. It is a look ahead: what is true then is decided when it is sent. */
export const Preview = Type.Object({
  /** User tasks that would begin. */
  next: Type.Array(
    Type.Object({
      step: Type.String(),
      position: PositionView,
      /** Vacant positions it would pass on its way. */
      insteadOf: Type.Array(PositionView),
      limit: Type.Union([Type.String(), Type.Null()]),
      dueAt: Type.Union([Instant, Type.Null()]),
    }),
  ),
  /** Who would be told (抄送). */
  told: Type.Array(PositionView),
  /** User tasks beside it that are still open. */
  others: Type.Integer(),
  closed: Type.Boolean(),
  /** It depends on what is not filled in yet, or on a system outside. */
  unclear: Type.Boolean(),
});

export const previewReport = operation({
  id: 'previewReport',
  method: 'POST',
  path: '/api/cases/preview',
  group: 'cases',
  access: 'signed-in',
  summary: 'Who would get a case if it were reported as it stands now; nothing is stored',
  body: Type.Object(
    {
      caseType: CaseTypeId,
      area: described(AreaCode, 'Code of the grid it would be reported for.'),
      channel: Type.Optional(
        described(DefinitionId, 'Id of the channel it came by; absent: the first one of its type.'),
      ),
      data: FormData,
    },
    { additionalProperties: false },
  ),
  refuses: ['area-unknown', 'case-type-unknown', 'not-permitted'],
  answer: Preview,
});

export const previewCompletion = operation({
  id: 'previewCompletion',
  method: 'POST',
  path: '/api/user-tasks/:userTask/preview',
  group: 'user-tasks',
  access: 'signed-in',
  summary: 'Who would get it next if a user task were submitted as its form stands now; nothing is stored',
  params: Type.Object({ userTask: UserTaskId }),
  body: Type.Object({ data: FormData }, { additionalProperties: false }),
  refuses: ['user-task-stale', 'user-task-unknown'],
  answer: Preview,
});
