import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pgliteConnections } from '../../server/database/connections/pglite-connections.ts';

const sql = (file: string): string =>
  readFileSync(new URL(`../../server/database/migrations/${file}.sql`, import.meta.url), 'utf8');

it('a history that was written event by event is read the same after it became one row per step', async () => {
  const source = await pgliteConnections({ directory: null }, () => undefined);
  const connection = await source.acquire();
  try {
    await connection.script(sql('0001-process-instances'));
    await connection.script("create table history_case_2026_10 partition of history for values in ('case-2026-10')");
    const ids = ['0190a3b0-0000-7000-8000-000000000001', '0190a3b0-0000-7000-8000-000000000002'];
    for (const [seq, type] of ['instance-created', 'element-entered', 'element-left'].entries())
      await connection.query(
        `insert into history (tenant_id, bucket, instance_id, seq, at, event) values ($1, 'case-2026-10', $2, $3, '2026-10-01T00:00:00Z', $4)`,
        [...ids, seq + 1, JSON.stringify({ type })],
      );
    const read = () => connection.query('select seq, at, event from history order by seq', []);
    const before = await read();

    await connection.script(sql('0015-history-steps'));
    await connection.query(
      `insert into history_step (tenant_id, bucket, instance_id, seq, at, events) values ($1, 'case-2026-10', $2, 5, '2026-10-02T00:00:00Z', $3)`,
      [...ids, JSON.stringify([{ type: 'element-completing' }, { type: 'instance-completed' }])],
    );

    const { rows } = await read();
    expect(rows.slice(0, 3)).toEqual(before.rows);
    expect(rows.slice(3)).toEqual([
      { seq: 4, at: '2026-10-02T00:00:00.000Z', event: { type: 'element-completing' } },
      { seq: 5, at: '2026-10-02T00:00:00.000Z', event: { type: 'instance-completed' } },
    ]);
  } finally {
    connection.release(false);
    await source.close();
  }
});
