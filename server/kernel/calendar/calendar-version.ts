import type { Calendar } from './calendar.ts';

const versions = new WeakMap<Calendar, string>();

/**
 * The version of a calendar: a short hash of what counts in arithmetic – offset, opening hours, holidays, make-up days, hours of single days – in
 * an order of its own, so that neither a title nor the order of a stored JSON makes another version. A provisional year
 * that is published as it was computed stays what it was.
 *
 * 53 bits (cyrb53, public domain, by bryc): it tells the versions of one calendar apart, it protects nothing.
 */
export function calendarVersion(calendar: Calendar): string {
  const known = versions.get(calendar);
  if (known !== undefined) return known;
  const version = hashOf(JSON.stringify(meaningOf(calendar)));
  versions.set(calendar, version);
  return version;
}

function meaningOf({ utcOffset, week, years }: Calendar): unknown {
  const days = (of: 'holidays' | 'makeUpDays'): readonly string[] =>
    Object.values(years)
      .flatMap((year) => Object.keys(year[of]))
      .toSorted();
  const hours = Object.values(years)
    .flatMap((year) => Object.entries(year.hours ?? {}))
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const open = [1, 2, 3, 4, 5, 6, 7].map((day) => week[day] ?? []);
  return [utcOffset, open, days('holidays'), days('makeUpDays'), ...(hours.length === 0 ? [] : [hours])];
}

function hashOf(text: string): string {
  let [one, two] = [0xde_ad_be_ef, 0x41_c6_ce_57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2_654_435_761);
    two = Math.imul(two ^ code, 1_597_334_677);
  }
  one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(two ^ (two >>> 13), 3_266_489_909);
  two = Math.imul(two ^ (two >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & two) + (one >>> 0)).toString(36).padStart(11, '0');
}
