import { startClock } from '../../kernel/calendar/clock.ts';
import { subtractWorkingTime } from '../../kernel/calendar/working-time.ts';
import { addWorkingDays } from '../../kernel/calendar/working-days.ts';
import type { Calendar } from '../../kernel/calendar/calendar.ts';
import type { Instant, JsonObject } from '../../kernel/json.ts';
import { instantOfLocal, localDate, localDateTime } from '../../kernel/local-time.ts';
import type { DemoCase } from '../../kernel/release/demo.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { readSpokenAmount, type SpokenAmount } from '../../kernel/world/spoken-amount.ts';

/** Something an invented person did, at its time. */
export type DemoAct =
  | { readonly at: Instant; readonly case: number; readonly who: string; readonly do: 'report'; readonly in: string | null; readonly with: JsonObject }
  | { readonly at: Instant; readonly case: number; readonly who: string; readonly do: 'complete'; readonly step: string; readonly with: JsonObject };

/**
 * Puts the happenings of invented cases onto the time line before now: amounts of working time count under the pack's
 * first calendar, so that nobody seems to have worked at night.
 *
 * @returns all acts in order of time; what would lie in the future is left out
 */
export function planDemoCases(release: CompiledRelease, cases: readonly DemoCase[], now: Instant): readonly DemoAct[] {
  const calendar = [...release.calendars.values()][0];
  const acts = cases.flatMap((told, index): DemoAct[] => {
    const ago = readSpokenAmount(told.ago);
    let at = ago && calendar ? before(calendar, now, ago) : now;
    const report: DemoAct = { at, case: index, who: told.who, do: 'report', in: told.in ?? null, with: told.with };
    return [report, ...told.then.map((step): DemoAct => {
      at = later(release, calendar, at, readSpokenAmount(step.after));
      return { at, case: index, who: step.who, do: 'complete', step: step.completes, with: step.with };
    })];
  });
  return acts.filter((act) => act.at <= now).toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.case - other.case));
}

function before(calendar: Calendar, now: Instant, { amount, unit }: SpokenAmount): Instant {
  if (unit === 'workingHours') return subtractWorkingTime(calendar, now, amount * 3_600_000) ?? now;
  if (unit === 'workingDays') {
    const date = addWorkingDays(calendar, localDate(now), -Math.ceil(amount)) ?? localDate(now);
    return instantOfLocal(`${date} ${localDateTime(now).slice(11, 16)}`);
  }
  return new Date(Date.parse(now) - naturalMs(amount, unit)).toISOString();
}

function later(release: CompiledRelease, calendar: Calendar | undefined, from: Instant, after: SpokenAmount | null): Instant {
  if (!after) return from;
  const { amount, unit } = after;
  if (unit === 'workingHours' && calendar) return startClock({ id: 'demo', title: '', amount, unit, calendar: calendar.id }, release.calendars, from)?.dueAt ?? from;
  if (unit === 'workingDays' && calendar) {
    const date = addWorkingDays(calendar, localDate(from), Math.ceil(amount)) ?? localDate(from);
    return instantOfLocal(`${date} ${localDateTime(from).slice(11, 16)}`);
  }
  return new Date(Date.parse(from) + naturalMs(amount, unit)).toISOString();
}

function naturalMs(amount: number, unit: SpokenAmount['unit']): number {
  return amount * { minutes: 60_000, hours: 3_600_000, days: 86_400_000, workingHours: 3_600_000, workingDays: 86_400_000 }[unit];
}
