import { readFileSync } from 'node:fs';
import { loadDemoPeople } from '../../../server/application/demo/load-demo-people.ts';
import { openContext } from '../../../server/application/open-context.ts';
import { headArea } from '../../../server/application/organization/head-area.ts';
import { hashPassword } from '../../../server/application/sessions/password-hash.ts';
import type { DemoPeopleFile } from '../../../server/kernel/release/demo.ts';
import { firstPack, packArgument } from '../../../server/packs/pack-argument.ts';
import type { DatabaseAddress, DatabaseTemplate } from '../database/fresh-database.ts';
import { type ServerOptions, type ServerProcess, startServer } from './server-process.ts';

/** What everybody's password is in a street whose people have accounts. */
export const password = 'ninghe-lu-12-hao';

const packFolder = new URL(`../../../definitions/${firstPack}/`, import.meta.url);
const { people } = JSON.parse(readFileSync(new URL('demo/people.json', packFolder), 'utf8')) as DemoPeopleFile;

/** When the pack of every street was published: before anything that a test tells. */
const published = Date.parse('2026-08-03T01:00:00.000Z');

function optionsFor(address: DatabaseAddress) {
  const offset = published - Date.now();
  const silent = (): void => undefined;
  return {
    dataDir: address.kind === 'pglite' ? address.folder : '/nonexistent',
    databaseUrl: address.kind === 'postgres' ? address.url : null,
    clock: { offsetMs: () => offset },
    demo: true,
    wake: silent,
    log: { info: silent, warn: silent, error: silent },
    packs: { find: packArgument(firstPack).find, first: firstPack },
  };
}

async function prepare(address: DatabaseAddress, settle: string): Promise<void> {
  const { context } = await openContext(optionsFor(address));
  const release = await context.database.read((tx) => context.releases.current(tx));
  const hash = await hashPassword(password);
  await context.database.transaction(async (tx) => {
    await loadDemoPeople(tx, context.tenant, headArea(release.areas).code, people);
    await tx.query(settle, [hash]);
  });
  await context.database.close();
}

/** 西关街道 with its invented people, no case yet. Some are offered at the sign-in page; everybody has a password too. */
export const demoStreet: DatabaseTemplate = {
  name: 'demo-street',
  prepare: (address) => prepare(address, 'update person set password_hash = $1'),
};

/** The same people with real accounts, as on PostgreSQL, where nobody enters with one click. */
export const realStreet: DatabaseTemplate = {
  name: 'real-street',
  prepare: (address) => prepare(address, 'update person set demo = false, demo_note = null, password_hash = $1'),
};

/** The time of a street: it goes on by itself, and a test moves it. */
export class StreetClock {
  #offsetMs: number;

  /** @param local the time in the street when the test begins, `2026-09-07 09:00` */
  constructor(local: string) {
    this.#offsetMs = instantOf(local) - Date.now();
  }

  get offsetMs(): number {
    return this.#offsetMs;
  }

  get now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  /** Moves on to a time in the street, `2026-09-10 09:00`. */
  moveTo(local: string): void {
    this.#offsetMs = instantOf(local) - Date.now();
  }

  /** Moves on by so many milliseconds. */
  advance(ms: number): void {
    this.#offsetMs += ms;
  }
}

function instantOf(local: string): number {
  return Date.parse(`${local.replace(' ', 'T')}:00+08:00`);
}

/** A street's server in a process of its own. */
export interface StreetServer extends ServerProcess {
  /** Tells it that its clock was moved; what became due begins at once. */
  tellTime(): Promise<void>;
  /** Rows of a statement, for assertions. */
  rows<Row>(sql: string, ...params: readonly unknown[]): Promise<readonly Row[]>;
}

/** Starts a street's server, or starts it again on what an earlier one left. */
export async function startStreet(options: Omit<ServerOptions, 'script'>, clock: StreetClock): Promise<StreetServer> {
  const environment = { ...options.environment, STREET_OFFSET_MS: String(clock.offsetMs) };
  const server = await startServer({ ...options, environment, script: 'tests/harness/fixtures/street-server.ts' });
  return {
    ...server,
    tellTime: async () => void (await server.ask({ offsetMs: clock.offsetMs })),
    rows: async <Row>(sql: string, ...params: readonly unknown[]) =>
      (await server.ask({ sql, params })) as readonly Row[],
  };
}
