import { lockPerson, type PersonRow, readPerson } from '../../database/people.ts';
import type { Transaction } from '../../database/transaction.ts';
import { localDate } from '../../kernel/local-time.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { grantsAdministration } from '../policy/grants-administration.ts';
import { mayAct, requireAreasFor } from '../policy/policy.ts';
import type { InForce } from '../releases/release-store.ts';
import { Refusal } from '../refusal.ts';

/** What changes an account: who does it, and whom it is about, locked. */
export interface AccountChange {
  readonly actor: Actor;
  readonly person: PersonRow;
  readonly live: InForce;
}

/**
 * The person whose account or posts somebody wants to change. Their row is locked. A person whose account is
 * managed elsewhere does not exist for the asker.
 *
 * @throws Refusal `person-unknown`, `not-permitted`
 */
export async function managedPerson(
  context: Context,
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<AccountChange> {
  await lockPerson(tx, context.tenant, id);
  const person = await readPerson(tx, context.tenant, localDate(tx.now), id);
  requireAreasFor(actor, 'people.edit');
  if (person === null || !mayAct(actor, 'people.edit', person.managedIn)) throw new Refusal('person-unknown');
  return { actor, person, live: await context.releases.inForce(tx) };
}

/**
 * Only an administrator changes the account of an administrator: else whoever may reset passwords could become one.
 *
 * @throws Refusal `not-permitted`
 */
export function requireEqualStanding({ actor, person, live }: AccountChange): void {
  const isAdministrator =
    person.administers !== null || person.held.some((position) => grantsAdministration(live, position));
  if (isAdministrator && !mayAct(actor, 'administration', person.managedIn))
    throw new Refusal('not-permitted', { permission: 'administration' });
}
