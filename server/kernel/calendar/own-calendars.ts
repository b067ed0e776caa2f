import { calendarVersion } from './calendar-version.ts';
import type { Calendar } from './calendar.ts';
import type { RunningClock } from './clock.ts';
import type { Calendars } from './limit-time.ts';

/**
 * Calendars that an instance holds itself: under its id one that all count by since it was re-based, and under id and
 * version one that clocks under way go on counting by since their instance was migrated.
 */
export type OwnCalendars = { readonly [key: string]: Calendar };

/** The calendars that whatever begins now counts by: those of the release, unless the instance was re-based onto others. */
export function calendarsNow(release: Calendars, own: OwnCalendars | undefined): Calendars {
  return own ? new Map([...release, ...Object.entries(own)]) : release;
}

/** The calendars that one clock counts by, which began before its instance was migrated perhaps. */
export function calendarsOfClock(
  release: Calendars,
  own: OwnCalendars | undefined,
  { calendar }: Pick<RunningClock, 'calendar'>,
): Calendars {
  const now = calendarsNow(release, own);
  const kept = calendar && own?.[keyOf(calendar)];
  return kept ? new Map([...now, [kept.id, kept]]) : now;
}

/**
 * What an instance holds after a migration: for each clock under way the calendar it counts by, where the new release has
 * it otherwise. What it was re-based onto before holds no more: the newer release wins.
 *
 * @param former calendars of the release it comes from
 * @param next calendars of the release it is taken over to
 */
export function keptCalendars(
  former: Calendars,
  next: Calendars,
  own: OwnCalendars | undefined,
  clocks: readonly RunningClock[],
): readonly Calendar[] {
  const kept = new Map<string, Calendar>();
  for (const clock of clocks) {
    if (clock.calendar === undefined || clock.light === 'done') continue;
    const counts = calendarsOfClock(former, own, clock).get(clock.calendar.id);
    const later = next.get(clock.calendar.id);
    if (!counts || (later && calendarVersion(later) === calendarVersion(counts))) continue;
    kept.set(keyOf({ id: counts.id, version: calendarVersion(counts) }), counts);
  }
  return [...kept.values()];
}

/** An instance's own calendars once these are what everything counts by. */
export function adopting(own: OwnCalendars | undefined, calendars: readonly Calendar[]): OwnCalendars {
  const adopted = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  // Clocks under way are re-based with it: none counts by an older one of theirs any more.
  const others = Object.entries(own ?? {}).filter(([, { id }]) => !adopted.has(id));
  return Object.fromEntries([...others, ...adopted]);
}

/** An instance's own calendars when only clocks under way count by these. */
export function keeping(calendars: readonly Calendar[]): OwnCalendars {
  return Object.fromEntries(
    calendars.map((calendar) => [keyOf({ id: calendar.id, version: calendarVersion(calendar) }), calendar]),
  );
}

/**
 * Calendars that only clocks under way count by, since their instance was migrated: under which key each is held, in order.
 */
export function keptKeys(own: OwnCalendars | null | undefined): readonly string[] {
  return Object.keys(own ?? {})
    .filter((key) => key.includes('@'))
    .toSorted();
}

/** The id and the version that are in such a key. */
export function keptCalendar(key: string): { readonly id: string; readonly version: string } {
  const at = key.indexOf('@');
  return { id: key.slice(0, at), version: key.slice(at + 1) };
}

/** No id has an `@`. */
function keyOf({ id, version }: { readonly id: string; readonly version: string }): string {
  return `${id}@${version}`;
}
