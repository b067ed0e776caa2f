import { caseCountsIn, openWorkByPost } from '../../database/area-changes.ts';
import { openAssignmentsIn } from '../../database/post-assignments.ts';
import { readPersonNames } from '../../database/person-names.ts';
import { localDate } from '../../kernel/local-time.ts';
import { holdsOn, positionKey } from '../../kernel/organization/holders.ts';
import { resolvePosition } from '../../kernel/organization/resolve-position.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct, requireAreasFor } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { frameToday, lineUpFrom } from './frame-today.ts';
import { organizationIn } from './organization-in.ts';

/**
 * What is open at areas and who holds posts there now: what a change of these areas would move. Positions with work or
 * people only.
 *
 * @param codes of the areas themselves; what lies below them is not meant
 * @throws Refusal `not-permitted`, `area-unknown`
 */
export async function readStanding(context: Context, actor: Actor, codes: readonly string[]) {
  requireAreasFor(actor, 'posts.view');
  for (const area of codes) if (!mayAct(actor, 'posts.view', area)) throw new Refusal('area-unknown', { area });
  return context.database.read(async (tx) => {
    const today = localDate(tx.now);
    const live = await context.releases.inForce(tx);
    const held = (await openAssignmentsIn(tx, context.tenant, codes, today)).filter((one) => holdsOn(one, today));
    const work = await openWorkByPost(tx, context.tenant, codes);
    const people = await readPersonNames(tx, context.tenant, [...new Set(held.map(({ person }) => person))]);
    const positions = new Map(
      [...held, ...work].map(({ post, area }) => [positionKey({ post, area }), { post, area }]),
    );
    const posts = [];
    for (const [key, position] of positions) {
      const { release } = live.at(position.area);
      const line = lineUpFrom(frameToday(context, live, release), position.area, today);
      const organization = await organizationIn(context, tx, release, line);
      const vacated = { ...organization, assignments: new Map([...organization.assignments, [key, []]]) };
      const next = resolvePosition(vacated, position, today);
      const open = work.find((one) => positionKey(one) === key);
      posts.push({
        area: { code: position.area, name: live.area(position.area)?.name ?? position.area },
        post: position.post,
        postTitle: live.post(position)?.title ?? position.post,
        openUserTasks: open?.open ?? 0,
        late: open?.late ?? 0,
        holders: held
          .filter((one) => positionKey(one) === key)
          .map(({ person, kind }) => ({ person: { id: person, name: people.get(person) ?? '' }, kind })),
        fallback:
          next.kind === 'unknown' || positionKey(next.position) === key
            ? null
            : `${live.area(next.position.area)?.name ?? ''} · ${live.post(next.position)?.title ?? next.position.post}`,
      });
    }
    const { open, late } = await caseCountsIn(tx, context.tenant, codes);
    return { asOf: tx.now, openCases: open, lateCases: late, posts };
  });
}
