import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Tenant } from '../../server/database/entities/tenant.ts';
import type { Transaction } from '../../server/database/transaction.ts';
import { uuidv7 } from '../../server/application/uuid.ts';
import { openTestDatabase, type TestDatabase } from './open-test-database.ts';

let opened: TestDatabase;

beforeAll(async () => {
  opened = await openTestDatabase();
});

afterAll(() => opened.close());

async function insertTenant(tx: Transaction, id: string): Promise<void> {
  await tx.query('insert into tenant (tenant_id, title, secret, created_at) values ($1, $2, $3, $4)', [
    id,
    '西关',
    Buffer.of(1),
    tx.now,
  ]);
}

function tenantTitle(id: string): Promise<string | undefined> {
  return opened.database.read(async (tx) => {
    const [row] = await tx.query<{ title: string }>('select title from tenant where tenant_id = $1', [id]);
    return row?.title;
  });
}

describe('a transaction', () => {
  it('is there as a whole after it, for everybody', async () => {
    const id = uuidv7();
    await opened.database.transaction((tx) => insertTenant(tx, id));
    expect(await tenantTitle(id)).toBe('西关');
  });

  it('leaves nothing when its work fails', async () => {
    const id = uuidv7();
    const failing = opened.database.transaction(async (tx) => {
      await insertTenant(tx, id);
      throw new Error('no');
    });

    await expect(failing).rejects.toThrow('no');
    expect(await tenantTitle(id)).toBeUndefined();
  });

  it('can be followed by another one when a statement of it failed', async () => {
    const id = uuidv7();
    await expect(opened.database.transaction((tx) => tx.query('select nonsense'))).rejects.toThrow('nonsense');
    await opened.database.transaction((tx) => insertTenant(tx, id));
    expect(await tenantTitle(id)).toBe('西关');
  });

  it('refuses to be forgotten: asking the database from inside it is a bug, not a deadlock', async () => {
    const nested = opened.database.transaction(() => opened.database.read((tx) => tx.query('select 1')));
    await expect(nested).rejects.toThrow('inside a transaction');
  });

  it('lets work that it started ask again once it has ended', async () => {
    let later = Promise.resolve(0);
    await opened.database.transaction(async () => {
      later = new Promise((resolve) => setImmediate(resolve)).then(() =>
        opened.database.read(async (tx) => (await tx.query('select 1')).length),
      );
    });
    expect(await later).toBe(1);
  });

  it('is void after its end', async () => {
    let kept: Transaction | undefined;
    await opened.database.transaction(async (tx) => {
      kept = tx;
    });
    await expect(kept?.query('select 1')).rejects.toThrow('after its end');
  });

  it('flushes what its entity manager holds, and shows it to its statements', async () => {
    const id = uuidv7();
    const seen = await opened.database.transaction(async (tx) => {
      const em = await tx.em();
      em.create(Tenant, { tenantId: id, title: "d'城口", secret: Buffer.of(1), createdAt: tx.now });
      await em.flush();
      em.getReference(Tenant, id).title = '武胜';
      return tx.query('select title from tenant where tenant_id = $1', [id]);
    });

    expect(seen).toEqual([{ title: "d'城口" }]);
    expect(await tenantTitle(id)).toBe('武胜');
  });

  it('reads one snapshot, and cannot write while it reads', async () => {
    await expect(opened.database.read((tx) => insertTenant(tx, uuidv7()))).rejects.toThrow('read-only');
  });

  it('has the time of the database, moved by the clock', async () => {
    const before = await opened.database.read(async (tx) => tx.now);
    opened.clock.advance(86_400_000);
    const after = await opened.database.read(async (tx) => tx.now);
    opened.clock.advance(-86_400_000);

    expect(before).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(Math.round((Date.parse(after) - Date.parse(before)) / 3_600_000)).toBe(24);
  });

  it('takes its turn: a hundred at once all get in', async () => {
    const ids = Array.from({ length: 100 }, () => uuidv7());
    await Promise.all(ids.map((id) => opened.database.transaction((tx) => insertTenant(tx, id))));
    const [found] = await opened.database.read((tx) =>
      tx.query<{ count: number }>('select count(*) from tenant where tenant_id = any($1)', [ids]),
    );
    expect(found?.count).toBe(100);
  });
});

describe('a value', () => {
  it.each([
    ['an instant', 'timestamptz(3)', '2026-02-28T16:00:00.120Z'],
    ['a date', 'date', '2026-02-28'],
    ['dates', 'date[]', ['2026-02-28', '2027-01-01']],
    ['instants', 'timestamptz(3)[]', ['2026-02-28T16:00:00.000Z']],
    ['texts', 'text[]', ['a', 'b,"c"', '']],
    ['a number', 'int8', 9_007_199_254_740_991],
    ['a switch', 'boolean', true],
    ['nothing', 'text', null],
  ])('comes back as it went in: %s', async (_, type, value) => {
    const [row] = await opened.database.read((tx) =>
      tx.query<{ value: unknown }>(`select $1::${type} as value`, [value]),
    );
    expect(row?.value).toEqual(value);
  });

  it('comes back as it went in: JSON, which goes in as text', async () => {
    const value = { 名: ['甲', 1, null, { a: true }] };
    const [row] = await opened.database.read((tx) =>
      tx.query<{ value: unknown }>('select $1::jsonb as value', [JSON.stringify(value)]),
    );
    expect(row?.value).toEqual(value);
  });

  it('comes back as it went in: bytes', async () => {
    const [row] = await opened.database.read((tx) =>
      tx.query<{ value: Uint8Array }>('select $1::bytea as value', [Buffer.of(0, 255, 10)]),
    );
    expect([...(row?.value ?? [])]).toEqual([0, 255, 10]);
  });
});

describe('a statement that is only sent', () => {
  it('is committed with the rest', async () => {
    const id = uuidv7();
    await opened.database.transaction(async (tx) => sendTenant(tx, id));

    expect(await tenantsWith(id)).toBe(1);
  });

  it('that fails undoes the whole transaction and is told', async () => {
    const [id, other] = [uuidv7(), uuidv7()];
    const failing = opened.database.transaction(async (tx) => {
      sendTenant(tx, other);
      sendTenant(tx, id);
      sendTenant(tx, id);
    });

    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(await tenantsWith(other)).toBe(0);
  });
});

describe('work that goes on after a statement of its own has failed', () => {
  it('is not told that it was done, because nothing was', async () => {
    const id = uuidv7();
    const swallowing = opened.database.transaction(async (tx) => {
      sendTenant(tx, id);
      await Promise.allSettled([tx.query('select 1 / 0')]);
    });

    await expect(swallowing).rejects.toMatchObject({ code: '22012' });
    expect(await tenantsWith(id)).toBe(0);
  });
});

function sendTenant(tx: Transaction, id: string): void {
  tx.write('insert into tenant (tenant_id, title, secret, created_at) values ($1, $2, $3, $4)', [
    id,
    '西关',
    Buffer.of(1),
    tx.now,
  ]);
}

async function tenantsWith(id: string): Promise<number> {
  return opened.database.read(async (tx) => (await tx.query('select from tenant where tenant_id = $1', [id])).length);
}
