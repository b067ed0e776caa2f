import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureHistoryPartitions } from '../../server/database/history-partitions.ts';
import { uuidv7 } from '../../server/application/uuid.ts';
import { openTestDatabase, type TestDatabase } from './open-test-database.ts';

let opened: TestDatabase;

beforeAll(async () => {
  opened = await openTestDatabase();
});

afterAll(() => opened.close());

async function partitionOf(bucket: string): Promise<string | undefined> {
  return opened.database.transaction(async (tx) => {
    const [row] = await tx.query<{ table: string }>(
      `insert into history_step (tenant_id, bucket, instance_id, seq, at, events) values ($1, $2, $3, 1, $4, '[{}]')
       returning tableoid::regclass::text as "table"`,
      [uuidv7(), bucket, uuidv7(), tx.now],
    );
    return row?.table;
  });
}

describe('history', () => {
  it('goes to the partition of its bucket', async () => {
    await opened.database.transaction((tx) => ensureHistoryPartitions(tx, ['case-2026-11', 'case-2026-12']));
    expect(await partitionOf('case-2026-12')).toBe('history_case_2026_12');
  });

  it('goes to the rest when nobody made a partition for it', async () => {
    expect(await partitionOf('case-1999-01')).toBe('history_rest');
  });

  it('keeps its partitions when they are asked for again', async () => {
    const twice = ['meeting-2026-11', 'meeting-2026-11'];
    await opened.database.transaction((tx) => ensureHistoryPartitions(tx, twice));
    expect(await partitionOf('meeting-2026-11')).toBe('history_meeting_2026_11');
  });

  it('takes no bucket that is not written as one', async () => {
    const asked = opened.database.transaction((tx) => ensureHistoryPartitions(tx, [`x'); drop table person; --`]));
    await expect(asked).rejects.toThrow('no bucket');
  });
});
