import { rm } from 'node:fs/promises';
import type { Context } from '../context.ts';

/** Tables whose rows tell what happened; definitions, areas, real accounts and the audit stay. */
const emptied = [
  'notification_read',
  'notification',
  'ledger_revision',
  'ledger_entry',
  'action_item',
  'meeting',
  'schedule_state',
  'photo_use',
  'photo',
  'personal_value',
  'submission',
  'case_record',
  'case_counter',
  'clock_request',
  'user_task',
  'incident',
  'inbox',
  'job',
  'timer',
  'history_step',
  'process_scope',
  'process_instance',
  'command_log',
] as const;

/**
 * Takes out the invented people and everything that happened: cases, meetings, ledgers, photos. Definitions and real
 * accounts stay. No worker may run meanwhile.
 *
 * @returns how many cases were removed
 */
export async function clearDemo(context: Context): Promise<number> {
  const removed = await context.database.transaction(async (tx) => {
    const [counted] = await tx.query<{ count: number }>(
      'select count(*) as count from case_record where tenant_id = $1',
      [context.tenant],
    );
    for (const table of emptied) await tx.query(`delete from ${table} where tenant_id = $1`, [context.tenant]);
    const demo = 'select id from person where tenant_id = $1 and demo';
    await tx.query(`delete from session where tenant_id = $1 and person_id in (${demo})`, [context.tenant]);
    await tx.query(`delete from post_assignment where tenant_id = $1 and person_id in (${demo})`, [context.tenant]);
    await tx.query('delete from person where tenant_id = $1 and demo', [context.tenant]);
    return counted?.count ?? 0;
  });
  await rm(context.photosDir, { recursive: true, force: true });
  return removed;
}
