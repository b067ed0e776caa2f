import { readAssignmentsAt } from '../../database/post-assignments.ts';
import type { Instant } from '../../kernel/json.ts';
import { localDate } from '../../kernel/local-time.ts';
import { downwardsFrom } from '../../kernel/organization/area-tree.ts';
import { holdsOn, positionKey, postsOf } from '../../kernel/organization/holders.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { listScope } from '../policy/policy.ts';
import { organizationsWithin } from './organizations-within.ts';

/** So many people are told by name. */
const mostNamed = 60;

interface PeopleCount {
  readonly count: number;
  readonly first: readonly { readonly id: string; readonly name: string }[];
}

/** Whose posts are asked for. */
export interface HoldersAsked {
  readonly area?: string | undefined;
  /** False: what lies below the area is not meant. */
  readonly below: boolean;
  /** Ids of posts; null: all. */
  readonly posts: readonly string[] | null;
}

/** Who holds posts, counted. */
export interface Holders {
  readonly asOf: Instant;
  readonly area: { readonly code: string; readonly name: string };
  readonly positions: number;
  readonly unheld: number;
  readonly people: PeopleCount;
  readonly only: PeopleCount;
}

/**
 * Counts who holds posts today: what an editor has to know before it changes them, without the board of a whole county.
 *
 * @throws Refusal `not-permitted`, `area-unknown`
 */
export async function readHolders(context: Context, actor: Actor, asked: HoldersAsked): Promise<Holders> {
  const scope = listScope(actor, 'posts.view', asked.area);
  return context.database.read(async (tx) => {
    const live = await context.releases.inForce(tx);
    const today = localDate(tx.now);
    const below = scope.areas.flatMap((top) => downwardsFrom(live.tree, top)).map(({ code }) => code);
    const codes = asked.below ? [...new Set(below)] : scope.areas;
    const all = (await readAssignmentsAt(tx, context.tenant, codes)).filter((one) => holdsOn(one, today));
    const isAsked = (post: string): boolean => asked.posts === null || asked.posts.includes(post);
    const positions = organizationsWithin(live, scope.areas, all).flatMap(({ organization, has }) =>
      codes
        .filter(has)
        .flatMap((code) => {
          const area = live.area(code);
          return area === undefined ? [] : postsOf(organization, area).map((post) => ({ post: post.id, area: code }));
        })
        .filter(({ post }) => isAsked(post)),
    );
    const held = new Set(all.map(positionKey));
    const names = new Map(all.map(({ person, name }) => [person, name]));
    const holding = new Set(all.filter(({ post }) => isAsked(post)).map(({ person }) => person));
    const others = new Set(all.filter(({ post }) => !isAsked(post)).map(({ person }) => person));
    const counted = (people: readonly string[]): PeopleCount => ({
      count: people.length,
      first: people.slice(0, mostNamed).map((id) => ({ id, name: names.get(id) ?? '' })),
    });
    return {
      asOf: tx.now,
      area: scope.label,
      positions: positions.length,
      unheld: positions.filter((position) => !held.has(positionKey(position))).length,
      people: counted([...holding]),
      only: counted([...holding].filter((person) => !others.has(person))),
    };
  });
}
