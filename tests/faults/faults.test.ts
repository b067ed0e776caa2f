import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoadGround, openLoadGround } from '../harness/load-street/load-street.ts';
import { faultKinds } from './load/fault-kinds.ts';

// `npm run faults` makes each happen many times, and prints what became of it; here each happens once or twice,
// on one of the databases it may happen to.
const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);

let ground: LoadGround;

beforeAll(async () => {
  ground = await openLoadGround(['fsync=off', 'max_connections=60']);
});

afterAll(() => ground.close());

describe.each(faultKinds)('while people work, $name', (kind) => {
  it.each(kind.engines.slice(seed % kind.engines.length).slice(0, 1))(
    'loses nothing that was acknowledged, and doubles nothing, on %s',
    async (engine) => {
      const { details, ...row } = await kind.run(ground, engine, 1, seed);

      expect(row, `seed ${seed}\n${details.join('\n')}`).toMatchObject({ lost: 0, doubled: 0, invariantFaults: 0 });
      expect(row.acknowledged).toBeGreaterThan(0);
    },
  );
});
