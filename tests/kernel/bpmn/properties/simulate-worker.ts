import { parentPort, workerData } from 'node:worker_threads';
import { plant } from './plant.ts';
import { countSeed, emptyTally } from './tally.ts';

// One thread of a simulation: lives its seeds through and answers with their tally.

const given = workerData as { readonly from: number; readonly seeds: number; readonly plant: string | null };
if (given.plant !== null) plant(given.plant);
// Loaded only now, so that a planted fault is in it.
const { simulateSeed } = await import('./simulate-seed.ts');

const tally = emptyTally();
for (let seed = given.from; seed < given.from + given.seeds; seed += 1) {
  // Of a planted fault it is only asked whether it is found.
  if (given.plant !== null && tally.failures.length > 0) break;
  try {
    countSeed(tally, await simulateSeed(seed));
  } catch (error) {
    tally.seeds += 1;
    tally.failures.push({ seed, broke: error instanceof Error ? error.message : String(error) });
  }
}
parentPort?.postMessage(tally);
