import { LockMode } from '@mikro-orm/core';
import { HeldPost } from '../../database/entities/held-post.ts';
import { readPerson } from '../../database/people.ts';
import type { Transaction } from '../../database/transaction.ts';
import { localDate } from '../../kernel/local-time.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { requirePermission } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { managedPerson } from './managed-person.ts';
import { type PersonView, personView } from './person-view.ts';
import { rerouteUserTasks } from './reroute-user-tasks.ts';

/**
 * Takes a person off a post from today on. The post's open user tasks stay with whoever else holds it; when nobody does,
 * they go to the fallback.
 *
 * @throws Refusal `person-unknown`, `assignment-unknown`, `not-permitted`, `assignment-ended`
 */
export async function endAssignment(
  context: Context,
  tx: Transaction,
  actor: Actor,
  person: string,
  assignment: string,
): Promise<PersonView> {
  const change = await managedPerson(context, tx, actor, person);
  const today = localDate(tx.now);
  const em = await tx.em();
  const key = { tenantId: context.tenant, id: assignment, personId: person };
  const held = await em.findOne(HeldPost, key, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (held === null) throw new Refusal('assignment-unknown');
  requirePermission(change.actor, 'posts.edit', held.area);
  if ((held.toDate ?? '9999') <= today) throw new Refusal('assignment-ended');
  held.toDate = held.fromDate > today ? held.fromDate : today;
  const subject = { kind: 'post-assignment', id: assignment };
  await recordAudit(tx, context.tenant, { action: 'post-ended', person: change.actor.person, subject });
  await em.flush();
  await rerouteUserTasks(context, tx, [{ post: held.post, area: held.area }], {
    person: change.actor.person,
  });
  const row = await readPerson(tx, context.tenant, today, person);
  return personView(change.live, row ?? change.person);
}
