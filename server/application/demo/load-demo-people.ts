import { formatDay, parseDay } from '../../kernel/civil-day.ts';
import type { Instant } from '../../kernel/json.ts';
import { instantOfLocal, localDate } from '../../kernel/local-time.ts';
import type { DemoPerson, DemoPostHeld } from '../../kernel/release/demo.ts';
import type { Transaction } from '../../database/transaction.ts';
import { uuidv7 } from '../uuid.ts';

/** The day from which demo people hold their posts when the pack does not say. */
const longAgo = '2020-01-01';

/**
 * Adds the invented people of a pack with their posts; those that are there already stay as they are. They have no
 * password: they sign in with one click while demo mode is on, and not at all otherwise.
 *
 * @param area code of the area whose administrators manage them
 */
export async function loadDemoPeople(
  tx: Transaction,
  tenant: string,
  area: string,
  people: readonly DemoPerson[],
): Promise<void> {
  for (const person of people) {
    const [added] = await tx.query<{ id: string }>(
      `insert into person (tenant_id, id, name, account, managed_in, demo, demo_note, created_at) values ($1, $2, $3, $4, $5, true, $6, $7)
       on conflict (tenant_id, lower(account)) do nothing returning id`,
      [tenant, uuidv7(), person.name, person.account, area, person.featured ? (person.note ?? '') : null, tx.now],
    );
    for (const held of added ? person.posts : []) {
      await tx.query(
        `insert into post_assignment (tenant_id, id, person_id, post, area, kind, from_date, to_date, created_at, created_by) values ($1, $2, $3, $4, $5, $6, $7, $9, $8, null)`,
        [
          tenant,
          uuidv7(),
          added?.id,
          held.post,
          held.area,
          held.kind ?? 'formal',
          held.from ?? longAgo,
          instantOfLocal(`${held.from ?? longAgo} 00:00`),
          lastDay(held, tx.now),
        ],
      );
    }
  }
}

/** The first day no longer held, when the person has left the post or will. */
function lastDay(held: DemoPostHeld, now: Instant): string | null {
  const today = parseDay(localDate(now));
  if (held.leftDaysAgo !== undefined && today !== null) return formatDay(today - held.leftDaysAgo);
  return held.endsInDays === undefined || today === null ? (held.to ?? null) : formatDay(today + held.endsInDays);
}
