import { calendarVersion } from '../../kernel/calendar/calendar-version.ts';
import { keptCalendar } from '../../kernel/calendar/own-calendars.ts';
import type { Calendar } from '../../kernel/calendar/calendar.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';

/**
 * Calendars of a release that count otherwise in another one, as they are there, by id. One that the other does not have
 * stays as it is.
 *
 * @param kept keys of calendars that clocks of a migrated instance count on by, whatever its release says (`keptKeys`)
 */
export function changedCalendars(
  { calendars }: Pick<CompiledRelease, 'calendars'>,
  other: Pick<CompiledRelease, 'calendars'>,
  kept: readonly string[] = [],
): ReadonlyMap<string, Calendar> {
  const changed = new Map<string, Calendar>();
  for (const [id, calendar] of calendars) {
    const now = other.calendars.get(id);
    if (now !== undefined && calendarVersion(now) !== calendarVersion(calendar)) changed.set(id, now);
  }
  for (const { id, version } of kept.map(keptCalendar)) {
    const now = other.calendars.get(id);
    if (now !== undefined && calendarVersion(now) !== version) changed.set(id, now);
  }
  return changed;
}
