import { afterAll, beforeAll, describe, test } from 'vitest';
import { compileBpmn } from '../../server/kernel/bpmn/compile/compile-bpmn.ts';
import { randomModel } from '../kernel/bpmn/properties/random-model.ts';
import { openDrawnStreet, type DrawnStreet } from './drawn-street.ts';
import { liveTwice } from './two-lives.ts';

// More of them, or others: LIVES=500 LIVES_FROM=1000 npm test -- application/random-lives
const { LIVES = '30', LIVES_FROM = '0' } = process.env;

/** Models that are sound; those that are spoilt on purpose do not compile. */
const lives = (
  await Promise.all(
    Array.from({ length: Number(LIVES) }, async (_, index) => {
      const seed = Number(LIVES_FROM) + index;
      const model = randomModel(seed);
      const { processes } = await compileBpmn(model.xml, { lenient: true });
      return { seed, model, processes };
    }),
  )
).filter(({ processes }) => processes.length > 0);

let street: DrawnStreet;
beforeAll(async () => {
  street = await openDrawnStreet();
});
afterAll(() => street.close());

// The same random lives in memory and on the database: the world is what the server is held against.
describe('a random life', () => {
  test.each(lives)('has the same history on the server as in the world: seed $seed', (life) => liveTwice(street, life));
});
