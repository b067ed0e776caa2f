/**
 * A time limit as a pack writes it (`limits.json`): an amount of natural or working time under a calendar, and when the
 * light turns yellow. `workingDays` count whole working days of the calendar, `workingHours` its opening hours.
 */
export interface TimeLimit {
  readonly id: string;
  readonly title: string;
  readonly amount: number;
  readonly unit: TimeUnit;
  /** Calendar id; required for working units. */
  readonly calendar?: string;
  /** What is left when the light turns yellow: a share of the budget (0–1) or an amount of time. Default a quarter. */
  readonly yellow?: { readonly share: number } | { readonly amount: number; readonly unit: TimeUnit };
}

export type TimeUnit = 'hours' | 'days' | 'workingHours' | 'workingDays' | 'minutes';
