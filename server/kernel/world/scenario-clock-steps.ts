/** `办理`, `签收` …; absent: the clock of the handling, or the only one. */
interface OnClock {
  readonly who: string;
  readonly of?: string;
  readonly clock?: string;
  readonly refused?: string;
}

/** What happens to the time limits of a scenario. Steps are named as they stand on the screen. */
export type ClockStep =
  /** Somebody lets the clock of a step stand still. `reviewOn`: the day on which it is looked at again. */
  | (OnClock & { readonly pauses: string; readonly because: string; readonly reviewOn?: string })
  | (OnClock & { readonly resumes: string })
  /** Somebody grants more time: `2 个工作日`. */
  | (OnClock & { readonly extends: string; readonly by: string; readonly because: string })
  | (OnClock & { readonly signsFor: string })
  | (OnClock & { readonly respondsTo: string })
  /** Another calendar is published: it counts for what begins from now on. Days are `2026-10-10`. */
  | { readonly calendarChanges: CalendarChange }
  /** What is open counts by the calendars as they are now; the text says why. */
  | { readonly rebases: string };

/** Days that are worked and days that are off by now. */
export interface CalendarChange {
  /** Id or title; absent: the first of the pack. */
  readonly calendar?: string;
  readonly worked?: readonly string[];
  readonly off?: readonly string[];
}
