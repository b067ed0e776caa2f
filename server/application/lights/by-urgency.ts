import type { Instant } from '../../kernel/json.ts';
import { clocksOfRow, type StoredClock } from '../../database/stored-clock.ts';
import type { UserTaskRow } from '../../database/user-tasks.ts';

/** Where a user task stands in somebody's work: smaller comes first, part by part. */
type Place = readonly [group: number, within: number, createdAt: number];

const [overdue, dueSoon, running, unlimited, paused] = [0, 1, 2, 3, 4];

/**
 * Orders work by real urgency: what is overdue first, the longest overdue at the top; then what is 临期, then the rest, both
 * by when they are due; then what has no limit; last what stands still. Of several clocks the most urgent counts: who has
 * half an hour to sign for something does that before what is due in three days.
 *
 * When two limits are due says which comes first in working time, too: no calendar turns the order of two instants round.
 *
 * @param rows a bounded page, as the index gives it
 */
export function byUrgency(rows: readonly UserTaskRow[], now: Instant): readonly UserTaskRow[] {
  return rows
    .map((row) => ({ row, place: placeOf(row, now) }))
    .toSorted((one, other) => compare(one.place, other.place))
    .map(({ row }) => row);
}

function compare(one: Place, other: Place): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}

function placeOf(row: UserTaskRow, now: Instant): Place {
  const created = Date.parse(row.createdAt);
  const [first] = clocksOfRow(row)
    .map((clock): Place => [...urgencyOf(clock, now), created])
    .toSorted(compare);
  return first ?? [unlimited, 0, created];
}

function urgencyOf(clock: StoredClock, now: Instant): readonly [number, number] {
  if (clock.paused !== null || clock.dueAt === null) return [paused, 0];
  const due = Date.parse(clock.dueAt);
  if (due <= Date.parse(now)) return [overdue, due];
  return [clock.yellowAt !== null && clock.yellowAt <= now ? dueSoon : running, due];
}
