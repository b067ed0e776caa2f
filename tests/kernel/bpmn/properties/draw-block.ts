import { activity, eventful, terminated, watched } from './draw-activities.ts';
import { compensated, transaction, undoneAtEnd } from './draw-compensation.ts';
import { data } from './draw-data.ts';
import { catchEvent, link, throwEvent } from './draw-events.ts';
import {
  aside,
  back,
  complex,
  eventBased,
  exclusive,
  implicit,
  inclusive,
  merge,
  parallel,
  quantities,
} from './draw-gateways.ts';
import type { Draw, Page, Ways } from './page.ts';

type Weighted = readonly (readonly [weight: number, draw: Draw])[];

const leaves: Weighted = [
  [8, activity],
  [2, catchEvent],
  [2, throwEvent],
  [1, link],
  [1, quantities],
  [1, data],
];

const composites: Weighted = [
  [3, sequence],
  [1, exclusive],
  [2, parallel],
  [2, inclusive],
  [1, complex],
  [2, eventBased],
  [1, implicit],
  [1, merge],
  [1, aside],
  [1, back],
  [7, watched],
  [8, eventful],
  [1, terminated],
  [2, compensated],
  [1, undoneAtEnd],
  [1, transaction],
];

/**
 * Draws a block with one way in and one way out. Put together, blocks always make a sound process: whatever comes, it
 * can go on, and in the end it ends.
 */
export function block(page: Page, depth: number): Ways {
  const ways = pick(page, depth <= 0 ? leaves : page.dice.chance(0.35) ? leaves : composites)(page, depth);
  page.sheet.balanced.push(ways);
  return ways;
}

function pick({ dice }: Page, among: Weighted): Draw {
  let left = dice.below(among.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, draw] of among) {
    if (left < weight) return draw;
    left -= weight;
  }
  throw new Error('there is nothing to draw');
}

export function sequence(page: Page, depth: number): Ways {
  const ways = Array.from({ length: 2 + page.dice.below(2) }, () => page.block(depth - 1));
  for (const [index, next] of ways.slice(1).entries()) page.flow(ways[index]?.out ?? '', next.in);
  return { in: ways[0]?.in ?? '', out: ways.at(-1)?.out ?? '' };
}
