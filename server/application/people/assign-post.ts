import { lockArea } from '../../database/areas.ts';
import { violatedConstraint } from '../../database/database-unavailable.ts';
import { HeldPost } from '../../database/entities/held-post.ts';
import { readAssignmentsAt } from '../../database/post-assignments.ts';
import { readPerson } from '../../database/people.ts';
import type { Transaction } from '../../database/transaction.ts';
import { localDate } from '../../kernel/local-time.ts';
import { coverFault } from '../../kernel/organization/cover.ts';
import { areaHasPost, organizationOf } from '../../kernel/organization/holders.ts';
import { staffingOf } from '../../kernel/organization/staffing.ts';
import type { Area, Post, PostAssignment } from '../../kernel/organization/organization.ts';
import { areaOnDay, placeToday, writtenArea } from '../organization/coming-area.ts';
import { areaRef } from '../organization/list-area-changes.ts';
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
  /** First local date no longer held; absent or null: open. A cover needs one. */
  readonly to?: string | null | undefined;
  /** Of a cover: the person it stands in for; absent or null: the post is vacant. */
  readonly covers?: string | null | undefined;
}

/**
 * Puts a person on a post at an area, formally or as cover (顶岗) for a time.
 *
 * @throws Refusal `person-unknown`, `not-permitted`, `area-unknown`, `area-begins-later`, `post-unknown`, `person-suspended`, `dates-reversed`,
 *   `already-on-post`, `post-full`, and for a cover `cover-without-end`, `cover-too-long`, `cover-of-oneself`,
 *   `cover-of-cover`, `cover-of-nobody`, `cover-for-whom`
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
  const place = placeToday(live, wanted.area);
  requirePermission(actor, 'posts.edit', place);
  const [from, to] = [wanted.from ?? localDate(tx.now), wanted.to ?? null];
  const { post, area } = positionOf(live, wanted, from);
  // Nobody makes an administrator who is not one: a post can carry that permission.
  if (grantsAdministration(live, { post: wanted.post, area: place }) && !mayAct(actor, 'administration', place))
    throw new Refusal('not-permitted', { permission: 'administration' });
  if (!person.active) throw new Refusal('person-suspended');
  if (to !== null && to <= from) throw new Refusal('dates-reversed', { from, to });
  const covers = wanted.kind === 'cover' ? (wanted.covers ?? null) : null;
  // Of two who fill the last place one is told that it is taken.
  await lockArea(tx, context.tenant, place);
  await requirePlace(context, tx, { person: person.id, post, area, kind: wanted.kind, from, to, covers });
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
    covers,
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

/** An area that is still to begin has posts from its first day on. */
function positionOf(live: InForce, wanted: WantedPost, from: string): { readonly post: Post; readonly area: Area } {
  const area = areaOnDay(live, wanted.area, from);
  const post = live.post({ post: wanted.post, area: placeToday(live, wanted.area) });
  const begins = writtenArea(live, wanted.area)?.from;
  if (area === undefined && begins !== undefined && from < begins) {
    const { name } = areaRef(live, wanted.area);
    throw new Refusal('area-begins-later', { area: name, begins });
  }
  if (area === undefined) throw new Refusal('area-unknown', { area: wanted.area });
  if (post === undefined || !areaHasPost(area, post))
    throw new Refusal('post-unknown', { post: wanted.post, area: area.name });
  return { post, area };
}

interface WantedPlace {
  readonly person: string;
  readonly post: Post;
  readonly area: Area;
  readonly kind: 'formal' | 'cover';
  readonly from: string;
  readonly to: string | null;
  readonly covers: string | null;
}

async function requirePlace(context: Context, tx: Transaction, wanted: WantedPlace): Promise<void> {
  const { person, post, area, kind, from, to } = wanted;
  const atArea = await readAssignmentsAt(tx, context.tenant, [area.code]);
  const overlapping = atArea.filter(
    (held) => held.post === post.id && (to === null || held.from < to) && (held.to === null || from < held.to),
  );
  if (kind === 'cover') requireCover(wanted, atArea);
  if (overlapping.some((held) => held.person === person)) throw new Refusal('already-on-post');
  const { max } = staffingOf(post, area);
  const formal = overlapping.filter((held) => held.kind === 'formal').length;
  if (kind === 'formal' && formal >= max) throw new Refusal('post-full', { post: post.title, most: max });
}

function requireCover({ post, area, ...wanted }: WantedPlace, assignments: readonly PostAssignment[]): void {
  const organization = organizationOf({ areas: [area], posts: [post], assignments });
  const fault = coverFault(organization, { ...wanted, post: post.id, area: area.code });
  if (fault === null) return;
  const { code, ...details } = fault;
  throw new Refusal(code, { post: post.title, ...details });
}
