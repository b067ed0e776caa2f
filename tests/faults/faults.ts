import { writeFileSync } from 'node:fs';
import { inspect, parseArgs } from 'node:util';
import { openLoadGround } from '../harness/load-street/load-street.ts';
import { faultKinds } from './load/fault-kinds.ts';
import type { FaultRow } from './load/tally.ts';

// npm run faults [-- part of a name …] [-- --json FILE] [-- --times N] [-- --seed N] [-- --engine pglite|postgres]
//
// Makes every kind of fault happen while people work, and counts what became of what they were told is done.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    times: { type: 'string', default: '20' },
    seed: { type: 'string' },
    engine: { type: 'string' },
  },
});
const times = Number(values.times);
const firstSeed = Number(values.seed ?? Date.now() % 1_000_000);
const wanted = faultKinds.filter(
  ({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
);
if (wanted.length === 0)
  throw new Error(`No fault is named so. There are: ${faultKinds.map(({ name }) => name).join(', ')}.`);

const columns = ['fault', 'engine', 'injected', 'acknowledged', 'lost', 'doubled', 'invariantFaults'] as const;
const widths = [34, 9, 9, 13, 5, 8, 15, 7];

function line(cells: readonly (string | number)[]): string {
  return `${cells
    .map((cell, column) => String(cell).padEnd(widths[column] ?? 0))
    .join(' ')
    .trimEnd()}\n`;
}

/** Whoever stops after an hour has what was seen until then. */
function keep(): void {
  if (values.json === undefined) return;
  const told = rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]])));
  writeFileSync(values.json, `${JSON.stringify(told, null, 2)}\n`);
}

const rows: FaultRow[] = [];
let unfinished = 0;
const ground = await openLoadGround(['fsync=off', 'max_connections=60']);
process.stdout.write(`seed ${firstSeed}\n${line([...columns, 'seconds'])}`);
try {
  for (const kind of wanted)
    for (const engine of kind.engines.filter((one) => values.engine === undefined || one === values.engine)) {
      const began = performance.now();
      const row = await kind.run(ground, engine, times, firstSeed + rows.length).catch((error: unknown) => {
        // The others are worth their time all the same.
        unfinished += 1;
        process.stdout.write(`${kind.name} on ${engine} was not finished: ${inspect(error)}\n`);
        return null;
      });
      if (row === null) continue;
      rows.push(row);
      const seconds = Math.round((performance.now() - began) / 1000);
      process.stdout.write(line([...columns.map((column) => row[column]), seconds]));
      for (const detail of row.details) process.stdout.write(`    ${detail}\n`);
      keep();
    }
} finally {
  await ground.close();
}
const sum = (column: 'acknowledged' | 'injected' | 'lost' | 'doubled' | 'invariantFaults'): number =>
  rows.reduce((total, row) => total + row[column], 0);
process.stdout.write(
  line(['all', '', sum('injected'), sum('acknowledged'), sum('lost'), sum('doubled'), sum('invariantFaults')]),
);
process.exitCode = unfinished + sum('lost') + sum('doubled') + sum('invariantFaults') > 0 ? 1 : 0;
