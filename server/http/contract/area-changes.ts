import { Type } from 'typebox';
import { operation } from './operation.ts';
import { AreaOfAddress, CaseId } from './parameters.ts';
import {
  AreaCode,
  AreaRef,
  DefinitionId,
  described,
  Instant,
  LocalDate,
  PersonRef,
  PositionView,
  Uuid,
} from './values.ts';

/** What stands at one post of an area now. */
const StandingPost = Type.Object({
  area: AreaRef,
  post: DefinitionId,
  postTitle: Type.String(),
  openUserTasks: Type.Integer(),
  late: Type.Integer(),
  holders: Type.Array(Type.Object({ person: PersonRef, kind: Type.Enum(['formal', 'cover']) })),
  /** Who does its work while nobody holds it; null: nobody else would. */
  fallback: Type.Union([Type.String(), Type.Null()]),
});

export const readStanding = operation({
  id: 'readStanding',
  method: 'GET',
  path: '/api/areas/:area/standing',
  group: 'organization',
  access: 'signed-in',
  summary: 'What is open at an area and who holds posts there: what a change of it would move',
  params: Type.Object({ area: AreaOfAddress }),
  query: Type.Object(
    {
      with: Type.Optional(
        Type.String({
          pattern: '^[0-9A-Za-z-]{2,32}(,[0-9A-Za-z-]{2,32}){0,199}$',
          description: 'Codes of further areas that are counted with it, with commas between them, at most 200.',
          examples: ['620502005001001,620502005001002'],
        }),
      ),
    },
    { additionalProperties: false },
  ),
  refuses: ['area-unknown', 'not-permitted'],
  answer: Type.Object({
    asOf: Instant,
    openCases: Type.Integer(),
    lateCases: Type.Integer(),
    posts: Type.Array(StandingPost),
  }),
});

const ChangeView = Type.Object({
  on: LocalDate,
  kind: Type.Enum(['split', 'merge', 'move', 'rename']),
  from: Type.Array(AreaRef),
  to: Type.Array(AreaRef),
  rule: Type.Enum(['follow', 'stay']),
  /** Whether its day has come. */
  done: Type.Boolean(),
  /** Cases that happened in an area it ended and are still open. */
  openCases: Type.Integer(),
  /** People whose posts it ended and who hold none of its new areas yet. */
  toArrange: Type.Array(Type.Object({ person: PersonRef, postTitle: Type.String(), area: AreaRef })),
});

export const listAreaChanges = operation({
  id: 'listAreaChanges',
  method: 'GET',
  path: '/api/area-changes',
  group: 'organization',
  access: 'signed-in',
  summary: 'Dated changes of the caller’s areas that are published, the latest first',
  refuses: ['not-permitted'],
  answer: Type.Object({ asOf: Instant, changes: Type.Array(ChangeView) }),
});

export const listSuccessorChoices = operation({
  id: 'listSuccessorChoices',
  method: 'GET',
  path: '/api/areas/:area/successors',
  group: 'organization',
  access: 'signed-in',
  summary: 'Open cases of an area that is or will be split, with the part each goes to',
  params: Type.Object({ area: AreaOfAddress }),
  refuses: ['area-not-split', 'area-unknown', 'not-permitted'],
  answer: Type.Object({
    asOf: Instant,
    total: Type.Integer(),
    parts: Type.Array(AreaRef),
    cases: Type.Array(
      Type.Object({
        id: Uuid,
        number: Type.String(),
        title: Type.String(),
        place: Type.String(),
        holder: Type.Union([PositionView, Type.Null()]),
        /** The part its open work goes to, by somebody's choice or by the definition. */
        goesTo: AreaRef,
        chosen: Type.Boolean(),
      }),
    ),
  }),
});

export const chooseSuccessor = operation({
  id: 'chooseSuccessor',
  method: 'POST',
  path: '/api/cases/:case/successor',
  group: 'organization',
  access: 'signed-in',
  idempotent: true,
  summary: 'Chooses to which part of a split area the open work of a case goes',
  params: Type.Object({ case: CaseId }),
  body: Type.Object(
    { area: described(AreaCode, 'Code of the part that gets it, as `listSuccessorChoices` answers it.') },
    { additionalProperties: false },
  ),
  refuses: ['area-not-split', 'area-unknown', 'case-closed', 'case-unknown', 'not-permitted'],
  answer: Type.Object({ goesTo: AreaRef, moved: Type.Integer() }),
});
