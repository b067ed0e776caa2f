import { isoDate, wallTime } from '../../../server/kernel/forms/wall-time.ts';

/** China's time, in which forms are filled in wherever the machine believes to be. */
const offset = '+08:00';

/** `2026-09-10` of a day or a moment, empty for neither. */
export function dayOf(value: string): string {
  const time = wallTime(value);
  return time === null ? '' : isoDate({ ...time, hour: null, minute: null });
}

/** `2026-09-10T09:12` of a moment as an input of that kind wants it, empty for none. */
export function minuteOf(value: string): string {
  const time = wallTime(value);
  return time === null || time.hour === null ? '' : isoDate(time).replace(' ', 'T');
}

/** `2026-09-10T09:12` as the form keeps it: with its offset, so that it means the same everywhere. */
export function momentOf(minute: string): string {
  return `${minute.slice(0, 16)}:00${offset}`;
}
