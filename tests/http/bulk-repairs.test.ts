import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bulkWorkOnce } from '../../server/jobs/bulk-worker.ts';
import { workBulkItem } from '../../server/application/operations/work-bulk-item.ts';
import { claimBulkItem } from '../../server/database/bulk-repairs.ts';
import { xiguan } from '../application/street.ts';
import { ok } from './drafting.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';
import { breakProcess, mended, operator, reportSettled } from './stuck-cases.ts';

let door: TestApp;

beforeAll(async () => {
  door = await openTestApp({ publishes: true });
  await breakProcess(door);
});
afterAll(() => door.close());

const begin = (body: object, account: string = operator) => door.ask(account, 'POST', '/api/bulk-repairs', body);
const read = async (id: string) => ok(await door.ask(operator, 'GET', `/api/bulk-repairs/${id}`));
const stuck = async () => ok(await door.ask(operator, 'GET', '/api/instances?state=stuck')).total.count;

async function several(count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let nth = 0; nth < count; nth += 1) ids.push(await reportSettled(door));
  return ids;
}

async function workAll(): Promise<void> {
  while (await bulkWorkOnce(door.street.context));
  await door.street.settle();
}

const item = (bulk: string, instance: string) => ({ tenant: door.street.context.tenant, bulk, instance });

describe('a repair of many instances', () => {
  it('does what a search found, each as if it were repaired alone, and says what came of each', async () => {
    const ids = await several(3);
    const { id, total } = ok(
      await begin({ search: { state: 'stuck' }, repair: { do: 'retry', variables: mended }, reason: '补上结果' }),
    );
    expect(total).toBe(3);
    expect(await read(id)).toMatchObject({ state: 'running', counts: { waiting: 3, done: 0 }, may: { stop: true } });
    await workAll();
    expect(await read(id)).toMatchObject({ state: 'done', counts: { waiting: 0, done: 3 }, may: { stop: false } });
    expect(await stuck()).toBe(0);
    const audited = await door.street.rows(
      `select subject_id as id, reason from audit where action = 'instance-retry' order by subject_id`,
    );
    expect(audited).toEqual(ids.toSorted().map((one) => ({ id: one, reason: '补上结果' })));
  });

  it('tells of each that could not be done why, and does the others', async () => {
    const [first = '', second = ''] = await several(2);
    ok(
      await door.ask(operator, 'POST', `/api/instances/${first}/repairs`, {
        repair: { do: 'cancel' },
        reason: '报重了',
      }),
    );
    const { id } = ok(await begin({ instances: [first, second], repair: { do: 'skip' }, reason: '已经手工归档' }));
    await workAll();
    const { counts, items } = await read(id);
    expect(counts).toMatchObject({ done: 1, refused: 1, waiting: 0 });
    expect(items[0]).toMatchObject({ instance: first, state: 'refused', problem: { code: 'no-incident' } });
    expect(items[1]).toMatchObject({ instance: second, state: 'done', problem: null });
  });

  it('stops when it is told to: what was done stays, what waits is not done', async () => {
    const ids = await several(3);
    const { id } = ok(await begin({ instances: ids, repair: { do: 'cancel' }, reason: '试一试' }));
    await workBulkItem(door.street.context, item(id, ids[1] ?? ''));
    ok(await door.ask(operator, 'POST', `/api/bulk-repairs/${id}/stop`));
    await workAll();
    expect(await read(id)).toMatchObject({
      state: 'stopped',
      counts: { done: 1, stopped: 2 },
      stoppedBy: { name: '高远' },
    });
    expect(await stuck()).toBe(2);
    expect((await door.ask(operator, 'POST', `/api/bulk-repairs/${id}/stop`)).body.code).toBe('bulk-ended');
    ok(await begin({ search: { state: 'stuck' }, repair: { do: 'cancel' }, reason: '清理' }));
    await workAll();
  });

  it('is gone on with by another worker when one has died, and nothing is done twice', async () => {
    const [one = ''] = await several(1);
    const { id } = ok(
      await begin({ instances: [one], repair: { do: 'retry', variables: mended }, reason: '补上结果' }),
    );
    const { context } = door.street;
    const soon = (ms: number) => context.database.read(async (tx) => new Date(Date.parse(tx.now) + ms).toISOString());
    const until = await soon(60_000);
    // A worker claims it and dies.
    await context.database.transaction((tx) => claimBulkItem(tx, item(id, one), until));
    expect(await workBulkItem(context, item(id, one))).toBe(false);
    await door.street.advance(61_000);
    expect(await workBulkItem(context, item(id, one))).toBe(true);
    expect(await workBulkItem(context, item(id, one))).toBe(false);
    const told = await door.street.rows(
      `select 1 from history where instance_id = $1 and event ->> 'type' = 'incident-resolved'`,
      one,
    );
    expect(told).toHaveLength(1);
  });

  it('gives up an item that took its worker down three times', async () => {
    const [one = ''] = await several(1);
    const { id } = ok(await begin({ instances: [one], repair: { do: 'cancel' }, reason: '试一试' }));
    await door.street.context.database.transaction((tx) =>
      tx.query('update bulk_repair_item set attempts = 3 where tenant_id = $1 and bulk_id = $2', [
        door.street.context.tenant,
        id,
      ]),
    );
    await workAll();
    const { counts, items } = await read(id);
    expect(counts).toMatchObject({ failed: 1 });
    expect(items[0].problem.code).toBe('given-up');
    expect(await stuck()).toBe(1);
  });

  it('does nothing any more once its operator has lost the right to', async () => {
    const [one = ''] = (
      ok(await door.ask(operator, 'GET', '/api/instances?state=stuck')).instances as { id: string }[]
    ).map(({ id }) => id);
    const { id } = ok(await begin({ instances: [one], repair: { do: 'cancel' }, reason: '试一试' }));
    const { context } = door.street;
    await context.database.transaction((tx) =>
      tx.query(`update person set active = false where tenant_id = $1 and account = $2`, [context.tenant, operator]),
    );
    await workAll();
    const rows = await door.street.rows('select state, code from bulk_repair_item where bulk_id = $1', id);
    expect(rows).toEqual([{ state: 'refused', code: 'not-permitted' }]);
    await context.database.transaction((tx) =>
      tx.query(`update person set active = true where tenant_id = $1 and account = $2`, [context.tenant, operator]),
    );
  });
});

