import { plainText } from '../../server/kernel/forms/schema-node.ts';
import type { Calendar, CalendarYear, DayHours } from '../../server/kernel/calendar/calendar.ts';
import { isoWeekday, parseDay } from '../../server/kernel/civil-day.ts';

/** What a click on a day makes of it. */
export type DayBrush = 'holiday' | 'make-up' | 'half' | 'plain';

const noYear: CalendarYear = { provisional: true, holidays: {}, makeUpDays: {} };

/**
 * A calendar in which a day is a holiday, a make-up day, or what its weekday says. A year nobody wrote anything about
 * begins as provisional: the official list may still come.
 *
 * @param date `YYYY-MM-DD`
 * @param name what the break is called
 */
export function withDay(calendar: Calendar, date: string, brush: DayBrush, name: string): Calendar {
  const key = date.slice(0, 4);
  const year = calendar.years[key] ?? noYear;
  const holidays = without(year.holidays, date);
  const makeUpDays = without(year.makeUpDays, date);
  const next = {
    ...year,
    holidays: brush === 'holiday' ? sorted({ ...holidays, [date]: name }) : holidays,
    makeUpDays: brush === 'make-up' ? sorted({ ...makeUpDays, [date]: name }) : makeUpDays,
  };
  const changed = { ...calendar, years: sorted({ ...calendar.years, [key]: next }) };
  return withHours(changed, date, brush === 'half' ? morningOf(calendar, date) : null);
}

/**
 * A calendar in which a day is worked at hours of its own.
 *
 * @param hours null: those of its weekday, a make-up day Monday's
 */
export function withHours(calendar: Calendar, date: string, hours: DayHours | null): Calendar {
  const key = date.slice(0, 4);
  const { hours: before = {}, ...year } = calendar.years[key] ?? noYear;
  const others = Object.fromEntries(Object.entries(before).filter(([known]) => known !== date));
  const own = hours === null ? others : { ...others, [date]: hours };
  const next = Object.keys(own).length === 0 ? year : { ...year, hours: sorted(own) };
  return { ...calendar, years: sorted({ ...calendar.years, [key]: next }) };
}

/** The first stretch of a day's hours: half a day, as offices have it before a feast. */
export function morningOf(calendar: Calendar, date: string): DayHours | null {
  const [morning] = usualHours(calendar, date);
  return morning === undefined ? null : [morning];
}

/** The last stretch of a day's hours. */
export function afternoonOf(calendar: Calendar, date: string): DayHours | null {
  const afternoon = usualHours(calendar, date).at(-1);
  return afternoon === undefined ? null : [afternoon];
}

/** The hours of a day's weekday; of one that is off, as a make-up day has them. */
function usualHours(calendar: Calendar, date: string): readonly (readonly [string, string])[] {
  const own = calendar.week[plainText(isoWeekday(parseDay(date) ?? 0))] ?? [];
  return own.length > 0 ? own : (calendar.week['1'] ?? []);
}

/** What a click with a brush does to a day: the same again takes it back. */
export function brushedDay(calendar: Calendar, date: string, brush: DayBrush, name: string): Calendar {
  const year = calendar.years[date.slice(0, 4)];
  const isThat =
    (brush === 'holiday' && year?.holidays[date] !== undefined) ||
    (brush === 'make-up' && year?.makeUpDays[date] !== undefined) ||
    (brush === 'half' && year?.hours?.[date] !== undefined);
  return withDay(calendar, date, isThat ? 'plain' : brush, name);
}

/** A calendar in which a year's list is official or still provisional. */
export function withProvisional(calendar: Calendar, year: string, provisional: boolean): Calendar {
  return {
    ...calendar,
    years: sorted({ ...calendar.years, [year]: { ...(calendar.years[year] ?? noYear), provisional } }),
  };
}

/** Make-up days are weekend days; others are worked anyway. */
export function mayBeMakeUp(calendar: Calendar, date: string): boolean {
  const day = parseDay(date);
  return day !== null && (calendar.week[plainText(isoWeekday(day))] ?? []).length === 0;
}

function without(days: { readonly [date: string]: string }, date: string): { readonly [date: string]: string } {
  return Object.fromEntries(Object.entries(days).filter(([known]) => known !== date));
}

function sorted<Value>(members: { readonly [name: string]: Value }): { readonly [name: string]: Value } {
  return Object.fromEntries(Object.entries(members).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
