import { Type } from 'typebox';
import { operation } from './operation.ts';
import { ClockRequestId, ReasonText } from './parameters.ts';
import {
  ClockStage,
  described,
  Instant,
  LightView,
  LocalDate,
  PersonRef,
  PositionView,
  TimeUnit,
  UserTaskId,
  Uuid,
} from './values.ts';
import { onClockChange } from './refused-together.ts';

const Amount = Type.Object({ amount: Type.Number({ exclusiveMinimum: 0 }), unit: TimeUnit });
const Reason = ReasonText(5, 500);

/** What somebody asked of a clock (延期, 挂起) and how it was decided. */
export const ClockRequestView = Type.Object({
  id: Uuid,
  userTask: UserTaskId,
  /** Name of its step. */
  step: Type.String(),
  kind: Type.Enum(['extension', 'pause']),
  stage: ClockStage,
  /** Of an extension: which one it is, and how much. */
  nth: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
  more: Type.Union([Amount, Type.Null()]),
  /** How much of it was granted, where that is known. */
  granted: Type.Union([Amount, Type.Null()]),
  /** Of a pause: 复核日. */
  reviewOn: Type.Union([LocalDate, Type.Null()]),
  reason: Type.String(),
  state: Type.Enum(['open', 'granted', 'refused', 'withdrawn']),
  decides: PositionView,
  askedBy: PersonRef,
  askedAt: Instant,
  decidedBy: Type.Union([PersonRef, Type.Null()]),
  decidedAt: Type.Union([Instant, Type.Null()]),
  /** Why it was refused. */
  answer: Type.Union([Type.String(), Type.Null()]),
  may: Type.Object({ decide: Type.Boolean(), withdraw: Type.Boolean() }),
});

/** One clock of a user task with all that may be asked of it, said before it is asked. */
export const ClockView = Type.Object({
  stage: ClockStage,
  /** Title of the limit. */
  title: Type.String(),
  light: LightView,
  /** How often it was extended. */
  extended: Type.Integer({ minimum: 0 }),
  paused: Type.Union([
    Type.Null(),
    Type.Object({ since: Instant, reason: Type.String(), reviewOn: Type.Union([LocalDate, Type.Null()]) }),
  ]),
  /** The next extension: who decides about it and how much it may be. Null: there is none. */
  extension: Type.Union([
    Type.Null(),
    Type.Object({ nth: Type.Integer({ minimum: 1 }), most: Amount, decides: Type.Union([PositionView, Type.Null()]) }),
  ]),
  pause: Type.Union([
    Type.Null(),
    Type.Object({
      longestDays: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
      decides: Type.Union([PositionView, Type.Null()]),
    }),
  ]),
  /** What the caller may do: `ask` goes to whoever decides, `grant` takes effect at once. */
  may: Type.Object({
    extend: Type.Union([Type.Enum(['ask', 'grant']), Type.Null()]),
    pause: Type.Union([Type.Enum(['ask', 'grant']), Type.Null()]),
    /** Name another review date of the pause that lasts. */
    review: Type.Boolean(),
    resume: Type.Boolean(),
  }),
});

const params = Type.Object({ userTask: UserTaskId });
const Stage = Type.Optional(
  described(ClockStage, 'Which clock of the user task is meant; absent: that of handling it (办理), else the first.'),
);

export const signForUserTask = operation({
  id: 'signForUserTask',
  method: 'POST',
  path: '/api/user-tasks/:userTask/sign-for',
  group: 'clocks',
  access: 'signed-in',
  idempotent: true,
  summary: '签收: whoever has the user task says that they have received it; its clock for that stops',
  params,
  refuses: ['clock-stale', 'instance-suspended', 'nothing-to-sign', 'user-task-stale', 'user-task-unknown'],
  answer: Type.Object({ done: Type.Literal(true) }),
});

export const recordFirstResponse = operation({
  id: 'recordFirstResponse',
  method: 'POST',
  path: '/api/user-tasks/:userTask/first-response',
  group: 'clocks',
  access: 'signed-in',
  idempotent: true,
  summary: '首次响应: whoever has the user task says that the person concerned was answered a first time',
  params,
  refuses: ['clock-stale', 'instance-suspended', 'nothing-to-sign', 'user-task-stale', 'user-task-unknown'],
  answer: Type.Object({ done: Type.Literal(true) }),
});

const MoreTime = Type.Number({ exclusiveMinimum: 0, maximum: 10_000 });
const ReviewDay = described(
  LocalDate,
  'The day on which somebody looks again whether it must still stand still (复核日).',
);

/** Whether it took effect at once, or who decides about it. */
const Outcome = Type.Object({ granted: Type.Boolean(), decides: PositionView });

