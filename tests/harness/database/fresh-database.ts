import { randomUUID } from 'node:crypto';
import { constants, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';
import { oncePerRun } from '../once-per-run.ts';

/** Where a database is: a folder that PGlite opens, or the address of a PostgreSQL database. */
export type DatabaseAddress =
  | { readonly kind: 'pglite'; readonly folder: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** A state that databases begin with. It is made once in a run and copied for each test file. */
export interface DatabaseTemplate {
  /** Letters, digits and hyphens; the same name means the same state. */
  readonly name: string;
  /** Fills an empty database, for example by the migrations, and leaves no connection open. */
  prepare(address: DatabaseAddress): Promise<void>;
}

/** A database of one test file. */
export interface FreshDatabase {
  readonly address: DatabaseAddress;
  /** Deletes it, after the test file has closed its own connections. */
  remove(): Promise<void>;
}

/**
 * A copy of a template, on the database that the suite is run on. Copying takes about 0.05 s for PGlite (whose first
 * start with an empty folder takes 2 to 5 s, and 0.2 s with a copy) and 0.1 s for PostgreSQL.
 *
 * @throws Error in a suite that is run without a database
 */
export async function freshDatabase(template: DatabaseTemplate): Promise<FreshDatabase> {
  const kind = inject('database');
  if (kind === 'none') {
    throw new Error(
      'This suite runs without a database: move the test to a folder of the server suite (tests/suites.ts).',
    );
  }
  return freshDatabaseOn(kind, template);
}

/**
 * The same on a database of one's choice. Its folder is also a DATA_DIR.
 *
 * @throws Error for PostgreSQL in a suite that is not run on it: only such a suite has a cluster
 */
export function freshDatabaseOn(kind: DatabaseAddress['kind'], template: DatabaseTemplate): Promise<FreshDatabase> {
  return kind === 'pglite' ? freshPglite(template) : freshPostgres(template);
}

async function freshPglite(template: DatabaseTemplate): Promise<FreshDatabase> {
  const original = join(inject('runFolder'), `pglite-${template.name}`);
  await oncePerRun(`pglite-${template.name}`, async () => {
    rmSync(original, { recursive: true, force: true });
    mkdirSync(original);
    await template.prepare({ kind: 'pglite', folder: original });
  });
  const folder = join(inject('runFolder'), `pglite-${randomUUID()}`);
  cpSync(original, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return {
    address: { kind: 'pglite', folder },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Runs statements on the cluster itself, outside every test's database. */
async function onCluster(...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function addressOf(database: string): DatabaseAddress {
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${database}`;
  return { kind: 'postgres', url: url.href };
}

async function freshPostgres(template: DatabaseTemplate): Promise<FreshDatabase> {
  const original = `template-${template.name}`;
  await oncePerRun(`postgres-${template.name}`, async () => {
    await onCluster(`drop database if exists "${original}"`, `create database "${original}"`);
    await template.prepare(addressOf(original));
  });
  const name = `test-${randomUUID()}`;
  await onCluster(`create database "${name}" template "${original}"`);
  return { address: addressOf(name), remove: () => onCluster(`drop database "${name}" with (force)`) };
}
