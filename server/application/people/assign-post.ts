import { lockArea } from '../../database/areas.ts';
import { violatedConstraint } from '../../database/database-unavailable.ts';
import { HeldPost } from '../../database/entities/held-post.ts';
import { readAssignmentsAt } from '../../database/post-assignments.ts';
import { readPerson } from '../../database/people.ts';
import type { Transaction } from '../../database/transaction.ts';
import { localDate } from '../../kernel/local-time.ts';
import { areaHasPost } from '../../kernel/organization/holders.ts';
import type { Area, Post } from '../../kernel/organization/organization.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct, requirePermission } from '../policy/policy.ts';
import { grantsAdministration } from '../policy/grants-administration.ts';
import type { InForce } from '../releases/release-store.ts';
import { Refusal } from '../refusal.ts';
import { uuidv7 } from '../uuid.ts';
import { type AccountChange, managedPerson } from './managed-person.ts';
import { type PersonView, personView } from './person-view.ts';

export interface WantedPost {
  readonly post: string;
  readonly area: string;
  readonly kind: 'formal' | 'cover';
  /** Local date; absent: today. */
  readonly from?: string | undefined;
  /** First local date no longer held; absent or null: open. */
  readonly to?: string | null | undefined;
}

/**
 * Puts a person on a post at an area.
 *
 * @throws Refusal `person-unknown`, `not-permitted`, `area-unknown`, `post-unknown`, `person-suspended`, `dates-reversed`,
 *   `already-on-post`, `post-full`
 */
export async function assignPost(
  context: Context,
  tx: Transaction,
  actor: Actor,
  person: string,
  wanted: WantedPost,
): Promise<PersonView> {
  try {
    return await assign(context, tx, await managedPerson(context, tx, actor, person), wanted);
  } catch (error) {
    throw violatedConstraint(error) === 'post_assignment_open_key' ? new Refusal('already-on-post') : error;
  }
}

async function assign(
  context: Context,
  tx: Transaction,
  change: AccountChange,
  wanted: WantedPost,
): Promise<PersonView> {
  const { actor, person, live } = change;
  requirePermission(actor, 'posts.edit', wanted.area);
  const { post } = positionOf(live, wanted);
  // Nobody makes an administrator who is not one: a post can carry that permission.
  if (grantsAdministration(live, wanted) && !mayAct(actor, 'administration', wanted.area))
    throw new Refusal('not-permitted', { permission: 'administration' });
  if (!person.active) throw new Refusal('person-suspended');
  const [from, to] = [wanted.from ?? localDate(tx.now), wanted.to ?? null];
  if (to !== null && to <= from) throw new Refusal('dates-reversed', { from, to });
  await requirePlace(context, tx, person.id, post, { ...wanted, from, to });
  const id = uuidv7();
  const em = await tx.em();
  em.create(HeldPost, {
    tenantId: context.tenant,
    id,
    personId: person.id,
    post: post.id,
    area: wanted.area,
    kind: wanted.kind,
    fromDate: from,
    toDate: to,
    createdAt: tx.now,
    createdBy: actor.person,
  });
  await recordAudit(tx, context.tenant, {
    action: 'post-assigned',
    person: actor.person,
    subject: { kind: 'post-assignment', id },
  });
  await em.flush();
  const row = await readPerson(tx, context.tenant, localDate(tx.now), person.id);
  return personView(live, row ?? person);
}

function positionOf(live: InForce, wanted: WantedPost): { readonly post: Post; readonly area: Area } {
  const area = live.area(wanted.area);
  const post = live.post(wanted);
  if (area === undefined) throw new Refusal('area-unknown', { area: wanted.area });
  if (post === undefined || !areaHasPost(area, post))
    throw new Refusal('post-unknown', { post: wanted.post, area: area.name });
  return { post, area };
}

/** The area's row is locked, so that of two who fill the last place one is told that it is taken. */
async function requirePlace(
  context: Context,
  tx: Transaction,
  person: string,
  post: Post,
  wanted: { readonly area: string; readonly kind: string; readonly from: string; readonly to: string | null },
): Promise<void> {
  await lockArea(tx, context.tenant, wanted.area);
  const overlapping = (await readAssignmentsAt(tx, context.tenant, [wanted.area])).filter(
    (held) =>
      held.post === post.id &&
      (wanted.to === null || held.from < wanted.to) &&
      (held.to === null || wanted.from < held.to),
  );
  if (overlapping.some((held) => held.person === person)) throw new Refusal('already-on-post');
  const formal = overlapping.filter(({ kind }) => kind === 'formal').length;
  if (wanted.kind === 'formal' && formal >= post.max)
    throw new Refusal('post-full', { post: post.title, most: post.max });
}