export const askExtension = operation({
  id: 'askExtension',
  method: 'POST',
  path: '/api/user-tasks/:userTask/extensions',
  group: 'clocks',
  access: 'signed-in',
  idempotent: true,
  summary:
    '延期: asks for more time, in the unit of the limit’s next extension; granted at once when the caller decides',
  params,
  body: Type.Object(
    {
      stage: Stage,
      amount: described(MoreTime, 'How much more, in the unit that `readUserTask` answers under `extension.most`.'),
      reason: Reason,
    },
    { additionalProperties: false },
  ),
  refuses: [
    ...onClockChange,
    'clock-asked-already',
    'extension-not-allowed',
    'extension-too-long',
    'extension-used-up',
    'nobody-decides',
    'not-yours-to-decide',
    'user-task-unknown',
  ],
  answer: Outcome,
});

export const askPause = operation({
  id: 'askPause',
  method: 'POST',
  path: '/api/user-tasks/:userTask/pauses',
  group: 'clocks',
  access: 'signed-in',
  idempotent: true,
  summary:
    '挂起: asks that the clock stand still, until it is looked at again on a day; at once when the caller decides',
  params,
  body: Type.Object({ stage: Stage, reason: Reason, reviewOn: ReviewDay }, { additionalProperties: false }),
  refuses: [
    ...onClockChange,
    'clock-asked-already',
    'clock-overdue',
    'nobody-decides',
    'not-yours-to-decide',
    'pause-not-allowed',
    'paused-already',
    'review-date-past',
    'review-date-wrong',
    'user-task-unknown',
  ],
  answer: Outcome,
});

export const resumeClock = operation({
  id: 'resumeClock',
  method: 'POST',
  path: '/api/user-tasks/:userTask/resume',
  group: 'clocks',
  access: 'signed-in',
  idempotent: true,
  summary: '恢复计时: lets a clock go on that stands still',
  params,
  body: Type.Object({ stage: Stage }, { additionalProperties: false }),
  refuses: [...onClockChange, 'not-paused', 'not-yours-to-decide', 'user-task-unknown'],
  answer: Type.Object({ done: Type.Literal(true) }),
});

export const moveReviewDate = operation({
  id: 'moveReviewDate',
  method: 'POST',
  path: '/api/user-tasks/:userTask/review-date',
  group: 'clocks',
  access: 'signed-in',
  idempotent: true,
  summary: '改复核日: a clock that stands still goes on standing still, and is looked at again on another day',
  params,
  body: Type.Object({ stage: Stage, reviewOn: ReviewDay, reason: Reason }, { additionalProperties: false }),
  refuses: [
    ...onClockChange,
    'not-paused',
    'not-yours-to-decide',
    'review-date-past',
    'review-date-wrong',
    'user-task-unknown',
  ],
  answer: Type.Object({ done: Type.Literal(true) }),
});

const requestParams = Type.Object({ request: ClockRequestId });

export const grantClockRequest = operation({
  id: 'grantClockRequest',
  method: 'POST',
  path: '/api/clock-requests/:request/grant',
  group: 'clocks',
  access: 'signed-in',
  idempotent: true,
  summary:
    'Grants an extension or a pause that somebody asked for, of an extension less if wanted; the clock changes in the same commit',
  params: requestParams,
  body: Type.Object(
    {
      amount: Type.Optional(
        described(MoreTime, 'Of an extension: how much is granted, in its unit; absent: what was asked.'),
      ),
    },
    { additionalProperties: false },
  ),
  refuses: [
    ...onClockChange,
    'clock-moved-meanwhile',
    'clock-overdue',
    'clock-request-decided',
    'clock-request-unknown',
    'extension-more-than-asked',
    'extension-not-allowed',
    'own-question',
    'pause-not-allowed',
    'paused-already',
    'review-date-past',
    'review-date-wrong',
  ],
  answer: Type.Object({ done: Type.Literal(true) }),
});

export const refuseClockRequest = operation({
  id: 'refuseClockRequest',
  method: 'POST',
  path: '/api/clock-requests/:request/refuse',
  group: 'clocks',
  access: 'signed-in',
  idempotent: true,
  summary: 'Refuses an extension or a pause, with a reason that whoever asked is told',
  params: requestParams,
  body: Type.Object({ reason: Reason }, { additionalProperties: false }),
  refuses: ['clock-request-decided', 'clock-request-unknown', 'own-question', 'user-task-stale'],
  answer: Type.Object({ done: Type.Literal(true) }),
});

export const withdrawClockRequest = operation({
  id: 'withdrawClockRequest',
  method: 'POST',
  path: '/api/clock-requests/:request/withdraw',
  group: 'clocks',
  access: 'signed-in',
  idempotent: true,
  summary: 'Takes back what one has asked for oneself, while nobody has decided',
  params: requestParams,
  refuses: ['clock-request-decided', 'clock-request-unknown'],
  answer: Type.Object({ done: Type.Literal(true) }),
});
