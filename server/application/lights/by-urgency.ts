import { calendarOf, isWorking } from '../../kernel/calendar/limit-time.ts';
import { workingTimeBetween } from '../../kernel/calendar/working-time.ts';
import type { Instant } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { clocksOfRow, type StoredClock } from '../../database/stored-clock.ts';
import type { UserTaskRow } from '../../database/user-tasks.ts';
import { limitOf } from './light-view.ts';

/** Where a user task stands in somebody's work: smaller comes first, part by part. */
type Place = readonly [group: number, within: number, createdAt: number];

const [overdue, dueSoon, running, unlimited, paused] = [0, 1, 2, 3, 4];

/**
 * Orders work by real urgency: what is overdue first, the longest overdue at the top; then what is 临期, then the rest,
 * both by the share of the time that is left, counted as its limit counts it (one working day left of ten is more urgent
 * than three hours left of four); then what has no limit; last what stands still. Of several clocks the most urgent counts.
 *
 * @param rows a bounded page, as the index gives it
 * @param releaseOf whose limits and calendars count for a row
 */
export function byUrgency(
  rows: readonly UserTaskRow[],
  releaseOf: (row: UserTaskRow) => CompiledRelease,
  now: Instant,
): readonly UserTaskRow[] {
  return rows
    .map((row) => ({ row, place: placeOf(releaseOf(row), row, now) }))
    .toSorted((one, other) => compare(one.place, other.place))
    .map(({ row }) => row);
}

function compare(one: Place, other: Place): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}

function placeOf(release: CompiledRelease, row: UserTaskRow, now: Instant): Place {
  const created = Date.parse(row.createdAt);
  const clocks = clocksOfRow(row);
  if (clocks.length === 0) return [unlimited, 0, created];
  const [first] = clocks
    .map((clock): Place => [...urgencyOf(release, clock, row.createdAt, now), created])
    .toSorted(compare);
  return first ?? [unlimited, 0, created];
}

function urgencyOf(
  release: CompiledRelease,
  clock: StoredClock,
  createdAt: Instant,
  now: Instant,
): readonly [number, number] {
  if (clock.paused !== null || clock.dueAt === null) return [paused, 0];
  const due = Date.parse(clock.dueAt);
  if (due <= Date.parse(now)) return [overdue, due];
  const limit = limitOf(release, clock.limit);
  const calendar = isWorking(limit.unit) ? calendarOf(limit, release.calendars) : null;
  const timeUntilDue = (from: Instant): number =>
    calendar === null ? due - Date.parse(from) : workingTimeBetween(calendar, from, clock.dueAt ?? from);
  // A row that is older than the clocks in it does not say what was granted: it has had its time since it was made.
  const budget = clock.budget > 0 ? clock.budget : timeUntilDue(createdAt);
  const isNear = clock.yellowAt !== null && clock.yellowAt <= now;
  return [isNear ? dueSoon : running, budget > 0 ? timeUntilDue(now) / budget : 0];
}
