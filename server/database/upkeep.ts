import type { Instant } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** Forgets sessions that have ended, and the keys of commands that nobody repeats any more. */
export async function forgetPassed(
  tx: Transaction,
  tenant: string,
  before: { readonly idle: Instant; readonly commands: Instant },
): Promise<void> {
  await tx.query('delete from session where tenant_id = $1 and (expires_at < $2 or last_seen_at < $3)', [
    tenant,
    tx.now,
    before.idle,
  ]);
  await tx.query('delete from command_log where tenant_id = $1 and at < $2', [tenant, before.commands]);
}

/** Positions that have open user tasks and nobody to do them. */
export function forsakenPositions(
  tx: Transaction,
  tenant: string,
  today: string,
): Promise<readonly { readonly post: string; readonly area: string }[]> {
  return tx.query(
    `select distinct u.post, u.area from user_task u where u.tenant_id = $1 and u.state = 'open' and not exists (
       select from post_assignment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.active
       where a.tenant_id = u.tenant_id and a.area = u.area and a.post = u.post
         and a.from_date <= $2 and (a.to_date is null or a.to_date > $2))`,
    [tenant, today],
  );
}
