import { lockPerson, type PersonRow, readPerson } from '../../database/people.ts';
import type { Transaction } from '../../database/transaction.ts';
import { localDate } from '../../kernel/local-time.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { grantsAdministration } from '../policy/grants-administration.ts';
import { mayAct, requireAreasFor } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';

/** What changes an account: who does it, and whom it is about, locked. */
export interface AccountChange {
  readonly actor: Actor;
  readonly person: PersonRow;
  readonly release: CompiledRelease;
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
  return { actor, person, release: await context.releases.current(tx) };
}

/**
 * Only an administrator changes the account of an administrator: else whoever may reset passwords could become one.
 *
 * @throws Refusal `not-permitted`
 */
export function requireEqualStanding({ actor, person, release }: AccountChange): void {
  const isAdministrator =
    person.administers !== null || person.held.some(({ post }) => grantsAdministration(release, post));
  if (isAdministrator && !mayAct(actor, 'administration', person.managedIn))
    throw new Refusal('not-permitted', { permission: 'administration' });
}
