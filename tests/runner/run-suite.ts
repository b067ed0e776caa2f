import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Suite } from '../suites.ts';
import { root, runProgram } from './run-program.ts';
import { countSuite, type Totals, type VitestReport } from './totals.ts';

function readReport(file: string): VitestReport | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as VitestReport) : undefined;
}

/** Whether any of the suite's folders is there. A suite that has a folder but no test file in it fails. */
export function isThere(suite: Suite): boolean {
  return suite.folders.some((folder) => existsSync(join(root, 'tests', folder)));
}

/**
 * Runs one suite in a process of its own, so that a crash of it is counted and does not end the run.
 *
 * @param suite an entry of tests/suites.ts
 * @param filters parts of paths; when given, only test files whose path contains one of them are run, perhaps none
 */
export async function runSuite(suite: Suite, filters: readonly string[]): Promise<Totals> {
  const folder = mkdtempSync(join(tmpdir(), 'gridloom-report-'));
  const file = join(folder, 'report.json');
  const options = ['--project', suite.name, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { exitCode } = await runProgram(['vitest', 'run', ...options, ...filters], 'live');
  const totals = countSuite(readReport(file), exitCode);
  rmSync(folder, { recursive: true, force: true });
  return totals;
}
