import { endSessionsOf, storeFirstPasswords } from '../../database/accounts.ts';
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
  const hash = await hashPassword(firstPassword);
  await carryOut(context, actor, null, async (tx, asker) => {
    requireEqualStanding(await managedPerson(context, tx, asker, person));
    await storeFirstPasswords(tx, context.tenant, [{ id: person, hash }]);
    await endSessionsOf(tx, context.tenant, [person]);
    await recordAudit(tx, context.tenant, {
      action: 'password-reset',
      person: actor.person,
      subject: { kind: 'person', id: person },
    });
  });
  return { firstPassword };
}
