import { parseArgs } from 'node:util';
import { benchKernel } from '../kernel/bpmn/bench/bench-kernel.ts';
import { benchRuntime } from './runtime/bench-runtime.ts';
import { type BenchRow, tell } from './bench-row.ts';

// npm run bench [-- kernel | runtime] [--json FILE]
//
// Figures of one machine mean little; what they are of each other, in one run, is what to look at.

const benches: Readonly<Record<string, () => Promise<readonly BenchRow[]>>> = {
  kernel: benchKernel,
  runtime: benchRuntime,
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const wanted = positionals.length > 0 ? positionals : Object.keys(benches);
const rows: BenchRow[] = [];
for (const name of wanted) {
  const bench = benches[name];
  if (!bench) throw new Error(`There is no benchmark "${name}". There are: ${Object.keys(benches).join(', ')}.`);
  rows.push(...(await bench()));
}
tell(rows, values.json);
