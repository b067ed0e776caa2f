import { defineConfig } from 'vitest/config';
import { suites } from './tests/suites.ts';

// One vitest project per suite of tests/suites.ts; `node tests/run.ts` runs them one after the other.
export default defineConfig({
  test: {
    // Two at a time: the machines of the CI have two cores.
    maxWorkers: 2,
    projects: suites.map((suite) => ({
      extends: true,
      test: {
        name: suite.name,
        include: [...suite.include],
        exclude: [...suite.exclude],
        pool: 'forks',
        isolate: suite.isolated,
        fileParallelism: suite.beside,
        testTimeout: suite.secondsPerTest * 1000,
        // What is waited for is there at once on a machine that does nothing else; this one does.
        expect: { poll: { timeout: 12_000 } },
        hookTimeout: 60_000,
        globalSetup: ['tests/harness/setup-run.ts'],
        setupFiles: ['tests/harness/leaks.ts', 'tests/harness/law-10/listen.ts'],
        provide: { database: suite.database },
      },
    })),
  },
});
