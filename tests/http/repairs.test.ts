import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workingTimeBetween } from '../../server/kernel/calendar/working-time.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import { xiguan } from '../application/street.ts';
import { CHINA } from '../kernel/calendar/china-calendar.ts';
import { drafter, ok, published } from './drafting.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';
import { operator } from './stuck-cases.ts';

let door: TestApp;

beforeAll(async () => {
  door = await openTestApp({ publishes: true });
});
afterAll(() => door.close());

const repair = (instance: string, what: object, reason = '街道要求') =>
  door.ask(operator, 'POST', `/api/instances/${instance}/repairs`, { repair: what, reason });
const preview = async (instance: string, what: object) =>
  ok(await door.ask(operator, 'POST', `/api/instances/${instance}/repairs/preview`, { repair: what }));
const read = async (instance: string) => ok(await door.ask(operator, 'GET', `/api/instances/${instance}`));

/** The drawing with the step of telling others under another id, and another name if wanted. */
function withTellingRenamed(xml: string, name = '抄送'): string {
  return xml
    .replaceAll(/(id|sourceRef|targetRef|bpmnElement)="tell-posts"/g, '$1="inform-posts"')
    .replace('id="inform-posts" name="抄送"', `id="inform-posts" name="${name}"`);
}

/** The drawing with the step of dispatching under another id. */
function withDispatchRenamed(xml: string): string {
  return xml.replaceAll(/(userTask id|sourceRef|targetRef|bpmnElement|attachedToRef)="assign"/g, '$1="assign-case"');
}

/** Hash of the release that was published last for an area. */
async function latestVersion(area: string): Promise<string> {
  const rows = await door.street.rows<{ hash: string }>(
    'select manifest_hash as hash from release where area = $1 order by created_at desc limit 1',
    area,
  );
  return rows[0]?.hash ?? '';
}

interface Reported {
  readonly id: string;
  readonly instance: string;
}

/** Reports a case that waits for its dispatch. */
async function reported(area: string = xiguan.grid02): Promise<Reported> {
  const data = { category: 'dispute-neighbour', description: '楼上漏水，两家说不到一起', place: '3 单元' };
  const { id } = ok(await door.ask(xiguan.officer, 'POST', '/api/cases', { caseType: 'event', area, form: { data } }));
  await door.street.settle();
  const [row] = await door.street.rows<{ instance: string }>(
    'select instance_id as instance from case_record where id = $1',
    id,
  );
  return { id, instance: row?.instance ?? '' };
}

/** Dispatches the case as its officer does. */
async function dispatch({ id }: Reported) {
  const file = ok(await door.ask(xiguan.officer, 'GET', `/api/cases/${id}`));
  return door.ask(xiguan.officer, 'POST', `/api/user-tasks/${file.may.complete ?? file.userTasks[0].id}/complete`, {
    data: { dispatch: 'as-suggested' },
  });
}

const dues = (instance: string) =>
  door.street.rows<{ key: string; due: string }>(
    'select key, due_at as due from timer where instance_id = $1 order by key',
    instance,
  );

interface Limits {
  readonly yellow: string;
  readonly due: string;
  readonly light: string;
  readonly case: string;
}

/** How the limit of the open user task stands in its row and in its case's. */
async function limits({ id, instance }: Reported): Promise<Limits> {
  const [row] = await door.street.rows<Limits>(
    `select u.yellow_at as yellow, u.due_at as due, u.light, k.due_at as case from user_task u join case_record k on k.id = $2
     where u.instance_id = $1 and u.state = 'open'`,
    instance,
    id,
  );
  if (!row) throw new Error('no user task is open');
  return row;
}
const hourMs = 3_600_000;

/** Opening time from one instant to another: none of it passes while the office is closed, whenever this test runs. */
const left = (from: string, due: string): number => workingTimeBetween(CHINA, from, due);

