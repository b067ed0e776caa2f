import { parseArgs } from 'node:util';
import { benchKernel } from '../kernel/bpmn/bench/bench-kernel.ts';
import { benchClocks } from './clocks/bench-clocks.ts';
import { benchSize } from './size/bench-size.ts';
import { benchRuntime } from './runtime/bench-runtime.ts';
import { type BenchRow, tell } from './bench-row.ts';

// npm run bench [-- kernel | clocks | runtime | size] [row …] [--json FILE]
//
// Words that name no benchmark name rows: `npm run bench -- runtime task-list timers` runs only those of the runtime.
// Figures of one machine mean little; what they are of each other, in one run, is what to look at.

const benches: Readonly<Record<string, (only: readonly string[]) => Promise<readonly BenchRow[]>>> = {
  kernel: benchKernel,
  clocks: benchClocks,
  runtime: benchRuntime,
  size: benchSize,
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const named = positionals.filter((word) => Object.hasOwn(benches, word));
const only = positionals.filter((word) => !named.includes(word));
if (only.length > 0 && named.length === 0)
  throw new Error(`There is no benchmark "${only[0]}". There are: ${Object.keys(benches).join(', ')}.`);
const rows: BenchRow[] = [];
for (const [name, bench] of Object.entries(benches))
  if (named.length === 0 || named.includes(name)) rows.push(...(await bench(only)));
tell(rows, values.json);
