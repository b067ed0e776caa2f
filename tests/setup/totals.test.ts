import { describe, expect, it } from 'vitest';
import { add, countSuite, nothing, onePassed, totalsLine, type VitestReport } from '../runner/totals.ts';

const report: VitestReport = {
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
};

describe('the last line of a run', () => {
  it('adds up all suites', () => {
    const totals = add(add(nothing, onePassed), { passed: 40, failed: 1, skipped: 2 });
    expect(totalsLine(totals)).toBe('41 passed, 1 failed, 2 skipped');
  });

  it('counts what vitest counts', () => {
    const run = { ...report, numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };
    expect(countSuite(run, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  it('counts a file that could not be loaded as a failed test', () => {
    const run = { ...report, numPassedTests: 5, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(countSuite(run, 1)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  it('counts an error outside every test as a failed test', () => {
    expect(countSuite({ ...report, numPassedTests: 5 }, 1).failed).toBe(1);
  });

  it('counts a suite that crashed or found no test as a failed test', () => {
    expect(countSuite(undefined, 0).failed).toBe(1);
    expect(countSuite(report, 0).failed).toBe(1);
  });
});
