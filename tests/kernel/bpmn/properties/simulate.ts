import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { elementRows } from './element-rows.ts';
import { plantNames } from './plant.ts';
import { addTally, emptyTally, type Tally } from './tally.ts';

// npm run simulate -- --seeds 100000 --from 0 [--plant FAULT]
//
// Lives random processes through, and prints what was met. A seed that fails is printed with what it broke, and
// `--seeds 1 --from SEED` repeats it. With a fault planted in the kernel, it must fail.

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20000' },
    from: { type: 'string', default: '0' },
    plant: { type: 'string' },
  },
});
const [seeds, from] = [Number(values.seeds), Number(values.from)];
if (!Number.isInteger(seeds) || seeds < 1 || !Number.isInteger(from) || from < 0)
  throw new Error('--seeds takes a whole number from 1, --from one from 0');
if (values.plant !== undefined && !plantNames.includes(values.plant))
  throw new Error(`--plant takes one of ${plantNames.join(', ')}`);

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** One part of the seeds, in a thread of its own. */
function runPart(part: { readonly from: number; readonly seeds: number }): Promise<Tally> {
  const worker = new Worker(new URL('simulate-worker.ts', import.meta.url), {
    workerData: { ...part, plant: values.plant ?? null },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

const began = performance.now();
const threads = Math.min(availableParallelism(), Math.ceil(seeds / 100));
// Whole models, so that none is compiled twice.
const size = Math.ceil(seeds / threads / 10) * 10;
const parts = Array.from({ length: threads }, (_, index) => ({
  from: from + index * size,
  seeds: Math.max(0, Math.min(size, seeds - index * size)),
})).filter((part) => part.seeds > 0);
const tally = (await Promise.all(parts.map(runPart))).reduce(addTally, emptyTally());
const seconds = (performance.now() - began) / 1000;

say(`${tally.seeds} seeds from ${from}: ${tally.lived} lived, ${tally.refused} spoilt and refused`);
say(`${tally.commands} commands, ${tally.events} events, ${tally.balanced} lives with every token counted`);
say(`${Math.round(tally.seeds / seconds)} seeds per second in ${threads} threads`);
say('');
for (const row of elementRows) say(`${String(tally.hits[row] ?? 0).padStart(9)}  ${row}`);
say('');
for (const { seed, broke } of tally.failures.slice(0, 20)) say(`seed ${seed}: ${broke}`);
say(`${tally.failures.length} failed`);
process.exitCode = tally.failures.length > 0 ? 1 : 0;
