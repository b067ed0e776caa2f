import { calendarVersion } from '../../kernel/calendar/calendar-version.ts';
import { unsettledYears, type UnsettledYear } from '../../kernel/calendar/coming-year.ts';
import type { Instant } from '../../kernel/json.ts';
import { localDate } from '../../kernel/local-time.ts';
import { liesWithin } from '../../kernel/organization/area-tree.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { areasFor } from '../policy/policy.ts';

/** A calendar in force that does not know a year it should. */
export interface CalendarReminder extends UnsettledYear {
  readonly area: { readonly code: string; readonly name: string };
  readonly calendar: { readonly id: string; readonly title: string };
}

/**
 * What whoever administers areas has to do about their calendars; nothing for anybody else. A calendar that an area has
 * from above is told once, where it is administered highest.
 */
export async function calendarReminders(
  context: Context,
  tx: Transaction,
  actor: Actor,
): Promise<{ readonly asOf: Instant; readonly reminders: readonly CalendarReminder[] }> {
  const areas = areasFor(actor, 'administration');
  const live = await context.releases.inForce(tx);
  const below = live.all.filter(({ area }) => areas.some((upper) => liesWithin(live.tree, area, upper)));
  const places = new Map([
    ...areas.map((code) => [code, live.at(code).release] as const),
    ...below.map(({ area, release }) => [area, release] as const),
  ]);
  const seen = new Set<string>();
  const reminders: CalendarReminder[] = [];
  for (const [code, { calendars, english }] of places)
    for (const calendar of calendars.values()) {
      const key = `${calendar.id} ${calendarVersion(calendar)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const { id, title } = calendar;
      const area = { code, name: live.area(code)?.name ?? code };
      reminders.push(
        ...unsettledYears(calendar, localDate(tx.now), english[title]).map((one) => ({
          area,
          calendar: { id, title },
          ...one,
        })),
      );
    }
  return { asOf: tx.now, reminders };
}
