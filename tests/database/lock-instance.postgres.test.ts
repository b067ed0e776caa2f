import { afterAll, beforeAll, expect, it } from 'vitest';
import { lockInstance } from '../../server/database/process-instances.ts';
import { openTestStreet, type TestStreet } from '../application/test-street.ts';
import { reportCase } from '../../server/application/cases/report-case.ts';
import { xiguan } from '../application/street.ts';

let street: TestStreet;

beforeAll(async () => {
  street = await openTestStreet();
});

afterAll(() => street.close());

it('a command that waited for an instance sees its case as the command before it left it', async () => {
  const { context } = street;
  const { database, tenant } = context;
  const worker = await street.person(xiguan.worker);
  const data = { category: 'sanitation-other', description: '楼道里堆了东西。', place: '西关正街 12 号院' };
  const { id } = await database.transaction((tx) =>
    reportCase(context, tx, worker, { caseType: 'event', area: xiguan.grid01, data }),
  );
  const [row] = await database.read((tx) =>
    tx.query<{ instance: string }>('select instance_id as instance from case_record where id = $1', [id]),
  );
  const instance = row?.instance ?? '';
  const waits = Promise.withResolvers<void>();

  const first = database.transaction(async (tx) => {
    await lockInstance(tx, tenant, instance);
    await tx.query(`update case_record set stage = 'handle' where tenant_id = $1 and id = $2`, [tenant, id]);
    await waits.promise;
  });
  const second = database.transaction((tx) => lockInstance(tx, tenant, instance));
  await untilSomebodyWaits();
  waits.resolve();
  await first;

  expect((await second)?.progress?.stage).toBe('handle');
});

/** Returns when a session of this database waits for a lock. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const waiting = await street.context.database.read((tx) =>
      tx.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`),
    );
    if (waiting.length > 0) return;
  }
}
