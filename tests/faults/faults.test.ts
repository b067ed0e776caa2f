import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type LoadGround, openLoadGround } from '../harness/load-street/load-street.ts';
import { faultKinds } from './load/fault-kinds.ts';

// `npm run faults` makes each happen many times, and prints what became of it; here most happen once, on one of the
// databases they may happen to.
const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);

let ground: LoadGround;

beforeAll(async () => {
  ground = await openLoadGround(['fsync=off', 'max_connections=60']);
});

afterAll(() => ground.close());

const killedAt = (...moments: readonly string[]): readonly string[] =>
  moments.flatMap((at) => [`kill -9 ${at}`, `kill -9 ${at}, from outside`]);

/** Kinds that are much alike: of each of these groups only one happens in the ordinary run, by chance. */
const alike: readonly (readonly string[])[] = [
  killedAt('before-tx', 'after-lock'),
  killedAt('before-commit', 'after-commit'),
  ['kill -9 of the server', 'kill -9 of one node of two', 'kill -9 of three nodes while limits run out'],
  ['connection delayed', 'connection cut', 'answer to COMMIT cut'],
  ['backends terminated', 'no connection left', 'server read-only'],
  ['clock jumps', 'clock of the database jumps'],
  ['poison jobs', 'kill -9 while it migrates', 'backup restored elsewhere'],
  faultKinds.flatMap(({ name }) => (name.startsWith('20 clients') ? [name] : [])),
];

const left = new Set(
  alike.flatMap((names, group) => names.filter((_, index) => index !== (seed + group) % names.length)),
);

test('what is alike is named as it is', () => {
  expect(alike.flat().filter((name) => !faultKinds.some((kind) => kind.name === name))).toEqual([]);
});

describe.each(faultKinds.filter(({ name }) => !left.has(name)))('while people work, $name', (kind) => {
  it.each(kind.engines.slice(seed % kind.engines.length).slice(0, 1))(
    'loses nothing that was acknowledged, and doubles nothing, on %s',
    async (engine) => {
      const { details, ...row } = await kind.run(ground, engine, 1, seed);

      expect(row, `seed ${seed}\n${details.join('\n')}`).toMatchObject({ lost: 0, doubled: 0, invariantFaults: 0 });
      expect(row.acknowledged).toBeGreaterThan(0);
    },
  );
});
