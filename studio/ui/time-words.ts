import type { Language } from '../translations/language.ts';
import type { Texts } from '../translations/texts.ts';
import { typeset } from '../translations/typeset.ts';

/**
 * Everything a street does happens in one time zone; what a screen says must not depend on how a visitor's machine is
 * set.
 */
const PLACE_TIME_ZONE = 'Asia/Shanghai';

/** An instant as the clock on the street's wall shows it. */
interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** `HH:MM`. */
  readonly clock: string;
}

const wallClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: PLACE_TIME_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** The local date and time of an instant (ISO-8601). */
function localTime(instant: string): LocalTime {
  const parts = new Map(wallClock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    year: Number(part('year')),
    month: Number(part('month')),
    day: Number(part('day')),
    clock: `${part('hour')}:${part('minute')}`,
  };
}

/** The local date of an instant as `YYYY-MM-DD`. */
export function localDate(instant: string): string {
  const { year, month, day } = localTime(instant);
  return `${year}-${two(month)}-${two(day)}`;
}

/** `09:12`. */
export function clockWords(instant: string): string {
  return localTime(instant).clock;
}

/** A month by itself: 9 月, September. */
export function monthWords(month: number, { language }: Texts): string {
  return typeset(
    format(`2026-${two(month)}-01`, { timeZone: 'UTC', month: language === 'zh' ? 'numeric' : 'long' }, language),
  );
}

/** A date for headings and sentences: 9 月 10 日 周四; the year only when it is not this one. */
export function dayWords(date: string, now: string, { language }: Texts): string {
  const style: Intl.DateTimeFormatOptions = { timeZone: 'UTC', month: 'long', day: 'numeric', weekday: 'short' };
  if (date.slice(0, 4) !== localDate(now).slice(0, 4)) style.year = 'numeric';
  return typeset(format(date, style, language));
}

/** A date without its weekday: 9 月 10 日. */
export function dateWords(date: string, now: string, { language }: Texts): string {
  const style: Intl.DateTimeFormatOptions = {
    timeZone: 'UTC',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
  };
  if (date.slice(0, 4) !== localDate(now).slice(0, 4)) style.year = 'numeric';
  return typeset(format(date, style, language));
}

/** The weekday of a date: 周四. */
export function weekdayWords(date: string, { language }: Texts): string {
  return format(date, { timeZone: 'UTC', weekday: 'short' }, language);
}

/** An instant in a sentence: 今天 18:00, 9 月 14 日 09:00. */
export function momentWords(instant: string, now: string, texts: Texts): string {
  const day = localDate(instant);
  const words = day === localDate(now) ? texts.text('today') : dateWords(day, now, texts);
  return `${words} ${clockWords(instant)}`;
}

/** An instant in a column: `09-11 18:00`, so that times stand under each other. */
export function columnTime(instant: string, now: string): string {
  const { year, month, day, clock } = localTime(instant);
  const date = `${two(month)}-${two(day)}`;
  return year === localTime(now).year ? `${date} ${clock}` : `${year}-${date}`;
}

/** Whole days between two local dates. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function format(date: string, style: Intl.DateTimeFormatOptions, language: Language): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', style).format(new Date(`${date}T00:00:00Z`));
}

function two(figure: number): string {
  return String(figure).padStart(2, '0');
}

/** An instant as a `datetime-local` control wants it: `YYYY-MM-DDTHH:MM` on the street's wall clock. */
export function localInput(instant: string): string {
  return `${localDate(instant)}T${clockWords(instant)}`;
}

/** The instant of a local `YYYY-MM-DDTHH:MM`; mainland China has had no summer time since 1992. */
export function instantOfLocal(local: string): string {
  return new Date(`${local}:00+08:00`).toISOString();
}

/** The weekday of a date in full: 星期二. */
export function weekdayLong(date: string, { language }: Texts): string {
  return format(date, { timeZone: 'UTC', weekday: 'long' }, language);
}
