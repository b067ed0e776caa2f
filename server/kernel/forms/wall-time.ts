/** A date or instant as people read it off the wall where it was written down. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number | null;
  readonly minute: number | null;
}

/** China keeps one time, without summer time. */
const chinaOffsetMinutes = 8 * 60;

/**
 * Reads `YYYY-MM-DD` or an ISO instant. One with an offset is read as it was written down there; one in UTC (`Z`) as
 * China's time.
 *
 * @returns null for a text that is neither
 */
export function wallTime(text: string): WallTime | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|z|[+-]\d{2}:\d{2})?)?$/.exec(
    text,
  );
  if (parts === null) return null;
  const [, year = '', month = '', day = '', hour, minute, zone] = parts;
  const written = { year: Number(year), month: Number(month), day: Number(day) };
  if (hour === undefined || minute === undefined) return { ...written, hour: null, minute: null };
  if (zone?.toUpperCase() !== 'Z') return { ...written, hour: Number(hour), minute: Number(minute) };
  const moved = new Date(
    Date.UTC(written.year, written.month - 1, written.day, Number(hour), Number(minute) + chinaOffsetMinutes),
  );
  return {
    year: moved.getUTCFullYear(),
    month: moved.getUTCMonth() + 1,
    day: moved.getUTCDate(),
    hour: moved.getUTCHours(),
    minute: moved.getUTCMinutes(),
  };
}

/** 2026年9月10日, 2026年9月10日 09:12. */
export function chineseDate(time: WallTime): string {
  const date = `${time.year}年${time.month}月${time.day}日`;
  return time.hour === null || time.minute === null
    ? date
    : `${date} ${twoDigits(time.hour)}:${twoDigits(time.minute)}`;
}

/** 2026-09-10, 2026-09-10 09:12: the one form of a date that no reader of English mistakes. */
export function isoDate(time: WallTime): string {
  const date = `${time.year}-${twoDigits(time.month)}-${twoDigits(time.day)}`;
  return time.hour === null || time.minute === null
    ? date
    : `${date} ${twoDigits(time.hour)}:${twoDigits(time.minute)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
