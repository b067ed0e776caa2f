import { Type } from 'typebox';
import { FormView, StoryEntry } from './cases.ts';
import { ClockRequestView, ClockView } from './clocks.ts';
import { operation } from './operation.ts';
import { FormData, ReasonText } from './parameters.ts';
import {
  AreaRef,
  DefinitionId,
  FreeObject,
  Instant,
  LightView,
  PersonRef,
  PositionView,
  StageLight,
  UserTaskId,
  Uuid,
} from './values.ts';

/** One line of somebody's work list. */
export const UserTaskRow = Type.Object({
  id: UserTaskId,
  /** Name of the step, e.g. 调查落实. */
  title: Type.String(),
  /** Of its most urgent clock. */
  light: Type.Union([LightView, Type.Null()]),
  /** Of all its clocks, when there are several. */
  lights: Type.Array(StageLight),
  subject: Type.Object({
    kind: Type.Enum(['case', 'meeting', 'action-item']),
    id: Uuid,
    number: Type.Union([Type.String(), Type.Null()]),
    title: Type.String(),
    place: Type.String(),
    category: Type.Union([Type.String(), Type.Null()]),
    area: AreaRef,
  }),
  position: PositionView,
  /** Who of the holders should do it, as a rule chose; the others still may. */
  chosen: Type.Union([PersonRef, Type.Null()]),
  createdAt: Instant,
});

/** A question about the clock of a user task, with the user task. */
const AskedOfClock = Type.Object({ request: ClockRequestView, userTask: UserTaskRow });

export const listMyUserTasks = operation({
  id: 'listMyUserTasks',
  method: 'GET',
  path: '/api/user-tasks',
  group: 'user-tasks',
  access: 'signed-in',
  summary: 'The caller’s open user tasks by urgency, and today’s meetings',
  answer: Type.Object({
    asOf: Instant,
    userTasks: Type.Array(UserTaskRow),
    /** 延期, 挂起 that wait for the caller's decision, oldest first. */
    requests: Type.Array(AskedOfClock),
    /** Pauses the caller's posts have granted and whose review date has come. */
    reviews: Type.Array(AskedOfClock),
    meetings: Type.Array(
      Type.Object({ id: Uuid, title: Type.String(), at: Instant, place: Type.String(), part: Type.String() }),
    ),
  }),
});

/** How several who decide together stand: 或签, 会签, 依次, 票签. */
const JointView = Type.Object({
  mode: Type.Enum(['any', 'all', 'sequence', 'vote']),
  /** How many have to agree. */
  needed: Type.Integer(),
  voters: Type.Array(
    Type.Object({
      position: PositionView,
      /** Who has answered; before that, who of its holders is asked by name. */
      person: Type.Union([PersonRef, Type.Null()]),
      /** `later`: asked once those before them have agreed. */
      state: Type.Enum(['approve', 'refuse', 'asked', 'later']),
      /** The one this user task asks. */
      isThis: Type.Boolean(),
    }),
  ),
});

export const readUserTask = operation({
  id: 'readUserTask',
  method: 'GET',
  path: '/api/user-tasks/:userTask',
  group: 'user-tasks',
  access: 'signed-in',
  summary: 'A user task with its form, what is known so far, and the story of its case',
  params: Type.Object({ userTask: UserTaskId }),
  refuses: ['user-task-unknown'],
  answer: Type.Object({
    ...UserTaskRow.properties,
    state: Type.Enum(['open', 'completed', 'cancelled']),
    instruction: Type.String(),
    element: DefinitionId,
    form: Type.Union([FormView, Type.Null()]),
    /** Values the form starts with: defaults, presets of the process, fields that are only shown. */
    data: FreeObject,
    /** What the reporter wrote, as lines. */
    report: Type.Array(Type.Object({ title: Type.String(), text: Type.String() })),
    photos: Type.Array(Type.String()),
    reporter: Type.Union([
      Type.Null(),
      Type.Object({
        name: Type.String(),
        phone: Type.Union([Type.String(), Type.Null()]),
        wantsAnswer: Type.Boolean(),
      }),
    ]),
    story: Type.Array(StoryEntry),
    /** Null where nobody else decides with them. */
    joint: Type.Union([JointView, Type.Null()]),
    /** There may be work that somebody picks: see `listOfferedWork`. */
    offers: Type.Boolean(),
    clocks: Type.Array(ClockView),
    requests: Type.Array(ClockRequestView),
    may: Type.Object({
      complete: Type.Boolean(),
      sendUp: Type.Union([Type.Null(), PositionView]),
      signFor: Type.Boolean(),
      firstResponse: Type.Boolean(),
    }),
  }),
});

export const completeUserTask = operation({
  id: 'completeUserTask',
  method: 'POST',
  path: '/api/user-tasks/:userTask/complete',
  group: 'user-tasks',
  access: 'signed-in',
  idempotent: true,
  summary: 'Submits the form of a user task and moves its process on',
  params: Type.Object({ userTask: UserTaskId }),
  body: Type.Object({ data: FormData }, { additionalProperties: false }),
  refuses: [
    'answer-missing',
    'answered-already',
    'instance-suspended',
    'photo-unknown',
    'submission-invalid',
    'user-task-stale',
    'user-task-unknown',
  ],
  answer: Type.Object({
    done: Type.Literal(true),
    stage: Type.Union([Type.String(), Type.Null()]),
    next: Type.Union([PositionView, Type.Null()]),
    closed: Type.Boolean(),
  }),
});

export const sendUserTaskUp = operation({
  id: 'sendUserTaskUp',
  method: 'POST',
  path: '/api/user-tasks/:userTask/send-up',
  group: 'user-tasks',
  access: 'signed-in',
  idempotent: true,
  summary: '报上级: hands a user task one level up with a reason, without waiting until it is late',
  params: Type.Object({ userTask: UserTaskId }),
  body: Type.Object({ reason: ReasonText(5, 500) }, { additionalProperties: false }),
  refuses: ['instance-suspended', 'nobody-above', 'user-task-stale', 'user-task-unknown'],
  answer: Type.Object({ next: PositionView }),
});

export const dialReporter = operation({
  id: 'dialReporter',
  method: 'POST',
  path: '/api/user-tasks/:userTask/dial',
  group: 'user-tasks',
  access: 'signed-in',
  summary:
    '拨打: the number to dial the person who reported, for whoever owes them the answer; recorded, and not shown on the page',
  params: Type.Object({ userTask: UserTaskId }),
  refuses: ['reporter-unknown', 'user-task-stale', 'user-task-unknown'],
  answer: Type.Object({ phone: Type.String() }),
});
