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
import { handWorkOver, type HandOver, requireHandOver } from './hand-work-over.ts';
import { managedPerson } from './managed-person.ts';
import { type PersonView, personView } from './person-view.ts';
import { workLeft } from './work-left.ts';

/**
 * Takes a person off a post from today on. With open user tasks it has to be said who gets them; a cover (顶岗) that ends
 * leaves them with whoever is formally on the post.
 *
 * @param over what becomes of open user tasks; not looked at when there are none
 * @throws Refusal `person-unknown`, `assignment-unknown`, `not-permitted`, `assignment-ended`, and as `requireHandOver` and
 *   `handWorkOver`
 */
export async function endAssignment(
  context: Context,
  tx: Transaction,
  actor: Actor,
  person: string,
  assignment: string,
  over?: HandOver,
): Promise<PersonView> {
  const change = await managedPerson(context, tx, actor, person);
  const today = localDate(tx.now);
  const em = await tx.em();
  const key = { tenantId: context.tenant, id: assignment, personId: person };
  const held = await em.findOne(HeldPost, key, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (held === null) throw new Refusal('assignment-unknown');
  requirePermission(change.actor, 'posts.edit', held.area);
  if ((held.toDate ?? '9999') <= today) throw new Refusal('assignment-ended');
  const isHeld = held.fromDate <= today;
  const left = await workLeft(context, tx, change.live, person, { post: held.post, area: held.area });
  if (isHeld) requireHandOver(left, over);
  held.toDate = held.fromDate > today ? held.fromDate : today;
  const subject = { kind: 'post-assignment', id: assignment };
  await recordAudit(tx, context.tenant, { action: 'post-ended', person: change.actor.person, subject });
  await em.flush();
  if (isHeld) await handWorkOver(context, tx, change, left, left.userTasks.length > 0 ? over : undefined);
  const row = await readPerson(tx, context.tenant, today, person);
  return personView(change.live, row ?? change.person);
}
