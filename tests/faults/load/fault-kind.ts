import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadGround } from '../../harness/load-street/load-street.ts';
import { seededRandom } from '../random.ts';
import { type Engine, type FaultedStreet, openFaultedStreet, type StreetWishes } from './faulted-street.ts';
import { beginOutsideLoad } from './outside-load.ts';
import { beginLoad, type SteadyLoad } from './steady-load.ts';
import { type FaultRow, tally } from './tally.ts';

/** A kind of fault, and how it is made to happen so many times while people work. */
export interface FaultKind {
  readonly name: string;
  readonly engines: readonly Engine[];
  run(ground: LoadGround, engine: Engine, times: number, seed: number): Promise<FaultRow>;
}

/** The databases it may happen to. */
export const both = ['pglite', 'postgres'] as const;

/** What a fault is made to happen to. */
export interface Injecting {
  readonly street: FaultedStreet;
  readonly random: () => number;
  readonly ground: LoadGround;
}

/** People who work. */
function people(street: FaultedStreet): SteadyLoad {
  return beginLoad(street, 5, 3);
}

/** A system of another department that works, and some people besides. */
export function outsiders(street: FaultedStreet): SteadyLoad {
  return beginOutsideLoad(street, 3, beginLoad(street, 2, 0));
}

/**
 * A fault that hits a load: people begin to work, it happens so many times, they finish, and what is left is counted.
 *
 * @param begin who works
 * @param after makes things right before they are counted
 * @param inject makes it happen once, and answers how often it did
 */
export function underLoad(
  name: string,
  engines: readonly Engine[],
  inject: (given: Injecting, turn: number) => Promise<number>,
  wishes: (random: () => number) => StreetWishes = () => ({}),
  begin: (street: FaultedStreet) => SteadyLoad = people,
  after: (given: Injecting) => Promise<void> = () => Promise.resolve(),
): FaultKind {
  return {
    name,
    engines,
    async run(ground, engine, times, seed) {
      const random = seededRandom(seed);
      const street = await openFaultedStreet(ground, engine, wishes(random));
      try {
        const load = begin(street);
        let injected = 0;
        for (let turn = 0; injected < times; turn += 1) {
          await sleep(100 + random() * 200);
          injected += await inject({ street, random, ground }, turn);
        }
        await sleep(200);
        const record = await load.stop();
        await after({ street, random, ground });
        return await tally(name, street, injected, record);
      } catch (error) {
        throw new Error(`${name} on ${engine}, seed ${seed}:\n${street.output().slice(-3000)}`, { cause: error });
      } finally {
        await street.close();
      }
    },
  };
}
