import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { GroupResult } from './group-result.ts';
import { runMiwg } from './miwg.ts';
import { runTokenSimulation } from './token-simulation.ts';

// npm run conformance [-- --json FILE]
//
// Runs the suites nobody here wrote, from the folder beside the project. Exits with 1 when anything fails.

/** Where the foreign suites lie; they are never copied into the project. */
export const conformanceFolder = join(import.meta.dirname, '../../../../../shared/conformance');

const suites = [
  ['token-simulation', runTokenSimulation],
  ['miwg', runMiwg],
] as const;

/** Runs every suite that is there. */
export async function runConformance(): Promise<readonly GroupResult[]> {
  const results: GroupResult[] = [];
  for (const [name, run] of suites) {
    const folder = join(conformanceFolder, name);
    if (existsSync(folder)) results.push(...(await run(folder)));
  }
  return results;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { json: { type: 'string' } } });
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  const results = await runConformance();
  if (results.length === 0) say(`The suites are not beside the project (${conformanceFolder}): nothing was run.`);
  for (const { suite, group, passed, failures, excluded } of results) {
    say(
      `${suite.padEnd(18)} ${group.padEnd(20)} ${passed} passed, ${failures.length} failed, ${excluded.length} excluded`,
    );
    for (const failure of failures) say(`    FAILED ${failure}`);
    for (const reason of excluded) say(`    excluded ${reason}`);
  }
  if (values.json !== undefined) {
    const rows = results.map(({ suite, group, passed, failures, excluded }) => {
      return { suite, group, passed, failed: failures.length, excluded: excluded.length };
    });
    writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
  }
  if (results.some(({ failures }) => failures.length > 0)) process.exitCode = 1;
}
