import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../server/database/database.ts';
import type { Transaction } from '../../server/database/transaction.ts';
import { uuidv7 } from '../../server/application/uuid.ts';
import { type CuttableWay, cuttableWay } from './cut-connection.ts';
import { openAt, openTestDatabase, type TestDatabase } from './open-test-database.ts';

let opened: TestDatabase;
let way: CuttableWay;
let database: Database;

beforeAll(async () => {
  opened = await openTestDatabase();
  if (opened.address.kind !== 'postgres') throw new Error('this file needs PostgreSQL');
  way = await cuttableWay(opened.address.url);
  database = await openAt({ kind: 'postgres', url: way.url });
});

afterAll(async () => {
  await database.close();
  await way.close();
  await opened.close();
});

async function insertTenant(tx: Transaction, id: string): Promise<void> {
  await tx.query('insert into tenant (tenant_id, title, secret, created_at) values ($1, $2, $3, $4)', [
    id,
    '西关',
    Buffer.of(1),
    tx.now,
  ]);
}

async function isThere(id: string): Promise<boolean> {
  return database.read(async (tx) => (await tx.query('select from tenant where tenant_id = $1', [id])).length === 1);
}

/** Two pieces of work that lock two rows in opposite order, each waiting until the other has its first. */
function deadlocked(first: string, second: string): Promise<number[]> {
  const arrived = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let runs = 0;
  const lock = (tx: Transaction, id: string) => tx.query('select from tenant where tenant_id = $1 for update', [id]);
  const work = (one: string, other: string, index: number) =>
    database.transaction(async (tx) => {
      runs += 1;
      await lock(tx, one);
      arrived[index]?.resolve();
      await arrived[1 - index]?.promise;
      await lock(tx, other);
      return runs;
    });
  return Promise.all([work(first, second, 0), work(second, first, 1)]);
}

describe('a transaction on PostgreSQL', () => {
  it('is run again when the server ended its session before the commit', async () => {
    const id = uuidv7();
    let runs = 0;
    await database.transaction(async (tx) => {
      runs += 1;
      await insertTenant(tx, id);
      if (runs === 1) await tx.query('select pg_terminate_backend(pg_backend_pid())');
    });

    expect(runs).toBe(2);
    expect(await isThere(id)).toBe(true);
  });

  it('says that nobody knows when the answer to COMMIT was lost', async () => {
    const id = uuidv7();
    way.cutAfter('commit');
    const lost = database.transaction((tx) => insertTenant(tx, id));

    await expect(lost).rejects.toMatchObject({ code: 'outcome-unknown' });
    expect(await isThere(id)).toBe(true);
  });

  it('is run again when the answer to COMMIT was lost and the work knows what was done', async () => {
    const id = uuidv7();
    way.cutAfter('commit');
    const done = await database.transaction(
      async (tx) => {
        const [known] = await tx.query('select from tenant where tenant_id = $1', [id]);
        if (known === undefined) await insertTenant(tx, id);
        return known === undefined ? 'done' : 'known';
      },
      { idempotent: true },
    );

    expect(done).toBe('known');
  });

  it('that was the victim of a deadlock is run again', async () => {
    const [first, second] = [uuidv7(), uuidv7()];
    await database.transaction(async (tx) => {
      await insertTenant(tx, first);
      await insertTenant(tx, second);
    });

    expect(Math.max(...(await deadlocked(first, second)))).toBeGreaterThanOrEqual(3);
  });
});

describe('a PostgreSQL server that is not there', () => {
  it('is told by its own code', async () => {
    const opening = openAt({ kind: 'postgres', url: 'postgres://nobody@127.0.0.1:1/none' });
    await expect(opening).rejects.toMatchObject({ code: 'database-unavailable' });
  });
});
