import type { Calendar } from '../calendar/calendar.ts';
import type { RunningClock } from '../calendar/clock.ts';
import type { ClockStage } from '../calendar/time-limit.ts';
import type { Actor } from './commands.ts';
import type { ShownClock } from './user-task-clocks.ts';

/** A clock as it is after the event; what it measures stands in it. */
interface OfClock {
  readonly id: number;
  readonly scope: number;
  readonly clock: RunningClock;
  /** What is shown of the user task then, where it has other clocks besides. */
  readonly shown?: ShownClock;
}

interface Moved extends OfClock {
  readonly element: string;
}

/** What has happened to the clock of a user task. */
export type ClockEvent =
  | (OfClock & { readonly type: 'clock-started' })
  /** Its instance was held and goes on: it stood still meanwhile. */
  | (Moved & { readonly type: 'clock-shifted' })
  | (Moved & { readonly type: 'clock-paused'; readonly by: Actor })
  | (Moved & { readonly type: 'clock-resumed'; readonly by: Actor })
  /** It stands still on; the day on which somebody looks at it again is another one. */
  | (Moved & { readonly type: 'clock-review-moved'; readonly because: string; readonly by: Actor })
  /** `calmed`: the user task was overdue and is no more. */
  | (Moved & { readonly type: 'clock-extended'; readonly calmed?: true; readonly by: Actor })
  | (Moved & { readonly type: 'clock-rebased'; readonly because: string; readonly by: Actor })
  /** What it measures was done: signed for, answered; `calmed`: too late, and nothing of the user task is late any more. */
  | (Moved & { readonly type: 'clock-stopped'; readonly calmed?: true; readonly by: Actor })
  | {
      readonly type: 'light-changed';
      readonly id: number;
      readonly scope: number;
      readonly element: string;
      readonly light: 'yellow' | 'red';
      /** Which clock's; absent: that of the handling. */
      readonly stage?: ClockStage;
      readonly shown?: ShownClock;
    };

/** An instance counts by other calendars than those of its release from now on. */
export interface CalendarsAdopted {
  readonly type: 'calendars-adopted';
  readonly calendars: readonly Calendar[];
  readonly because: string;
  readonly by: Actor;
}
