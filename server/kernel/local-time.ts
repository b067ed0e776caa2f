import type { Instant } from './json.ts';

/** Mainland China has one time zone and no summer time since 1992, so local time is a fixed offset from UTC. */
const offsetMinutes = 480;

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
  const at = Date.parse(`${text.trim().replace(' ', 'T')}Z`);
  if (Number.isNaN(at)) throw new Error(`"${text}" is not a local date and time`);
  return new Date(at - offsetMinutes * 60_000).toISOString();
}
