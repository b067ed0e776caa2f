import { type Database, openDatabase } from '../../server/database/database.ts';
import { type DatabaseAddress, type DatabaseTemplate, freshDatabase } from '../harness/database/fresh-database.ts';

/** A clock that a test moves; the database's time goes on by itself. */
export interface TestClock {
  offsetMs(): number;
  /** Moves time on by this many milliseconds. */
  advance(ms: number): void;
}

/** A clock that begins at the database's time. */
function testClock(): TestClock {
  let offset = 0;
  return {
    offsetMs: () => offset,
    advance(ms) {
      offset += ms;
    },
  };
}

/** Opens the database at an address of the harness, with the schema of this program. */
export function openAt(address: DatabaseAddress, clock: TestClock = testClock()): Promise<Database> {
  return openDatabase({
    dataDir: address.kind === 'pglite' ? address.folder : null,
    databaseUrl: address.kind === 'postgres' ? address.url : null,
    clock,
    log: () => undefined,
  });
}

/** An empty database with the schema. */
export const emptySchema: DatabaseTemplate = {
  name: 'empty-schema',
  prepare: async (address) => {
    await (await openAt(address)).close();
  },
};

/** A database of one test file, its clock, and how to be rid of both. */
export interface TestDatabase {
  readonly database: Database;
  readonly address: DatabaseAddress;
  readonly clock: TestClock;
  close(): Promise<void>;
}

/** Opens a copy of a template on whichever database the suite is run on. */
export async function openTestDatabase(template: DatabaseTemplate = emptySchema): Promise<TestDatabase> {
  const fresh = await freshDatabase(template);
  const clock = testClock();
  const database = await openAt(fresh.address, clock);
  return {
    database,
    address: fresh.address,
    clock,
    async close() {
      await database.close();
      await fresh.remove();
    },
  };
}
