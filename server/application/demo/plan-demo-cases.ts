import { startClock } from '../../kernel/calendar/clock.ts';
import { subtractWorkingTime } from '../../kernel/calendar/working-time.ts';
import { addWorkingDays } from '../../kernel/calendar/working-days.ts';
import type { Calendar } from '../../kernel/calendar/calendar.ts';
import type { Instant, JsonObject } from '../../kernel/json.ts';
import { instantOfLocal, localDate, localDateTime } from '../../kernel/local-time.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { DemoCasePlan } from '../../kernel/world/check-demo-cases.ts';
import type { SpokenAmount } from '../../kernel/world/spoken-amount.ts';

/** Something an invented person did, at its time. `person` is an account. */
export type DemoAct = { readonly at: Instant; readonly case: number; readonly person: string } & (
  | { readonly do: 'report'; readonly caseType: string; readonly area: string; readonly data: JsonObject }
  | { readonly do: 'complete'; readonly element: string; readonly data: JsonObject }
);

/**
 * Puts the happenings of invented cases onto the time line before now: amounts of working time count under the pack's
 * first calendar, so that nobody seems to have worked at night.
 *
 * @returns all acts in order of time; what would lie in the future is left out
 */
export function planDemoCases(
  release: CompiledRelease,
  plans: readonly DemoCasePlan[],
  now: Instant,
): readonly DemoAct[] {
  const calendar = [...release.calendars.values()][0];
  const acts = plans.flatMap((plan, index): DemoAct[] => {
    let at = calendar ? before(calendar, now, plan.ago) : now;
    const { person, caseType, area, data } = plan;
    const report: DemoAct = { at, case: index, person, do: 'report', caseType, area, data };
    const steps = plan.steps.map((step): DemoAct => {
      at = later(release, calendar, at, step.after);
      return { at, case: index, person: step.person, do: 'complete', element: step.element, data: step.data(at) };
    });
    return [report, ...steps];
  });
  return acts
    .filter((act) => act.at <= now)
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.case - other.case));
}

function before(calendar: Calendar, now: Instant, { amount, unit }: SpokenAmount): Instant {
  if (unit === 'workingHours') return subtractWorkingTime(calendar, now, amount * 3_600_000) ?? now;
  if (unit === 'workingDays') {
    const date = addWorkingDays(calendar, localDate(now), -Math.ceil(amount)) ?? localDate(now);
    return instantOfLocal(`${date} ${localDateTime(now).slice(11, 16)}`);
  }
  return new Date(Date.parse(now) - naturalMs(amount, unit)).toISOString();
}

function later(release: CompiledRelease, calendar: Calendar | undefined, from: Instant, after: SpokenAmount): Instant {
  const { amount, unit } = after;
  if (unit === 'workingHours' && calendar)
    return (
      startClock({ id: 'demo', title: '', amount, unit, calendar: calendar.id }, release.calendars, from)?.dueAt ?? from
    );
  if (unit === 'workingDays' && calendar) {
    const date = addWorkingDays(calendar, localDate(from), Math.ceil(amount)) ?? localDate(from);
    return instantOfLocal(`${date} ${localDateTime(from).slice(11, 16)}`);
  }
  return new Date(Date.parse(from) + naturalMs(amount, unit)).toISOString();
}

function naturalMs(amount: number, unit: SpokenAmount['unit']): number {
  return (
    amount *
    { minutes: 60_000, hours: 3_600_000, days: 86_400_000, workingHours: 3_600_000, workingDays: 86_400_000 }[unit]
  );
}
