import { isoWeekday, parseDay } from '../civil-day.ts';
import type { Calendar, CalendarYear } from './calendar.ts';
import { daysInCalendarFile } from './holiday-list-ics.ts';
import { daysInJson } from './holiday-list-json.ts';
import { daysInLines } from './holiday-list-lines.ts';

/** What a list says of one day. */
export interface ListedDay {
  readonly date: string;
  readonly kind: 'holiday' | 'make-up';
  /** The feast's, or what a make-up day is called. */
  readonly name: string;
  /** Where it stands: line of a text, number of an entry, from 1. */
  readonly line: number;
}

/** A line that could not be taken. */
export interface ListFault {
  readonly line: number;
  readonly zh: string;
  readonly en: string;
}

/** What was found in a list: days in their order, and what could not be taken. */
export interface HolidayList {
  readonly days: readonly ListedDay[];
  readonly faults: readonly ListFault[];
}

/**
 * Reads a list of days off and make-up days as people have it: the State Council's notice as text, lines with date, kind
 * and name (from a spreadsheet or CSV), an iCalendar file, or JSON. Lines without a date are passed over.
 *
 * @param year the year meant where a date has none
 */
export function readHolidayList(text: string, year: number): HolidayList {
  const trimmed = text.trim();
  const found = /^[[{]/.test(trimmed)
    ? daysInJson(trimmed)
    : trimmed.includes('BEGIN:VEVENT')
      ? daysInCalendarFile(trimmed)
      : daysInLines(text, year);
  return withoutRepeats(found);
}

function withoutRepeats({ days, faults }: HolidayList): HolidayList {
  const seen = new Map<string, ListedDay>();
  const repeated: ListFault[] = [];
  for (const day of days) {
    const known = seen.get(day.date);
    if (known === undefined) seen.set(day.date, day);
    else if (known.kind !== day.kind)
      repeated.push({
        line: day.line,
        zh: `${day.date} 前面（第 ${known.line} 行）已经写成${known.kind === 'holiday' ? '放假' : '上班'}，这里又不一样。请核对原文。`,
        en: `${day.date} was ${known.kind === 'holiday' ? 'a day off' : 'worked'} before (line ${known.line}) and is different here. Compare it with the source.`,
      });
  }
  const sorted = [...seen.values()].toSorted((one, other) => (one.date < other.date ? -1 : 1));
  return { days: sorted, faults: [...faults, ...repeated] };
}

/** A day that a calendar cannot take as it is said. */
interface UnfitDay extends ListFault {
  readonly date: string;
}

/** Days of a list that a calendar cannot take: make-up days that are worked anyway. */
export function unfitDays(calendar: Calendar, days: readonly ListedDay[]): readonly UnfitDay[] {
  return days.flatMap(({ date, kind, line }) => {
    const day = parseDay(date);
    const isWeekday = day !== null && (calendar.week[isoWeekday(day)] ?? []).length > 0;
    if (kind !== 'make-up' || !isWeekday) return [];
    return [
      {
        line,
        date,
        zh: `${date} 本来就是工作日，不用写调休上班。请核对日期。`,
        en: `${date} is a working day anyway, not a make-up day. Compare the date with the source.`,
      },
    ];
  });
}

/** Days of a list that a calendar can take. */
export function fitDays(calendar: Calendar, days: readonly ListedDay[]): readonly ListedDay[] {
  const unfit = new Set(unfitDays(calendar, days).map(({ date }) => date));
  return days.filter(({ date }) => !unfit.has(date));
}

/**
 * A calendar with the years of a list as the list has them: what these years said before is replaced, hours of single days
 * stay where the day is still worked.
 *
 * @param official the list was announced; else its years are provisional
 */
export function withHolidayList(calendar: Calendar, days: readonly ListedDay[], official: boolean): Calendar {
  const taken = fitDays(calendar, days);
  const years = new Set(taken.map(({ date }) => date.slice(0, 4)));
  const made = [...years].map((year): readonly [string, CalendarYear] => {
    const own = taken.filter(({ date }) => date.startsWith(`${year}-`));
    const of = (wanted: ListedDay['kind']): { readonly [date: string]: string } =>
      Object.fromEntries(own.filter(({ kind }) => kind === wanted).map(({ date, name }) => [date, name]));
    const [holidays, makeUpDays] = [of('holiday'), of('make-up')];
    const hours = Object.entries(calendar.years[year]?.hours ?? {}).filter(([date]) => {
      const day = parseDay(date);
      const isWeekday = day !== null && (calendar.week[isoWeekday(day)] ?? []).length > 0;
      return makeUpDays[date] !== undefined || (isWeekday && holidays[date] === undefined);
    });
    const kept = hours.length === 0 ? {} : { hours: Object.fromEntries(hours) };
    return [year, { provisional: !official, holidays, makeUpDays, ...kept }];
  });
  const all: readonly (readonly [string, CalendarYear])[] = [...Object.entries(calendar.years), ...made];
  const merged = [...new Map(all)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { ...calendar, years: Object.fromEntries(merged) };
}
