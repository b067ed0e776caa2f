import { readActorById } from '../../database/actors.ts';
import { readPerson } from '../../database/people.ts';
import { findCategory } from '../../kernel/cases/find-category.ts';
import { localDate } from '../../kernel/local-time.ts';
import { downwardsFrom } from '../../kernel/organization/area-tree.ts';
import { positionKey } from '../../kernel/organization/holders.ts';
import type { Context } from '../context.ts';
import type { Actor, Grant } from '../policy/actor.ts';
import { mayAct, requireAreasFor } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import type { InForce } from '../releases/release-store.ts';
import { actorOf } from '../sessions/actor-of-session.ts';

/**
 * 管辖范围: what a person may see and do today, each part with the post it comes from. It is what the policy itself decides
 * by, so that the page cannot say anything else. A suspended person may do nothing.
 *
 * @throws Refusal `person-unknown`, `not-permitted`
 */
export async function readPersonScope(context: Context, actor: Actor, person: string) {
  requireAreasFor(actor, 'people.edit');
  return context.database.read(async (tx) => {
    const today = localDate(tx.now);
    const row = await readPerson(tx, context.tenant, today, person);
    if (row === null || !mayAct(actor, 'people.edit', row.managedIn)) throw new Refusal('person-unknown');
    const live = await context.releases.inForce(tx);
    const found = await readActorById(tx, context.tenant, person, today);
    const { grants } = found ? actorOf(live, found, '') : { grants: [] };
    const current = row.held.filter(({ from }) => from <= today);
    return {
      asOf: tx.now,
      person: { id: row.id, name: row.name },
      grants: grants.map((grant) => {
        const { through } = grant;
        const held = through && current.find((one) => positionKey(one) === positionKey(through));
        return { ...grantView(live, grant), kind: held?.kind ?? null, to: held?.to ?? null };
      }),
    };
  });
}

function grantView(live: InForce, { area, through, permissions, categories }: Grant) {
  return {
    area: { code: area, name: live.area(area)?.name ?? area },
    below: Math.max(0, downwardsFrom(live.tree, area).length - 1),
    postTitle: through ? (live.post(through)?.title ?? through.post) : null,
    permissions: [...permissions],
    categories: categories === undefined ? null : categoryTitles(live, area, categories),
  };
}

/** Titles of categories; of those whose upper one is there too only that. */
function categoryTitles(live: InForce, area: string, ids: ReadonlySet<string>): readonly string[] {
  const caseTypes = [...live.at(area).release.caseTypes.values()];
  return [...ids].flatMap((id) => {
    const found = caseTypes.flatMap(({ categories }) => findCategory(categories, id) ?? [])[0];
    if (found?.parent && ids.has(found.parent.id)) return [];
    return [found?.category.title ?? id];
  });
}
