import { globSync } from 'node:fs';
import { runChecks } from './runner/checks.ts';
import { root, stopPrograms } from './runner/run-program.ts';
import { isThere, runSuite } from './runner/run-suite.ts';
import { add, nothing, type Totals, totalsLine } from './runner/totals.ts';
import { type Suite, suites } from './suites.ts';

// node tests/run.ts                  every check and every suite; the last line adds them up
// node tests/run.ts check            the checks and the architecture tests only
// node tests/run.ts server faults    these suites only
// node tests/run.ts kernel/feel      the test files whose path contains this

const words = process.argv.slice(2);
const isSuite = (word: string): boolean => suites.some((suite) => suite.name === word);
const filters = words.filter((word) => word !== 'check' && !isSuite(word));
const named = words.filter(isSuite);

function heading(name: string, about: string): void {
  process.stdout.write(`\n── ${name}: ${about}\n`);
}

function hasFiles(suite: Suite, parts: readonly string[]): boolean {
  const files = globSync([...suite.include], { cwd: root, exclude: [...suite.exclude] });
  return files.some((file) => parts.some((part) => file.includes(part)));
}

interface Choice {
  readonly suite: Suite;
  /** Parts of paths; empty means all of the suite's files. */
  readonly filters: readonly string[];
}

/** The suites to run: all of them, or those that the command line names or whose files it names. */
function chosenSuites(): readonly Choice[] {
  if (words.join() === 'check') return suites.slice(0, 1).map((suite) => ({ suite, filters: ['tests/architecture/'] }));
  if (words.length === 0) return suites.map((suite) => ({ suite, filters: [] }));
  return suites.flatMap((suite) => {
    if (named.includes(suite.name)) return [{ suite, filters: [] }];
    return filters.length > 0 && hasFiles(suite, filters) ? [{ suite, filters }] : [];
  });
}

function notThere(suite: Suite): Totals {
  process.stdout.write(
    `Nothing to run: there is no folder ${suite.folders.map((name) => `tests/${name}`).join(', ')}.\n`,
  );
  return nothing;
}

async function runAll(): Promise<Totals> {
  let totals = nothing;
  if (words.length === 0 || words.includes('check')) {
    heading('check', 'types, lint, format, nothing unused');
    totals = add(totals, await runChecks(words.length === 0));
  }
  for (const { suite, filters: parts } of chosenSuites()) {
    heading(suite.name, suite.about);
    totals = add(totals, isThere(suite) ? await runSuite(suite, parts) : notThere(suite));
  }
  return totals;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stopPrograms);
const totals = await runAll();
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
process.stdout.write(`\n${totalsLine(totals)}\n`);