describe.each([
  ['a worker', xiguan.worker],
  ['a grid head', xiguan.gridHead],
  ['an officer', xiguan.officer],
  ['the leader', xiguan.leader],
])('%s', (_, account) => {
  it('may neither look at instances nor repair any', async () => {
    const [row] = await door.street.rows<{ id: string }>(
      'select id from process_instance where ended_at is null limit 1',
    );
    const body = { repair: { do: 'cancel' }, reason: '试一试' };
    const asked = [
      door.ask(account, 'GET', '/api/instances'),
      door.ask(account, 'GET', '/api/instance-choices'),
      door.ask(account, 'GET', '/api/bulk-repairs'),
      begin({ ...body, instances: [row?.id] }, account),
    ];
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    const named = [
      door.ask(account, 'GET', `/api/instances/${row?.id}`),
      door.ask(account, 'POST', `/api/instances/${row?.id}/repairs`, body),
      door.ask(account, 'POST', `/api/instances/${row?.id}/repairs/preview`, { repair: body.repair }),
    ];
    expect((await Promise.all(named)).map(({ body: { code } }) => code)).toEqual(Array(3).fill('instance-unknown'));
  });
});

describe('the administrator of the street', () => {
  it('may look, and repairs nothing', async () => {
    const { instances } = ok(await door.ask(xiguan.administrator, 'GET', '/api/instances?state=open'));
    const url = `/api/instances/${instances[0].id}`;
    expect(ok(await door.ask(xiguan.administrator, 'GET', url)).may).toEqual({ repair: false });
    const body = { repair: { do: 'cancel' }, reason: '试一试' };
    const asked = [
      door.ask(xiguan.administrator, 'POST', `${url}/repairs`, body),
      door.ask(xiguan.administrator, 'POST', `${url}/repairs/preview`, { repair: body.repair }),
      begin({ ...body, instances: [instances[0].id] }, xiguan.administrator),
    ];
    expect((await Promise.all(asked)).map(({ body: { code } }) => code)).toEqual(Array(3).fill('not-permitted'));
  });
});
