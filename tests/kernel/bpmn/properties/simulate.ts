import fc from 'fast-check';
import { invariants, type Life } from './live-through.ts';
import { everyLifeCanBeCancelled, everyLifeEnds } from './lives.ts';

// npm run simulate -- [processes] [seed]
//
// Lives thousands of random processes through. A failure prints the smallest process and seed that fail alike; the seed
// printed first repeats the whole run.

const [processes = 20_000, seed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number);
const say = (text: string): void => void process.stdout.write(`${text}\n`);

type Report = (life: Life) => void;

async function run(name: string, live: (report: Report) => Promise<void>): Promise<void> {
  const began = performance.now();
  let [lives, commands, events] = [0, 0, 0];
  say(`${name}, seed ${seed}`);
  await live((life) => {
    [lives, commands, events] = [lives + 1, commands + life.commands, events + life.events];
    if (lives % 2000 === 0) say(`  ${lives} processes, ${commands} commands, ${events} events`);
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`  ${lives} processes, ${commands} commands, ${events} events in ${seconds} s`);
}

const settings = { numRuns: processes, seed };
await run('lived through to the end, twice each', (report) => fc.assert(everyLifeEnds(report), settings));
await run('cancelled at a random moment', (report) => fc.assert(everyLifeCanBeCancelled(report), settings));
say('After every step it was checked that');
for (const invariant of invariants) say(`  - ${invariant};`);
say('and that the same commands give the same life.');
