/** How many tests there were, by outcome. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const nothing: Totals = { passed: 0, failed: 0, skipped: 0 };
export const onePassed: Totals = { ...nothing, passed: 1 };
export const oneFailed: Totals = { ...nothing, failed: 1 };

/** The sum of two totals. */
export function add(a: Totals, b: Totals): Totals {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The last line of every run; a CI log is read by it, so its form never changes. */
export function totalsLine(totals: Totals): string {
  return `${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`;
}

/** The part of vitest's JSON report that totals are counted from. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * Counts a suite. What vitest does not count as a failed test counts as one here: each file that could not be loaded or
 * whose hooks failed, and an error outside every test (an unhandled rejection, a crash, no files found).
 *
 * @param report what vitest wrote, or undefined when it wrote nothing
 * @param exitCode what vitest ended with
 */
export function countSuite(report: VitestReport | undefined, exitCode: number): Totals {
  if (report === undefined) return oneFailed;
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  const empty = report.numPassedTests + failed + report.numPendingTests + report.numTodoTests === 0;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && (exitCode !== 0 || empty) ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
