import type { Calendar } from '../calendar/calendar.ts';
import { startClock } from '../calendar/clock.ts';
import { epochOf } from '../calendar/working-time.ts';
import type { TimeLimit } from '../calendar/time-limit.ts';
import type { Instant, JsonObject } from '../json.ts';
import type { LadderFile, Rung } from '../release/definitions.ts';

/** A rung with its number and the instant it acts. */
export interface DueRung {
  readonly index: number;
  readonly rung: Rung;
  readonly dueAt: Instant;
}

/**
 * The rungs of a ladder with the instants they act, if nothing is done before.
 *
 * @param ladder the pinned ladder
 * @param overdueAt when the user task's limit ran out
 * @returns the rungs in order; it ends early where a limit is unknown (which `validate` refuses)
 */
export function dueRungs(
  ladder: LadderFile,
  overdueAt: Instant,
  limits: ReadonlyMap<string, TimeLimit>,
  calendars: ReadonlyMap<string, Calendar>,
): readonly DueRung[] {
  const rungs: DueRung[] = [];
  let dueAt = overdueAt;
  for (const [index, rung] of ladder.rungs.entries()) {
    const limit = rung.after === undefined ? undefined : limits.get(rung.after);
    const clock = limit && startClock(limit, calendars, dueAt);
    if (rung.after !== undefined && !clock) break;
    dueAt = clock?.dueAt ?? dueAt;
    rungs.push({ index, rung, dueAt });
  }
  return rungs;
}

/**
 * Whether a rung whose time has come is due later by the calendars that count now: they were taken over into its ladder while
 * it waited. Then it acts when it is due.
 *
 * @param waitedUntil when the rung was to act, as it was counted before
 */
export function isDueLater(due: DueRung | undefined, waitedUntil: Instant): boolean {
  return due !== undefined && epochOf(due.dueAt) > epochOf(waitedUntil);
}

/** A rung as the variable `rung` of the ladder's process. */
export function rungVariable(due: DueRung): JsonObject {
  const { index, rung, dueAt } = due;
  return { index, title: rung.title, dueAt, to: rung.to ?? null, told: rung.told, notice: rung.notice };
}
