import { runProgram } from './run-program.ts';
import { add, nothing, oneFailed, onePassed, type Totals } from './totals.ts';

/** A program that finds a fault in the sources by reading them. Each counts as one test. */
interface Check {
  readonly name: string;
  readonly command: readonly string[];
}

/** What the set-up for tests leaves behind when the studio could be built. */
const studioIsBuilt: Check = { name: 'the studio is built', command: ['test', '-f', 'studio/dist/.built'] };

/** The slowest first, so that both workers end together. */
const checks: readonly Check[] = [
  { name: 'types of the studio', command: ['tsc', '-p', 'studio'] },
  { name: 'lint', command: ['oxlint', '--deny-warnings'] },
  { name: 'types of the server and the tests', command: ['tsc', '-p', '.'] },
  { name: 'types of the kernel alone, without Node and without a browser', command: ['tsc', '-p', 'server/kernel'] },
  { name: 'types of the tests that see the studio', command: ['tsc', '-p', 'tests/studio'] },
  { name: 'nothing is unused', command: ['knip', '--no-progress'] },
  { name: 'format (npm run format mends it)', command: ['oxfmt', '--check'] },
];

/** Two at a time, as for all tests: the machines of the CI have two cores. */
const workers = 2;

async function runCheck(check: Check): Promise<Totals> {
  const begin = performance.now();
  const { exitCode, output } = await runProgram(check.command, 'later');
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  process.stdout.write(` ${exitCode === 0 ? '✓' : '✗'} ${check.name} (${seconds} s)\n`);
  if (exitCode !== 0) process.stdout.write(`${output.trimEnd()}\n\n`);
  return exitCode === 0 ? onePassed : oneFailed;
}

/**
 * Runs all checks and prints a line for each, with what it found when it failed.
 *
 * @param withStudio whether the studio must be built, because journeys are walked after this
 */
export async function runChecks(withStudio: boolean): Promise<Totals> {
  const waiting = withStudio ? [studioIsBuilt, ...checks] : [...checks];
  let totals = nothing;
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const outcome = await runCheck(check);
      totals = add(totals, outcome);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return totals;
}
