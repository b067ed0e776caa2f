import { areaNow, type Successions } from './area-changes.ts';
import { areaHasPost, positionKey, type PostAt } from './holders.ts';
import type { Area, Post, PostAssignment } from './organization.ts';

/** The ground on which holders of ended areas find their place. */
export interface HoldersGround {
  readonly successions: Successions;
  /** An area that is there. */
  readonly area: (code: string) => Area | undefined;
  /** A post as its area has it. */
  readonly post: (position: PostAt) => Post | undefined;
  /** Positions with work that has to be finished there: their holders stay meanwhile. */
  readonly staying: readonly PostAt[];
}

/** What becomes of people on posts when areas end. */
export interface MovedHolders<Held extends PostAssignment> {
  /** Assignments that end, with the first day they no longer hold. */
  readonly ending: readonly { readonly assignment: Held; readonly until: string }[];
  /** The same people at the successor. */
  readonly beginning: readonly PostAssignment[];
}

/**
 * Who goes along to the successor of an area and whose post ends, as the change of areas says. People go along as far as
 * the successor has the post and a place on it is free; the others have to be arranged anew.
 *
 * @param assignments all that are open at the ended areas and at their successors
 */
export function followHolders<Held extends PostAssignment>(
  { successions, area, post, staying }: HoldersGround,
  assignments: readonly Held[],
): MovedHolders<Held> {
  const kept = new Set(staying.map(positionKey));
  const there = assignments.filter((held) => !successions.has(held.area)).map((held): PostAssignment => held);
  const ending: { readonly assignment: Held; readonly until: string }[] = [];
  const beginning: PostAssignment[] = [];
  for (const held of assignments) {
    const succession = successions.get(held.area);
    if (!succession || kept.has(positionKey(held))) continue;
    ending.push({ assignment: held, until: succession.on });
    const goal = { post: held.post, area: areaNow(successions, held.area) };
    const [place, template] = [area(goal.area), post(goal)];
    if (succession.holders !== 'follow' || !place || !template || !areaHasPost(place, template)) continue;
    const same = [...there, ...beginning].filter((one) => positionKey(one) === positionKey(goal));
    const formal = same.filter(({ kind }) => kind === 'formal').length;
    if (same.some(({ person }) => person === held.person)) continue;
    if (held.kind === 'formal' && formal >= template.max) continue;
    const from = held.from > succession.on ? held.from : succession.on;
    if (held.to !== null && held.to <= from) continue;
    beginning.push({ person: held.person, ...goal, kind: held.kind, from, to: held.to });
  }
  return { ending, beginning };
}
