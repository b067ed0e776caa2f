import { Type } from 'typebox';
import { ClockRequestView } from './clocks.ts';
import { IterationsQuery, State } from './instances.ts';
import { operation } from './operation.ts';
import { CaseId, CaseTypeId, FormData, ReasonText, SearchText, WithinArea } from './parameters.ts';
import {
  AreaCode,
  AreaRef,
  DefinitionId,
  described,
  FreeObject,
  Instant,
  LightView,
  LocalDate,
  Page,
  PersonRef,
  PositionView,
  StageLight,
  UserTaskId,
  Uuid,
} from './values.ts';

const CategoryView = Type.Object({
  id: DefinitionId,
  title: Type.String(),
  evidencePhoto: Type.Boolean(),
  children: Type.Array(Type.Object({ id: DefinitionId, title: Type.String(), evidencePhoto: Type.Boolean() })),
});

/** A form ready to be filled for one step: rights and rules are already applied to schema and ui. */
export const FormView = Type.Object({
  id: DefinitionId,
  /** Hash of the pinned version; sent back with the submission. */
  version: Type.String(),
  title: Type.String(),
  definition: Type.Object({
    id: Type.String(),
    title: Type.String(),
    schema: FreeObject,
    ui: FreeObject,
    rules: Type.Array(Type.Unknown()),
    rights: FreeObject,
  }),
});

export const readReportForm = operation({
  id: 'readReportForm',
  method: 'GET',
  path: '/api/case-types/:caseType/report-form',
  group: 'cases',
  access: 'signed-in',
  summary: 'What is needed to report a case: the form, the categories, and the grids one may report for',
  params: Type.Object({ caseType: CaseTypeId }),
  query: Type.Object({
    area: Type.Optional(described(AreaCode, 'Code of the grid the report is for; absent: the first of one’s own.')),
  }),
  refuses: ['area-unknown', 'case-type-unknown', 'not-permitted'],
  answer: Type.Object({
    caseType: DefinitionId,
    title: Type.String(),
    form: FormView,
    categories: Type.Array(CategoryView),
    channels: Type.Array(Type.Object({ id: DefinitionId, title: Type.String() })),
    grids: Type.Array(
      Type.Object({ code: AreaCode, name: Type.String(), community: Type.String(), own: Type.Boolean() }),
    ),
  }),
});

export const reportCase = operation({
  id: 'reportCase',
  method: 'POST',
  path: '/api/cases',
  group: 'cases',
  access: 'signed-in',
  idempotent: true,
  summary: 'Reports a case: numbers it, stores the submission and starts its process',
  body: Type.Object(
    {
      caseType: CaseTypeId,
      area: described(AreaCode, 'Code of the grid where it is, one of those `readReportForm` answers.'),
      channel: Type.Optional(
        described(DefinitionId, 'Id of the channel it came by; absent: the first one of its type.'),
      ),
      form: described(
        Type.Object({
          version: Type.Optional(
            Type.String({ description: 'Hash of the form that was filled, as `readReportForm` answers it.' }),
          ),
          data: FormData,
        }),
        'The form as it was filled.',
      ),
      reportedAt: Type.Optional(
        described(Instant, 'When it was reported, for what was kept on a phone without a network; absent: now.'),
      ),
    },
    { additionalProperties: false },
  ),
  refuses: [
    'area-ended',
    'area-not-a-grid',
    'area-unknown',
    'case-type-unknown',
    'not-permitted',
    'photo-unknown',
    'submission-invalid',
  ],
  answer: Type.Object({
    id: Uuid,
    number: Type.String(),
    title: Type.String(),
    stage: Type.String(),
    next: Type.Union([PositionView, Type.Null()]),
  }),
});

export const CaseRow = Type.Object({
  id: Uuid,
  number: Type.String(),
  title: Type.String(),
  category: Type.Object({ id: DefinitionId, title: Type.String(), parent: Type.Union([Type.String(), Type.Null()]) }),
  place: Type.String(),
  area: AreaRef,
  status: Type.Enum(['open', 'closed', 'cancelled']),
  stage: Type.Object({ id: Type.String(), title: Type.String() }),
  level: Type.Union([Type.Enum(['grid', 'community', 'street']), Type.Null()]),
  holder: Type.Union([PositionView, Type.Null()]),
  light: Type.Union([LightView, Type.Null()]),
  /** A case that was ever red keeps the mark, also when closed. */
  everOverdue: Type.Boolean(),
  incident: Type.Boolean(),
  reportedAt: Instant,
  closedAt: Type.Union([Instant, Type.Null()]),
});

