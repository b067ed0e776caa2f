import type { Instant } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** When work of a suspended instance is due: never, until it is resumed. */
const never = '9999-12-31T00:00:00.000Z';

/**
 * Takes the timers and jobs of an instance out of sight of those who look for what is due. A job that is being worked on
 * loses its lease, so that its outcome no longer counts; it is done again afterwards (at least once, as ever).
 */
export async function holdWork(tx: Transaction, tenant: string, instance: string): Promise<void> {
  await tx.query('update timer set due_at = $3 where tenant_id = $1 and instance_id = $2', [tenant, instance, never]);
  await tx.query(
    'update job set run_at = $3, lease = null, leased_until = null where tenant_id = $1 and instance_id = $2',
    [tenant, instance, never],
  );
}

/**
 * Brings the work of an instance back: jobs are due at once, timers when the instance says.
 *
 * @param timers as the instance has them armed
 */
export async function releaseWork(
  tx: Transaction,
  tenant: string,
  instance: string,
  timers: readonly { readonly element: number; readonly key: string; readonly due: Instant }[],
): Promise<void> {
  await tx.query(
    `update timer t set due_at = d.due from jsonb_to_recordset($3::jsonb) as d(element int, key text, due timestamptz)
     where t.tenant_id = $1 and t.instance_id = $2 and t.element = d.element and t.key = d.key`,
    [tenant, instance, JSON.stringify(timers)],
  );
  await tx.query('update job set run_at = $3 where tenant_id = $1 and instance_id = $2 and run_at = $4', [
    tenant,
    instance,
    tx.now,
    never,
  ]);
}

/** Pins an instance that was migrated to what it now runs on. */
export async function repinInstance(
  tx: Transaction,
  tenant: string,
  instance: string,
  on: { readonly process: string; readonly manifestHash: string },
): Promise<void> {
  await tx.query('update process_instance set process = $3, manifest_hash = $4 where tenant_id = $1 and id = $2', [
    tenant,
    instance,
    on.process,
    on.manifestHash,
  ]);
}

/** Gives open user tasks the step they are of in the definition they were migrated to. */
export async function renameUserTasks(
  tx: Transaction,
  tenant: string,
  instance: string,
  tasks: readonly {
    readonly id: number;
    readonly element: string;
    readonly name: string;
    readonly form: string | null;
  }[],
): Promise<void> {
  await tx.query(
    `update user_task u set element = t.element, name = t.name, form = t.form
     from jsonb_to_recordset($3::jsonb) as t(id int, element text, name text, form text)
     where u.tenant_id = $1 and u.instance_id = $2 and u.id = t.id and u.state = 'open'`,
    [tenant, instance, JSON.stringify(tasks)],
  );
}
