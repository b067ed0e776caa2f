import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parkInstance } from '../../server/application/incidents/park-instance.ts';
import { inboxIncident } from '../../server/database/inbox.ts';
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

const find = async (query: string, account: string = operator) =>
  ok(await door.ask(account, 'GET', `/api/instances?${query}`));
const repair = (instance: string, what: object, reason = '变量写错了', account: string = operator) =>
  door.ask(account, 'POST', `/api/instances/${instance}/repairs`, { repair: what, reason });
/** A case that waits for its dispatch. */
async function reportWaiting(): Promise<string> {
  const data = { category: 'dispute-neighbour', description: '楼上漏水，两家说不到一起', place: '3 单元' };
  const body = { caseType: 'event', area: xiguan.grid02, form: { data } };
  const { id } = ok(await door.ask(xiguan.officer, 'POST', '/api/cases', body));
  const [row] = await door.street.rows<{ instance: string }>(
    'select instance_id as instance from case_record where id = $1',
    id,
  );
  return row?.instance ?? '';
}
const read = async (instance: string) => ok(await door.ask(operator, 'GET', `/api/instances/${instance}`));

describe('a case whose archiving fails', () => {
  it('is found among the stuck, with where and why', async () => {
    const instance = await reportSettled(door);
    const { total, instances, area } = await find('state=stuck');
    expect(total).toEqual({ count: 1, exact: true });
    expect(area).toMatchObject({ name: '西关街道' });
    expect(instances).toMatchObject([
      {
        id: instance,
        state: 'stuck',
        process: { id: 'case-handling', title: '事件办理' },
        elements: [{ id: 'archive', title: '归档管理' }],
        incidents: [{ code: 'meeting-time-broken' }],
      },
    ]);
  });

  it.each([
    ['its element', 'element=archive', 'element=assign'],
    ['the code it is stuck by', 'incident=meeting-time-broken', 'incident=ladder-missing'],
    ['a declared variable', 'variable=case.onTheSpot=true', 'variable=case.onTheSpot=false'],
    ['its area', `state=stuck&area=${xiguan.grid01}`, `state=stuck&area=${xiguan.grid02}`],
    ['its process', 'state=stuck&process=case-handling', 'state=stuck&process=meeting'],
    [
      'its age',
      'state=stuck&startedFrom=2026-01-01T00:00:00.000Z',
      'state=stuck&startedUntil=2026-01-01T00:00:00.000Z',
    ],
    ['its version', 'state=stuck&version={version}', `state=stuck&version=${'0'.repeat(64)}`],
  ])('is found by %s, and not by another', async (_, fitting, other) => {
    const [{ id, version }] = (await find('state=stuck')).instances;
    const ids = (answer: { readonly instances: readonly { readonly id: string }[] }) =>
      answer.instances.map((one) => one.id);
    expect(ids(await find(fitting.replace('{version}', version.id)))).toContain(id);
    expect(ids(await find(other))).not.toContain(id);
  });

  it('is read whole: drawing with the token, variables, the incident, sentences of its history', async () => {
    const [{ id }] = (await find('state=stuck')).instances;
    const file = await read(id);
    expect(file.diagram.tokens).toEqual([{ element: 'archive', light: null, holder: '', incident: true }]);
    expect(file.variables[0]).toMatchObject({
      title: null,
      values: { case: { area: xiguan.grid01, onTheSpot: true } },
    });
    expect(file.incidents).toMatchObject([{ element: 'archive', title: '归档管理', code: 'meeting-time-broken' }]);
    const told = file.history.map(({ zh }: { readonly zh: string }) => zh);
    expect(told[0]).toBe('马小兰启动「事件办理」。');
    expect(told.some((line: string) => line.startsWith('卡在「归档管理」：通知里要写的会议时间'))).toBe(true);
    expect(file.may).toEqual({ repair: true });
  });

  it('fails again when it is only tried again, and goes on once the variable is set', async () => {
    const [{ id }] = (await find('state=stuck')).instances;
    ok(await repair(id, { do: 'retry' }, '再试一次'));
    await door.street.settle();
    expect((await read(id)).incidents).toHaveLength(1);
    ok(await repair(id, { do: 'retry', variables: mended }));
    await door.street.settle();
    const file = await read(id);
    expect(file).toMatchObject({ status: 'completed', incidents: [], tokens: [] });
    expect(file.history.map(({ zh }: { readonly zh: string }) => zh)).toContain(
      '高远让「归档管理」重试，原因：变量写错了。',
    );
    expect((await find('state=stuck')).total.count).toBe(0);
  });

  it('goes on without the step when it is skipped, and says who did it and why', async () => {
    const id = await reportSettled(door);
    ok(await repair(id, { do: 'skip' }, '已经手工归档'));
    await door.street.settle();
    const file = await read(id);
    expect(file.status).toBe('completed');
    expect(file.history.map(({ zh }: { readonly zh: string }) => zh)).toContain(
      '高远跳过了「归档管理」，原因：已经手工归档。',
    );
    const audit = await door.street.rows(
      `select p.account, a.action, a.reason from audit a join person p on p.id = a.person_id where a.subject_id = $1`,
      id,
    );
    expect(audit).toEqual([{ account: operator, action: 'instance-skip', reason: '已经手工归档' }]);
  });

  it('ends when it is cancelled: nothing of it is left to run, and no mark is', async () => {
    const id = await reportSettled(door);
    ok(await repair(id, { do: 'cancel' }, '报重了'));
    expect(await read(id)).toMatchObject({ status: 'cancelled', jobs: [], timers: [], incidents: [] });
    const left = await door.street.rows(
      `select (select count(*)::int from instance_mark where instance_id = $1) as marks, (select count(*)::int from job where instance_id = $1) as jobs,
         (select count(*)::int from incident where instance_id = $1) as incidents`,
      id,
    );
    expect(left).toEqual([{ marks: 0, jobs: 0, incidents: 0 }]);
    expect((await repair(id, { do: 'retry' })).body.code).toBe('no-incident');
  });
});

describe('an instance that was parked because its inbox failed', () => {
  it('is found among the stuck, and goes on when it is tried again', async () => {
    const parked = await reportWaiting();
    const { context } = door.street;
    await context.database.transaction((tx) => parkInstance(context, tx, parked, inboxIncident));
    const stuck = await find('state=stuck&incident=inbox-stuck');
    expect(stuck.instances).toMatchObject([{ id: parked, state: 'stuck', incidents: [{ code: 'inbox-stuck' }] }]);
    ok(await repair(parked, { do: 'retry' }, '已经修好'));
    expect((await find('incident=inbox-stuck')).instances).toEqual([]);
    expect(await read(parked)).toMatchObject({ status: 'running', incidents: [] });
  });
});
