import type { Outcome } from './simulate-seed.ts';

/** What many seeds came to. */
export interface Tally {
  seeds: number;
  lived: number;
  refused: number;
  commands: number;
  events: number;
  /** Lives in which nothing was taken away, so that tokens were counted in and out of every block. */
  balanced: number;
  readonly hits: { [row: string]: number };
  readonly failures: { readonly seed: number; readonly broke: string }[];
}

export function emptyTally(): Tally {
  return { seeds: 0, lived: 0, refused: 0, commands: 0, events: 0, balanced: 0, hits: {}, failures: [] };
}

/** Counts one seed. */
export function countSeed(tally: Tally, outcome: Outcome): void {
  tally.seeds += 1;
  if (outcome.kind === 'refused') {
    tally.refused += 1;
    return;
  }
  const { commands, events, wasCalm, hits } = outcome.life;
  tally.lived += 1;
  tally.commands += commands;
  tally.events += events;
  tally.balanced += wasCalm ? 1 : 0;
  for (const [row, count] of hits) tally.hits[row] = (tally.hits[row] ?? 0) + count;
}

/** What two runs came to together. */
export function addTally(one: Tally, other: Tally): Tally {
  const hits = { ...one.hits };
  for (const [row, count] of Object.entries(other.hits)) hits[row] = (hits[row] ?? 0) + count;
  return {
    seeds: one.seeds + other.seeds,
    lived: one.lived + other.lived,
    refused: one.refused + other.refused,
    commands: one.commands + other.commands,
    events: one.events + other.events,
    balanced: one.balanced + other.balanced,
    hits,
    failures: [...one.failures, ...other.failures],
  };
}
