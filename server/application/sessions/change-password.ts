import { Person } from '../../database/entities/person.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { Refusal } from '../refusal.ts';
import { hashPassword, isPassword } from './password-hash.ts';

/**
 * Changes the person's own password and ends their other sessions.
 *
 * @throws Refusal `password-wrong` when the present one is not right, `password-same` when the new one is the old one
 */
export async function changePassword(context: Context, actor: Actor, current: string, next: string): Promise<void> {
  const key = { tenantId: context.tenant, id: actor.person };
  const known = await context.database.read(
    async (tx) => (await (await tx.em()).findOneOrFail(Person, key)).passwordHash,
  );
  if (!(await isPassword(current, known ?? null))) throw new Refusal('password-wrong');
  if (current === next) throw new Refusal('password-same');
  const passwordHash = await hashPassword(next);
  await context.database.transaction(async (tx) => {
    const changed = await tx.query(
      `update person set password_hash = $3, must_change_password = false where tenant_id = $1 and id = $2
       and password_hash is not distinct from $4 returning id`,
      [context.tenant, actor.person, passwordHash, known],
    );
    if (changed.length === 0) throw new Refusal('password-wrong');
    await tx.query('delete from session where tenant_id = $1 and person_id = $2 and token_hash <> $3', [
      context.tenant,
      actor.person,
      actor.session,
    ]);
    await recordAudit(tx, context.tenant, { action: 'password-changed', person: actor.person });
  });
}
