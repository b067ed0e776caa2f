import { HeldPost } from '../../database/entities/held-post.ts';
import { openUserTasksAt } from '../../database/user-tasks.ts';
import { readPerson } from '../../database/people.ts';
import { localDate } from '../../kernel/local-time.ts';
import { holdersOf, type Organization, type PostAt, positionKey } from '../../kernel/organization/holders.ts';
import { resolvePosition } from '../../kernel/organization/resolve-position.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct, requireAreasFor } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import type { InForce } from '../releases/release-store.ts';
import { organizationAbove } from './reroute-user-tasks.ts';

/**
 * What taking a person off a post would do: how many open user tasks their position has, and who would have them.
 *
 * @throws Refusal `person-unknown`, `assignment-unknown`, `not-permitted`
 */
export async function foreseeEnd(
  context: Context,
  actor: Actor,
  person: string,
  assignment: string,
): Promise<{ readonly openUserTasks: number; readonly goTo: string }> {
  requireAreasFor(actor, 'people.edit');
  return context.database.read(async (tx) => {
    const today = localDate(tx.now);
    const row = await readPerson(tx, context.tenant, today, person);
    if (row === null || !mayAct(actor, 'people.edit', row.managedIn)) throw new Refusal('person-unknown');
    const held = await (
      await tx.em()
    ).findOne(HeldPost, { tenantId: context.tenant, id: assignment, personId: person });
    if (held === null) throw new Refusal('assignment-unknown');
    const live = await context.releases.inForce(tx);
    const position = { post: held.post, area: held.area };
    const open = await openUserTasksAt(tx, context.tenant, [position]);
    const above = await organizationAbove(context, tx, live, position, open[0]?.instance ?? null);
    return {
      openUserTasks: open.length,
      goTo: titleOfNext(live, withoutPerson(above, person, position), position, today),
    };
  });
}

function withoutPerson(organization: Organization, person: string, position: PostAt): Organization {
  const key = positionKey(position);
  const others = (organization.assignments.get(key) ?? []).filter((held) => held.person !== person);
  return { ...organization, assignments: new Map([...organization.assignments, [key, others]]) };
}

/** The position that would have the work, as `post · area`; the same one when somebody else holds it too. */
function titleOfNext(live: InForce, organization: Organization, position: PostAt, today: string): string {
  const resolved = resolvePosition(organization, position, today);
  const next =
    holdersOf(organization, position, today).length > 0 || resolved.kind === 'unknown' ? position : resolved.position;
  const post = (live.post(next) ?? organization.posts.get(next.post))?.title ?? next.post;
  const area = (live.area(next.area) ?? organization.tree.areas.get(next.area))?.name ?? next.area;
  return `${area} · ${post}`;
}
