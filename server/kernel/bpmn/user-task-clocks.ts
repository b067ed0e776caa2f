import type { ClockLight, RunningClock } from '../calendar/clock.ts';
import type { ClockStage } from '../calendar/time-limit.ts';
import type { Instant } from '../json.ts';
import type { UserTaskState } from './process-instance.ts';

/** What lists and lights show of a user task's clocks: the most urgent one. */
export interface ShownClock {
  readonly limit: string;
  /** Null while it stands still. */
  readonly dueAt: Instant | null;
  readonly yellowAt: Instant | null;
  /** Null when what was limited has been done. */
  readonly light: ShownLight | null;
}

/** The light of a row: that of a clock that runs, or stands still for a time. */
export type ShownLight = Exclude<ClockLight, 'done'>;

type Clocks = Pick<UserTaskState, 'clock' | 'clocks'>;

/** Every clock of a user task, that of its handling first, then by what they measure. */
export function clocksOf({ clock, clocks = {} }: Clocks): readonly RunningClock[] {
  // Stored JSON does not keep the order of members.
  const others = Object.entries(clocks).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return [...(clock ? [clock] : []), ...others.map(([, other]) => other)];
}

/** The clock of a stage; of none: that of the handling. */
export function clockOf(userTask: Clocks, stage: ClockStage | undefined): RunningClock | undefined {
  return stage === undefined || stage === 'handle' ? userTask.clock : userTask.clocks?.[stage];
}

/** A user task with one of its clocks as it is now. */
export function withClock<State extends Clocks>(userTask: State, clock: RunningClock): State {
  if (clock.stage === undefined || clock.stage === 'handle') return { ...userTask, clock };
  return { ...userTask, clocks: { ...userTask.clocks, [clock.stage]: clock } };
}

/**
 * The clock that matters most now: of those that run, the one that is due first; else one that is paused; else one that
 * was met. Null without a limit.
 */
export function urgentClock(userTask: Clocks): RunningClock | null {
  const clocks = clocksOf(userTask);
  const running = clocks.filter(({ runningSince }) => runningSince !== null);
  const first = running.toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0))[0];
  return first ?? clocks.find(({ light }) => light === 'paused') ?? clocks[0] ?? null;
}

/** Whether any of its clocks has run out and told so. */
export function isOverdue(userTask: Clocks): boolean {
  return clocksOf(userTask).some(({ light }) => light === 'red');
}

/** What is shown of a user task; null without a limit. */
export function shownClock(userTask: Clocks): ShownClock | null {
  const urgent = urgentClock(userTask);
  return urgent && asShown(urgent);
}

/** What is shown of one clock: no times while it stands still. */
export function asShown({ limit, runningSince, dueAt, yellowAt, light }: RunningClock): ShownClock {
  const runs = runningSince !== null;
  return {
    limit,
    dueAt: runs ? dueAt : null,
    yellowAt: runs ? yellowAt : null,
    light: light === 'done' ? null : light,
  };
}
