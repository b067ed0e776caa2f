import { parseDay } from './civil-day.ts';
import type { Instant } from './json.ts';

/** Mainland China has one time zone and no summer time since 1992, so local time is a fixed offset from UTC. */
const offsetMinutes = 480;
const offset = '+08:00';

/** Local wall-clock time of an instant, as `2026-09-10T09:00:00` without a zone. */
export function localDateTime(at: Instant): string {
  return new Date(Date.parse(at) + offsetMinutes * 60_000).toISOString().slice(0, 19);
}

/** Local date of an instant, `2026-09-10`. */
export function localDate(at: Instant): string {
  return localDateTime(at).slice(0, 10);
}

/** The instant of a local date and time (`2026-09-10 09:00` or with `T`). @throws Error when the text is none */
export function instantOfLocal(text: string): Instant {
  const at = instantOfText(text);
  if (at === null) throw new Error(`"${text}" is not a local date and time`);
  return at;
}

/**
 * The instant of an ISO 8601 text: with a zone exactly that one, without a zone local time, a date alone its local
 * midnight. Read here and not by `Date.parse`, which takes the machine's zone and lets 30 February be 2 March.
 *
 * @returns null when the text is no existing date and time
 */
export function instantOfText(text: string): Instant | null {
  const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/.exec(text.trim());
  const [, date = '', time = '00:00', seconds = ':00', zone = offset] = parts ?? [];
  const at = parseDay(date) === null ? Number.NaN : Date.parse(`${date}T${time}${seconds}${zone}`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