describe('a suspended instance', () => {
  it('lets nobody in, and its timers are not due however long it is held', async () => {
    const one = await reported();
    ok(await repair(one.instance, { do: 'suspend' }));
    expect((await dispatch(one)).body.code).toBe('instance-suspended');
    const held = await dues(one.instance);
    expect(held.length).toBeGreaterThan(0);
    expect(held.every(({ due }) => due.startsWith('9999'))).toBe(true);
    expect((await read(one.instance)).suspendedAt).not.toBeNull();
    const { instances } = ok(await door.ask(operator, 'GET', '/api/instances?state=suspended'));
    expect(instances).toMatchObject([{ id: one.instance, state: 'suspended' }]);
    ok(await repair(one.instance, { do: 'cancel' }));
  });

  it('has as much opening time left as when it was held, in its timers, its row and its case’s, and says so before and afterwards', async () => {
    const one = await reported();
    const before = await limits(one);
    ok(await repair(one.instance, { do: 'suspend' }));
    const { suspendedAt } = await read(one.instance);
    await door.street.advance(7 * hourMs);
    const told = await preview(one.instance, { do: 'resume', clocks: 'shift' });
    ok(await repair(one.instance, { do: 'resume', clocks: 'shift' }));
    const { asOf } = await read(one.instance);
    const after = await limits(one);
    const timers = await dues(one.instance);
    for (const at of ['yellow', 'due', 'case'] as const) {
      const used = left(suspendedAt, before[at]) - left(asOf, after[at]);
      expect(used).toBeGreaterThanOrEqual(0);
      expect(used).toBeLessThan(600_000);
    }
    expect(after.light).toBe(before.light);
    expect(timers).toContainEqual({ key: 'light:red', due: after.due });
    const says = expect.objectContaining({
      zh: expect.stringMatching(/^「任务指派」的办理时限顺延到 /),
      weight: 'main',
    });
    expect(told.happens).toContainEqual(says);
    expect((await read(one.instance)).history).toContainEqual(says);
    const file = ok(await door.ask(xiguan.officer, 'GET', `/api/cases/${one.id}`));
    expect(file.userTasks[0].light).toMatchObject({ light: 'green', dueAt: after.due });
    expect((await dispatch(one)).status).toBe(200);
  });

  it('keeps every timer as it was, when it is resumed with the clocks running on', async () => {
    const one = await reported();
    const before = await dues(one.instance);
    ok(await repair(one.instance, { do: 'suspend' }));
    await door.street.advance(hourMs / 2);
    ok(await repair(one.instance, { do: 'resume', clocks: 'run-on' }));
    expect(await dues(one.instance)).toEqual(before);
    expect((await repair(one.instance, { do: 'resume', clocks: 'run-on' })).body.code).toBe('not-suspended');
  });

  it('does a job again whose worker was at it when it was held', async () => {
    const one = await reported();
    ok(await dispatch(one));
    const [job] = await door.street.rows<{ element: number }>(
      'select element from job where instance_id = $1',
      one.instance,
    );
    expect(job).toBeDefined();
    ok(await repair(one.instance, { do: 'suspend' }));
    await door.street.settle();
    expect((await read(one.instance)).jobs).toHaveLength(1);
    ok(await repair(one.instance, { do: 'resume', clocks: 'shift' }));
    await door.street.settle();
    expect((await read(one.instance)).tokens).toMatchObject([{ element: 'investigate' }]);
  });
});

describe('moving a token', () => {
  it('says first what is taken away and what is entered, and writes nothing', async () => {
    const one = await reported();
    const { tokens } = await read(one.instance);
    const changes = [
      { do: 'cancel', element: tokens[0].id, scope: 0 },
      { do: 'activate', element: 'investigate' },
    ];
    const told = await preview(one.instance, { do: 'move', changes });
    expect(told.refused).toBeNull();
    const main = told.happens
      .filter(({ weight }: { weight: string }) => weight === 'main')
      .map(({ zh }: { zh: string }) => zh);
    expect(main).toContain('「任务指派」被取消。');
    expect(main.some((zh: string) => zh.startsWith('「调查落实」交给 '))).toBe(true);
    expect((await read(one.instance)).tokens).toEqual(tokens);
    ok(await repair(one.instance, { do: 'move', changes }));
    expect((await read(one.instance)).tokens).toMatchObject([{ element: 'investigate', state: 'waiting' }]);
    const { stage } = ok(await door.ask(xiguan.officer, 'GET', `/api/cases/${one.id}`));
    expect(stage.id).toBe('investigate');
  });

  it('is refused where no token may be put, before and when it is done', async () => {
    const { instance } = await reported();
    const what = { do: 'move', changes: [{ do: 'activate', element: 'reported' }] };
    expect((await preview(instance, what)).refused).toMatchObject({ code: 'cannot-activate' });
    expect((await repair(instance, what)).body.code).toBe('cannot-activate');
  });
});

