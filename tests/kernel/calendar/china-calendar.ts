import { readFileSync } from 'node:fs';
import type { Calendar } from '../../../server/kernel/calendar/calendar.ts';
import type { TimeLimit } from '../../../server/kernel/calendar/time-limit.ts';

/** The shipped calendar: Monday to Friday 08:30–12:00 and 14:30–18:00, the list of 2026, and a provisional 2027. */
export const CHINA = JSON.parse(
  readFileSync(new URL('../../../definitions/base/calendars/china.json', import.meta.url), 'utf8'),
) as Calendar;

export const CALENDARS: ReadonlyMap<string, Calendar> = new Map([['china', CHINA]]);

/** The instant of a local time `YYYY-MM-DD HH:MM` in China. */
export function at(local: string): string {
  return new Date(`${local.replace(' ', 'T')}:00+08:00`).toISOString();
}

/** The local time in China of an instant, in the form `at` reads. */
export function local(instant: string | null | undefined): string {
  if (instant === null || instant === undefined) return 'never';
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** A limit under the shipped calendar. */
export function limit(amount: number, unit: TimeLimit['unit'], yellow?: TimeLimit['yellow']): TimeLimit {
  return { id: 'handle', title: '办理', amount, unit, calendar: 'china', ...(yellow === undefined ? {} : { yellow }) };
}
