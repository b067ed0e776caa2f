import type { ClockStage } from '../kernel/calendar/time-limit.ts';
import type { Instant } from '../kernel/json.ts';

/** A clock of a user task as its row shows it: an index of what the instance holds, so that lists need not read instances. */
export interface StoredClock {
  readonly stage: ClockStage;
  /** Id of the time limit. */
  readonly limit: string;
  /** Milliseconds granted, extensions included: of opening time for working units. */
  readonly budget: number;
  /** Null while it stands still. */
  readonly yellowAt: Instant | null;
  readonly dueAt: Instant | null;
  /** While it stands still: since when, why, and from which local date on that is looked at again. */
  readonly paused: { readonly since: Instant; readonly reason: string; readonly reviewOn: string | null } | null;
  /** How often it was extended. */
  readonly extended: number;
}

/**
 * The clocks of a row: as they were written, or of a row older than that its one limit.
 *
 * @param clocks column `clocks`
 */
export function clocksOfRow(row: {
  readonly clocks: readonly StoredClock[] | null;
  readonly timeLimit: string | null;
  readonly yellowAt: Instant | null;
  readonly dueAt: Instant | null;
}): readonly StoredClock[] {
  const { clocks, timeLimit: limit, yellowAt, dueAt } = row;
  if (clocks !== null) return clocks;
  if (limit === null || dueAt === null) return [];
  return [{ stage: 'handle', limit, budget: 0, yellowAt, dueAt, paused: null, extended: 0 }];
}
