import type { Calendar } from '../../kernel/calendar/calendar.ts';
import type { Json } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { canonicalJson } from '../../packs/canonical-json.ts';

/**
 * Calendars of a release that are otherwise in another one, by id: with other hours, or other days. One that the other
 * does not have stays as it is.
 */
export function changedCalendars(
  { calendars }: Pick<CompiledRelease, 'calendars'>,
  other: Pick<CompiledRelease, 'calendars'>,
): ReadonlyMap<string, Calendar> {
  const changed = new Map<string, Calendar>();
  for (const [id, calendar] of calendars) {
    const now = other.calendars.get(id);
    if (now !== undefined && now !== calendar && contentOf(now) !== contentOf(calendar)) changed.set(id, now);
  }
  return changed;
}

const contents = new WeakMap<Calendar, string>();

/** What a calendar counts by, as text; its title counts nothing. Kept, because pages compare the same ones again and again. */
function contentOf(calendar: Calendar): string {
  const known = contents.get(calendar);
  if (known !== undefined) return known;
  const { title: _, ...counting } = calendar;
  const content = canonicalJson(counting as unknown as Json);
  contents.set(calendar, content);
  return content;
}
