import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportCase } from '../../server/application/cases/report-case.ts';
import { readCaseRow } from '../../server/database/cases.ts';
import { dueTimers } from '../../server/database/timers.ts';
import { fireDueTimers } from '../../server/schedules/timekeeper.ts';
import { openTestStreet, type TestStreet } from '../application/test-street.ts';

let street: TestStreet;
beforeAll(async () => {
  street = await openTestStreet();
  await street.setClock('2026-09-10T01:00:00.000Z');
});
afterAll(() => street.close());

describe('the timekeeper', () => {
  test('fires what is due, each exactly once, though several hands look at once', async () => {
    const { context, release } = street;
    const actor = await street.person('maxiaolan');
    const category = [...release.caseTypes.values()][0]?.categories[0]?.children?.[0]?.id ?? '';
    const { id } = await context.database.transaction((tx) =>
      reportCase(context, tx, actor, {
        caseType: 'event',
        area: '620502005001001',
        data: { category, description: '二楼消防通道堆满纸箱。', place: '西关正街 30 号楼' },
      }),
    );
    await street.setClock('2026-09-10T09:00:00.000Z');
    // A round fires one timer of an instance; what is due after it is the next round's.
    for (let round = 0; round < 3; round += 1) await Promise.all([1, 2, 3].map(() => fireDueTimers(context)));
    const row = await context.database.read((tx) => readCaseRow(tx, context.tenant, id));
    const told = await context.database.read((tx) =>
      tx.query(
        `select event ->> 'light' as light from history where instance_id = $1 and event ->> 'type' = 'light-changed' order by seq`,
        [row?.instance],
      ),
    );
    expect({ told, light: row?.light, ever: row?.everOverdue }).toEqual({
      told: [{ light: 'yellow' }, { light: 'red' }],
      light: 'red',
      ever: true,
    });
  });

  test('removes a timer its instance does not wait for', async () => {
    const { context } = street;
    await context.database.transaction((tx) =>
      tx.query(
        `insert into timer (tenant_id, instance_id, element, scope, key, generation, due_at) values ($1, '00000000-0000-7000-8000-000000000001', 1, 0, 'red', 1, $2)`,
        [context.tenant, tx.now],
      ),
    );
    await fireDueTimers(context);
    expect(await context.database.read((tx) => dueTimers(tx, tx.now, 10))).toEqual([]);
  });
});
