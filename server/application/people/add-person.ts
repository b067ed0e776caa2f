import { violatedConstraint } from '../../database/database-unavailable.ts';
import { readPerson } from '../../database/people.ts';
import type { Transaction } from '../../database/transaction.ts';
import { localDate } from '../../kernel/local-time.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { carryOut } from '../carry-out.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { areasFor, requireAreasFor } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { hashPassword } from '../sessions/password-hash.ts';
import { newFirstPassword } from '../sessions/secret-words.ts';
import { type CommandKey, withIdempotency } from '../with-idempotency.ts';
import { insertPerson } from './insert-person.ts';
import { type PersonView, personView } from './person-view.ts';

export interface NewPerson {
  readonly name: string;
  readonly account: string;
  readonly administrator?: boolean | undefined;
}

/**
 * Adds a person with an account, managed in the area of whoever adds them. The first password is answered and stored
 * only as a hash; repeating the command gives the person a new one while they have not yet signed in with the first.
 *
 * @throws Refusal `not-permitted`, `account-taken`, `first-password-used`, `session-ended`
 */
export async function addPerson(
  context: Context,
  actor: Actor,
  command: CommandKey | null,
  wanted: NewPerson,
): Promise<{ readonly person: PersonView; readonly firstPassword: string }> {
  requireAreasFor(actor, 'people.edit');
  const firstPassword = newFirstPassword();
  const passwordHash = await hashPassword(firstPassword);
  const add = async (tx: Transaction, asker: Actor): Promise<PersonView> => {
    const { person } = await withIdempotency(tx, context.tenant, command, () => insert(context, tx, asker, wanted));
    await givePassword(context, tx, person, passwordHash);
    const row = await readPerson(tx, context.tenant, localDate(tx.now), person);
    if (row === null) throw new Refusal('person-unknown');
    return personView(await context.releases.inForce(tx), row);
  };
  try {
    return { person: await carryOut(context, actor, null, add), firstPassword };
  } catch (error) {
    throw violatedConstraint(error) === 'person_account_key'
      ? new Refusal('account-taken', { account: wanted.account })
      : error;
  }
}

async function insert(
  context: Context,
  tx: Transaction,
  actor: Actor,
  wanted: NewPerson,
): Promise<{ readonly person: string }> {
  const [area] = requireAreasFor(actor, 'people.edit');
  const [administers] = wanted.administrator === true ? areasFor(actor, 'administration') : [null];
  if (area === undefined || administers === undefined)
    throw new Refusal('not-permitted', { permission: 'administration' });
  const { name, account } = wanted;
  const id = await insertPerson(tx, context.tenant, {
    name,
    account,
    managedIn: area,
    administers,
    passwordHash: null,
    mustChangePassword: true,
  });
  await recordAudit(tx, context.tenant, {
    action: 'person-added',
    person: actor.person,
    subject: { kind: 'person', id },
  });
  return { person: id };
}

async function givePassword(context: Context, tx: Transaction, person: string, passwordHash: string): Promise<void> {
  const given = await tx.query(
    `update person p set password_hash = $3 where tenant_id = $1 and id = $2 and must_change_password
     and not exists (select from session s where s.tenant_id = $1 and s.person_id = $2) returning id`,
    [context.tenant, person, passwordHash],
  );
  if (given.length === 0) throw new Refusal('first-password-used');
}