describe('migrating', () => {
  it('goes by a plan that is proposed: the same id, or the only one of its kind with the same name', async () => {
    const one = await reported();
    ok(await dispatch(one));
    const street = drafter(door, xiguan.administrator, xiguan.grid02);
    ok(await street.change('process', 'case-handling', ({ xml }) => withTellingRenamed(xml)));
    await published(street);
    const version = await latestVersion(xiguan.grid02);
    const { versions } = ok(await door.ask(operator, 'GET', '/api/instance-choices'));
    expect(versions.map(({ id }: { id: string }) => id)).toContain(version);
    const before = await read(one.instance);
    const told = await preview(one.instance, { do: 'migrate', version });
    expect(told).toMatchObject({
      refused: null,
      faults: [],
      places: [{ from: 'tell-posts', to: 'inform-posts', by: 'name' }],
    });
    expect((await read(one.instance)).version).toEqual(before.version);
    ok(await repair(one.instance, { do: 'migrate', version }));
    expect(await read(one.instance)).toMatchObject({ version: { id: version }, tokens: [{ element: 'inform-posts' }] });
    const found = ok(await door.ask(operator, 'GET', '/api/instances?element=inform-posts'));
    expect(found.instances).toMatchObject([{ id: one.instance }]);
    await door.street.settle();
    expect((await read(one.instance)).tokens).toMatchObject([{ element: 'investigate' }]);
  });

  it('takes an open user task along: its row, its form, its limit and its light are those of the new step', async () => {
    const one = await reported();
    const before = await limits(one);
    const street = drafter(door, xiguan.administrator, xiguan.grid02);
    ok(await street.change('process', 'case-handling', ({ xml }) => withDispatchRenamed(xml)));
    ok(
      await street.change('form', 'assign', ({ json }) => ({
        ...json,
        rights: { 'assign-case': (json['rights'] as JsonObject)['assign'] ?? null },
      })),
    );
    await published(street);
    const version = await latestVersion(xiguan.grid02);
    ok(await repair(one.instance, { do: 'migrate', version }));
    expect(await limits(one)).toEqual(before);
    const file = ok(await door.ask(xiguan.officer, 'GET', `/api/cases/${one.id}`));
    const [task] = file.userTasks;
    expect(task).toMatchObject({
      element: 'assign-case',
      title: '任务指派',
      light: { light: 'green', dueAt: before.due },
    });
    expect(file.ladder).not.toBeNull();
    const form = ok(await door.ask(xiguan.officer, 'GET', `/api/user-tasks/${task.id}`));
    expect(form).toMatchObject({ element: 'assign-case', form: { id: 'assign' } });
    expect((await dispatch(one)).status).toBe(200);
    await door.street.settle();
    expect((await read(one.instance)).tokens).toMatchObject([{ element: 'investigate' }]);
  });

  it('says what cannot move and why, and then moves nothing', async () => {
    const one = await reported(xiguan.grid04);
    ok(await dispatch(one));
    const street = drafter(door, xiguan.administrator, xiguan.grid04);
    ok(await street.change('process', 'case-handling', ({ xml }) => withTellingRenamed(xml, '告知')));
    await published(street);
    const version = await latestVersion(xiguan.grid04);
    const told = await preview(one.instance, { do: 'migrate', version });
    expect(told).toMatchObject({ refused: { code: 'cannot-migrate' }, faults: [{ element: 'tell-posts' }] });
    const refused = await repair(one.instance, { do: 'migrate', version });
    expect(refused).toMatchObject({ status: 422, body: { code: 'cannot-migrate' } });
    expect((await read(one.instance)).version.id).not.toBe(version);
    const plan = { elements: { 'tell-posts': 'inform-posts' } };
    expect((await preview(one.instance, { do: 'migrate', version, plan })).refused).toBeNull();
    ok(await repair(one.instance, { do: 'migrate', version, plan }));
    await door.street.settle();
    expect((await read(one.instance)).tokens).toMatchObject([{ element: 'investigate' }]);
  });
});

describe('changing variables', () => {
  it('stands in the story with who did it and why', async () => {
    const one = await reported();
    ok(await repair(one.instance, { do: 'set-variables', variables: { finding: 'confirmed' } }, '补上调查结果'));
    const file = await read(one.instance);
    expect(file.variables[0].values).toMatchObject({ finding: 'confirmed' });
    expect(file.history.at(-1)).toMatchObject({ zh: '高远改了变量 finding，原因：补上调查结果。', weight: 'main' });
  });

  it('never shows a value that has the name of a personal field', async () => {
    const one = await reported();
    ok(await repair(one.instance, { do: 'set-variables', variables: { reporterPhone: '13800001234' } }));
    const answer = await door.ask(operator, 'GET', `/api/instances/${one.instance}`);
    expect(answer.body.variables[0].values.reporterPhone).toBe('138****1234');
    expect(answer.text).not.toContain('13800001234');
  });
});
