import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';

/** Ends this session; the person's other sessions go on. */
export async function signOut(context: Context, actor: Actor): Promise<void> {
  await context.database.transaction(async (tx) => {
    await tx.query('delete from session where tenant_id = $1 and token_hash = $2', [context.tenant, actor.session]);
    await recordAudit(tx, context.tenant, { action: 'signed-out', person: actor.person });
  });
}