export const listCases = operation({
  id: 'listCases',
  method: 'GET',
  path: '/api/cases',
  group: 'cases',
  access: 'signed-in',
  summary: 'Cases in the caller’s areas, by urgency; filters and one search box over number, title, place and holder',
  query: Type.Object(
    {
      view: Type.Optional(
        described(
          Type.Enum(['open', 'red', 'yellow', 'closed', 'all']),
          'By state: `red` and `yellow` are open ones whose limit is over or near; absent: `open`.',
        ),
      ),
      q: SearchText('number, title, place or holder'),
      area: WithinArea,
      category: Type.Optional(described(DefinitionId, 'Only this category and those below it, by its id.')),
      stage: Type.Optional(described(DefinitionId, 'Only cases in this stage, by its id.')),
      post: Type.Optional(described(DefinitionId, 'Only cases that this post has, by its id.')),
      channel: Type.Optional(described(DefinitionId, 'Only cases that came by this channel, by its id.')),
      from: Type.Optional(described(LocalDate, 'Only cases reported on this day or later.')),
      to: Type.Optional(described(LocalDate, 'Only cases reported on this day or before.')),
      mine: Type.Optional(Type.Boolean({ description: 'True: only cases that a post of the caller has.' })),
      ...Page,
    },
    { additionalProperties: false },
  ),
  refuses: ['area-unknown', 'not-permitted'],
  answer: Type.Object({
    asOf: Instant,
    area: AreaRef,
    total: Type.Integer(),
    counts: Type.Object({ open: Type.Integer(), red: Type.Integer(), yellow: Type.Integer(), closed: Type.Integer() }),
    cases: Type.Array(CaseRow),
    filters: Type.Object({
      categories: Type.Array(CategoryView),
      stages: Type.Array(Type.Object({ id: Type.String(), title: Type.String() })),
      posts: Type.Array(Type.Object({ id: Type.String(), title: Type.String() })),
      channels: Type.Array(Type.Object({ id: Type.String(), title: Type.String() })),
    }),
  }),
});

/** One sentence of the story: what happened, by whom, when; `lines` holds what was filled in. */
export const StoryEntry = Type.Object({
  at: Instant,
  /** Stable kind, so that a client may draw an icon. */
  kind: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  person: Type.Union([PersonRef, Type.Null()]),
  lines: Type.Array(Type.Object({ title: Type.String(), text: Type.String() })),
  photos: Type.Array(Type.String()),
});

const RungView = Type.Object({
  title: Type.String(),
  to: Type.Union([PositionView, Type.Null()]),
  told: Type.Array(Type.String()),
  /** When it acts if the case is still not handled; null when that depends on a rung before it. */
  at: Type.Union([Instant, Type.Null()]),
  done: Type.Boolean(),
});

export const CaseView = Type.Object({
  ...CaseRow.properties,
  caseType: DefinitionId,
  description: Type.String(),
  channel: Type.String(),
  stages: Type.Array(
    Type.Object({ id: Type.String(), title: Type.String(), state: Type.Enum(['done', 'passed', 'current', 'future']) }),
  ),
  /** Who took the contact, and who owes the answer to the person who reported. */
  firstReceiver: Type.Union([PersonRef, Type.Null()]),
  feedbackDuty: Type.Union([PositionView, Type.Null()]),
  /** 第一责任人; who must push it; who must settle it: as its process says. */
  responsible: Type.Union([PositionView, Type.Null()]),
  proceduralOwner: Type.Union([PositionView, Type.Null()]),
  substantiveOwner: Type.Union([PositionView, Type.Null()]),
  /** 抄送: positions that were told, and who of them has read it (待阅/已阅). */
  informed: Type.Array(
    Type.Object({
      id: Uuid,
      at: Instant,
      title: Type.String(),
      position: PositionView,
      readBy: Type.Array(Type.Object({ person: PersonRef, at: Instant })),
      unreadByMe: Type.Boolean(),
    }),
  ),
  reporter: Type.Union([
    Type.Null(),
    Type.Object({
      name: Type.String(),
      phone: Type.Union([Type.String(), Type.Null()]),
      wantsAnswer: Type.Boolean(),
      answered: Type.Union([Type.Null(), Type.Object({ at: Instant, how: Type.String() })]),
    }),
  ]),
  report: Type.Array(Type.Object({ title: Type.String(), text: Type.String() })),
  photos: Type.Array(Type.String()),
  userTasks: Type.Array(
    Type.Object({
      id: UserTaskId,
      title: Type.String(),
      element: Type.String(),
      state: Type.Enum(['open', 'completed', 'cancelled']),
      position: PositionView,
      light: Type.Union([LightView, Type.Null()]),
      lights: Type.Array(StageLight),
      mine: Type.Boolean(),
      /** The one of its holders who is asked by name. */
      askedByName: Type.Union([PersonRef, Type.Null()]),
      createdAt: Instant,
      completedAt: Type.Union([Instant, Type.Null()]),
      completedBy: Type.Union([PersonRef, Type.Null()]),
    }),
  ),
  /** What was asked of the clocks of its user tasks, oldest first. */
  requests: Type.Array(ClockRequestView),
  story: Type.Array(StoryEntry),
  /** How many iterations of its loops it has begun in instances of their own (`readCaseIterations`). */
  iterations: Type.Integer(),
  ladder: Type.Union([Type.Null(), Type.Object({ title: Type.String(), rungs: Type.Array(RungView) })]),
  process: Type.Object({
    id: Type.String(),
    name: Type.String(),
    packVersion: Type.String(),
    instance: Uuid,
    /** There may be work that somebody picks: see `listOfferedWork`. */
    offers: Type.Boolean(),
  }),
  may: Type.Object({
    complete: Type.Union([UserTaskId, Type.Null()]),
    urge: Type.Boolean(),
    sendUp: Type.Boolean(),
    reveal: Type.Boolean(),
  }),
});

