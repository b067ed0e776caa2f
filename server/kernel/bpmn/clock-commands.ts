import type { Calendar } from '../calendar/calendar.ts';
import type { Amount, ClockStage } from '../calendar/time-limit.ts';
import type { Actor } from './commands.ts';

interface OnUserTask {
  /** Id of the element instance. */
  readonly task: number;
  readonly scope: number;
  readonly by: Actor;
}

/** Which clock of a user task is meant; absent: that of its handling, or its only one. */
interface OnClock extends OnUserTask {
  readonly stage?: ClockStage;
}

/** What can be asked of the clocks of an instance's time limits. Who may ask is decided before. */
export type ClockCommand =
  /** It stands still from now on (挂起). */
  | (OnClock & {
      readonly type: 'pause-clock';
      readonly reason: string;
      /** Local date (`YYYY-MM-DD`) on which somebody looks at it again. */
      readonly reviewOn?: string;
    })
  | (OnClock & { readonly type: 'resume-clock' })
  /** It stands still on, and somebody looks at it again on another local date (复核日). */
  | (OnClock & { readonly type: 'move-clock-review'; readonly reviewOn: string; readonly because: string })
  /** More time (延期); the limit says how often and how much. */
  | (OnClock & Amount & { readonly type: 'extend-clock'; readonly reason: string })
  /** What is left of every clock of the instance is counted by these calendars from now on, and so is what begins later. */
  | {
      readonly type: 'rebase-clocks';
      readonly calendars: readonly Calendar[];
      readonly because: string;
      readonly by: Actor;
    }
  /** Whoever has it says so (签收): the clock for that stops. */
  | (OnUserTask & { readonly type: 'sign-for-user-task' })
  /** The first answer has gone out (首次响应): the clock for that stops. */
  | (OnUserTask & { readonly type: 'record-first-response' });

const known: { readonly [type in ClockCommand['type']]: true } = {
  'pause-clock': true,
  'resume-clock': true,
  'move-clock-review': true,
  'extend-clock': true,
  'rebase-clocks': true,
  'sign-for-user-task': true,
  'record-first-response': true,
};

/** Whether a command is about clocks. */
export function isClockCommand(type: string): type is ClockCommand['type'] {
  return Object.hasOwn(known, type);
}
