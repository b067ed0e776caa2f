import type { Transaction } from '../../database/transaction.ts';
import { SetupCode } from '../../database/entities/setup-code.ts';
import type { Context } from '../context.ts';
import { beAloneAtStart } from '../tenants/ensure-tenant.ts';
import { hashOfSecret, newSetupCode } from './secret-words.ts';

/**
 * A new one-time code for the first administrator, to be shown in the terminal; the one before is void.
 *
 * @returns null when the first administrator was made: that door is closed by a mark in the database, not by counting,
 *   so it never opens again
 */
export async function issueSetupCode(context: Pick<Context, 'database' | 'tenant'>): Promise<string | null> {
  const code = newSetupCode();
  return context.database.transaction(async (tx) => {
    await beAloneAtStart(tx);
    const em = await tx.em();
    const known = await em.findOne(SetupCode, { tenantId: context.tenant });
    if ((known?.usedAt ?? null) !== null) return null;
    if (known === null) em.create(SetupCode, { tenantId: context.tenant, codeHash: hashOfSecret(code), usedAt: null });
    else known.codeHash = hashOfSecret(code);
    return code;
  });
}

/** Whether the page to make the first administrator is open. */
export async function needsAdministrator(tx: Transaction, tenant: string): Promise<boolean> {
  const used = await tx.query('select from setup_code where tenant_id = $1 and used_at is not null', [tenant]);
  return used.length === 0;
}