const caseParams = Type.Object({ case: CaseId });

export const readCase = operation({
  id: 'readCase',
  method: 'GET',
  path: '/api/cases/:case',
  group: 'cases',
  access: 'signed-in',
  summary: 'A case with its story, user tasks, ladder and what the caller may do',
  params: caseParams,
  refuses: ['case-unknown'],
  answer: CaseView,
});

export const readCaseIterations = operation({
  id: 'readCaseIterations',
  method: 'GET',
  path: '/api/cases/:case/iterations',
  group: 'cases',
  access: 'signed-in',
  summary: 'What happened in the iterations of a case’s wide loops, each with its story, a page at a time',
  params: caseParams,
  query: IterationsQuery,
  refuses: ['case-unknown'],
  answer: Type.Object({
    asOf: Instant,
    iterations: Type.Array(
      Type.Object({ id: Uuid, number: Type.Integer(), state: State, story: Type.Array(StoryEntry) }),
    ),
    next: Type.Union([Uuid, Type.Null()]),
  }),
});

export const readCaseDiagram = operation({
  id: 'readCaseDiagram',
  method: 'GET',
  path: '/api/cases/:case/diagram',
  group: 'cases',
  access: 'signed-in',
  summary: 'The case’s process as BPMN XML with the live tokens',
  params: caseParams,
  refuses: ['case-unknown'],
  answer: Type.Object({
    xml: Type.String(),
    /** Elements where a token is now, with the light of a user task there. */
    tokens: Type.Array(
      Type.Object({
        element: Type.String(),
        light: Type.Union([Type.Enum(['green', 'yellow', 'red', 'paused']), Type.Null()]),
        holder: Type.String(),
        incident: Type.Boolean(),
      }),
    ),
    visited: Type.Array(Type.String()),
    flows: Type.Array(Type.String()),
  }),
});

export const urgeCase = operation({
  id: 'urgeCase',
  method: 'POST',
  path: '/api/cases/:case/urge',
  group: 'cases',
  access: 'signed-in',
  idempotent: true,
  summary: 'Reminds whoever has the case; at most once an hour per case and person',
  params: caseParams,
  body: Type.Object(
    {
      words: Type.Optional(
        Type.String({ maxLength: 200, description: 'What whoever has it is told besides, at most 200 characters.' }),
      ),
    },
    { additionalProperties: false },
  ),
  refuses: ['case-closed', 'case-unknown', 'not-permitted', 'urged-already'],
  answer: Type.Object({ told: Type.Array(PersonRef) }),
});

export const revealReporter = operation({
  id: 'revealReporter',
  method: 'POST',
  path: '/api/cases/:case/reporter',
  group: 'cases',
  access: 'signed-in',
  summary: 'Shows the reporter’s name and number in full for a stated reason; every look is recorded',
  params: caseParams,
  body: Type.Object({ reason: ReasonText(5, 200) }, { additionalProperties: false }),
  refuses: ['case-unknown', 'not-permitted', 'reporter-unknown'],
  answer: Type.Object({
    name: Type.String(),
    phone: Type.Union([Type.String(), Type.Null()]),
    forSeconds: Type.Integer(),
  }),
});
