import { describe, expect, it } from 'vitest';
import { Worker } from 'node:worker_threads';
import { elementRows } from './element-rows.ts';
import { failedSeeds } from './failed-seeds.ts';
import { plantNames } from './plant.ts';
import { simulateSeed } from './simulate-seed.ts';
import type { Tally } from './tally.ts';

// The whole of it, with figures: npm run simulate -- --seeds 100000

const seeds = 2000;

/** Threads run the kernel as it is in the file, without what the test runner makes of it. */
function simulate(from: number, count: number, plant: string | null): Promise<Tally> {
  const worker = new Worker(new URL('simulate-worker.ts', import.meta.url), {
    workerData: { from, seeds: count, plant },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

describe('a random process of all elements', { timeout: 120_000 }, () => {
  it('keeps every invariant on every path, and meets every row of the table', async () => {
    const tally = await simulate(0, seeds, null);

    expect(tally.failures).toEqual([]);
    expect(elementRows.filter((row) => !tally.hits[row])).toEqual([]);
    expect(tally.seeds).toBe(seeds);
  });

  it('has a fault in its kernel found', async () => {
    for (const plant of plantNames) {
      const { failures } = await simulate(0, seeds, plant);

      expect({ plant, isFound: failures.length > 0 }).toEqual({ plant, isFound: true });
    }
  });

  it.each(failedSeeds)('keeps what seed $seed once broke: $broke', async ({ seed }) => {
    await expect(simulateSeed(seed)).resolves.toMatchObject({ kind: 'lived' });
  });
});
