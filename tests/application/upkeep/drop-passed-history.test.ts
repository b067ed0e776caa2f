import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCase } from '../../../server/application/cases/read-case.ts';
import type { Context } from '../../../server/application/context.ts';
import { examineDatabase } from '../../../server/application/doctor/examine-database.ts';
import { dropPassedHistory, type HistoryTerms } from '../../../server/application/upkeep/drop-passed-history.ts';
import { advanceInstance } from '../../../server/application/process-instances/advance-instance.ts';
import { openLiveStreet } from '../doctor/live-street.ts';
import { type Street, xiguan } from '../street.ts';

let street: Street;
beforeAll(async () => {
  street = await openLiveStreet();
});
afterAll(() => street.close());

function under(historyTerms: HistoryTerms): Context {
  return { ...street.context, historyTerms };
}

async function bucketsLeft(): Promise<readonly string[]> {
  const rows = await street.rows<{ bucket: string }>(
    'select distinct bucket from history where tenant_id = $1',
    street.context.tenant,
  );
  return rows.map(({ bucket }) => bucket);
}

/** Everything that runs ends, and so many months go by. */
async function endAllAndWait(months: number): Promise<void> {
  const running = await street.rows<{ id: string }>(
    `select id from process_instance where tenant_id = $1 and status = 'running' order by host_instance nulls first`,
    street.context.tenant,
  );
  for (const { id } of running)
    await street.context.database.transaction((tx) =>
      advanceInstance(street.context, tx, id, { type: 'cancel-instance', because: 'test', by: { system: 'operator' } }),
    );
  await street.settle();
  await street.advance(months * 31 * 86_400_000);
}

describe('history whose term has passed', () => {
  test('stays while something of its month still runs', async () => {
    await street.advance(100 * 31 * 86_400_000);
    const before = await bucketsLeft();
    await dropPassedHistory(under({ case: 1 }));
    expect(before.length).toBeGreaterThan(0);
    expect(await bucketsLeft()).toEqual(before);
  });

  test('stays where no term is set', async () => {
    await endAllAndWait(1);
    const before = await bucketsLeft();
    expect(await dropPassedHistory(under({}))).toEqual([]);
    expect(await bucketsLeft()).toEqual(before);
  });

  test('goes as a whole; the case and its instance stay, can be read, and are sound', async () => {
    const [before] = await street.rows<{ id: string }>(
      `select id from case_record where tenant_id = $1 and status = 'closed' limit 1`,
      street.context.tenant,
    );
    const dropped = await dropPassedHistory(under({ case: 1 }));
    expect(dropped.length).toBeGreaterThan(0);
    expect((await bucketsLeft()).filter((bucket) => dropped.includes(bucket))).toEqual([]);
    const actor = await street.actor(xiguan.worker);
    const shown = await street.context.database.read((tx) => readCase(street.context, tx, actor, before?.id ?? ''));
    expect(shown.id).toBe(before?.id);
    expect((await examineDatabase(street.context, { fold: 'all' })).counts).toEqual({});
  });

  test('is dropped once', async () => {
    expect(await dropPassedHistory(under({ case: 1 }))).toEqual([]);
  });
});
