import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from './database/postgres-cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Which database the suite is run on; `none` when it needs none. */
    database: 'none' | 'pglite' | 'postgres';
    /** A folder that all workers of this run may use; it is removed at the end. */
    runFolder: string;
    /** The cluster's own address, with the right to make databases; empty unless the suite is run on PostgreSQL. */
    postgresUrl: string;
  }
}

/**
 * What vitest does once before a suite: makes the run's folder and, for a suite on PostgreSQL, starts a cluster in it.
 * Returns what vitest does at the end.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'gridloom-run-'));
  chmodSync(folder, 0o755); // PostgreSQL never runs as root, so another user must be able to enter
  const onPostgres = project.config.provide.database === 'postgres';
  const cluster = onPostgres ? await startPostgres(join(folder, 'postgres')) : undefined;
  project.provide('runFolder', folder);
  project.provide('postgresUrl', cluster?.url ?? '');
  return async () => {
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
