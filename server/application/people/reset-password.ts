import { recordAudit } from '../audit/record-audit.ts';
import { carryOut } from '../carry-out.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { requireAreasFor } from '../policy/policy.ts';
import { hashPassword } from '../sessions/password-hash.ts';
import { newFirstPassword } from '../sessions/secret-words.ts';
import { managedPerson, requireEqualStanding } from './managed-person.ts';

/**
 * Gives a person a new first password, opens a shut account, and ends all their sessions.
 *
 * @throws Refusal `person-unknown`, `not-permitted`, `session-ended`
 */
export async function resetPassword(
  context: Context,
  actor: Actor,
  person: string,
): Promise<{ readonly firstPassword: string }> {
  requireAreasFor(actor, 'people.edit');
  const firstPassword = newFirstPassword();
  const passwordHash = await hashPassword(firstPassword);
  await carryOut(context, actor, null, async (tx, asker) => {
    requireEqualStanding(await managedPerson(context, tx, asker, person));
    await tx.query(
      `update person set password_hash = $3, must_change_password = true, failed_sign_ins = 0, locked_until = null
       where tenant_id = $1 and id = $2`,
      [context.tenant, person, passwordHash],
    );
    await tx.query('delete from session where tenant_id = $1 and person_id = $2', [context.tenant, person]);
    await recordAudit(tx, context.tenant, {
      action: 'password-reset',
      person: actor.person,
      subject: { kind: 'person', id: person },
    });
  });
  return { firstPassword };
}
