import { Person } from '../../database/entities/person.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { type BegunSession, beginSession } from './begin-session.ts';

/**
 * Signs in as one of the synthetic people, without a password; only while the program runs for trial.
 *
 * @throws Refusal `demo-off`, or `person-unknown` for an account that is not one of them
 */
export async function signInAsDemoPerson(context: Context, account: string): Promise<BegunSession> {
  if (!context.demo) throw new Refusal('demo-off');
  return context.database.transaction(async (tx) => {
    const person = await (
      await tx.em()
    ).findOne(Person, { tenantId: context.tenant, account, demo: true, active: true });
    if (person === null) throw new Refusal('person-unknown');
    await recordAudit(tx, context.tenant, { action: 'signed-in', person: person.id });
    return beginSession(tx, context.tenant, person.id);
  });
}
