/** A calendar definition (`calendars/*.json`): opening hours per weekday, holidays and make-up working days per year. */
export interface Calendar {
  readonly id: string;
  readonly title: string;
  /** Fixed offset from UTC (`+08:00`); mainland China has one and no summer time since 1992. */
  readonly utcOffset: string;
  /** Opening hours by ISO weekday, `1` (Monday) to `7`; pairs of local `HH:MM`, ascending, not overlapping. */
  readonly week: { readonly [weekday: string]: readonly (readonly [string, string])[] };
  readonly years: { readonly [year: string]: CalendarYear };
}

/** The exceptions of one year, as announced; `provisional` until the official list is out. */
export interface CalendarYear {
  readonly provisional: boolean;
  /** Local dates `YYYY-MM-DD` that are days off, with the holiday's name; weekend days of a break may be among them. */
  readonly holidays: { readonly [date: string]: string };
  /** Local dates that are worked although the weekday is off (调休上班); they have Monday's hours, unless `hours` says others. */
  readonly makeUpDays: { readonly [date: string]: string };
  /** Local dates that are worked at other hours than their weekday: a make-up day at a Thursday's, half a day before a feast. */
  readonly hours?: { readonly [date: string]: DayHours };
}

/** The weekday whose hours a day has (`1` Monday to `7`), or hours of its own, written as in `week`. */
export type DayHours = string | readonly (readonly [string, string])[];
