import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examineNext } from '../../server/application/drafts/examine-next.ts';
import { leaseExamination } from '../../server/database/examinations.ts';
import { uuidv7 } from '../../server/application/uuid.ts';
import { xiguan } from '../application/street.ts';
import { drafter, ok, type Drafter } from './drafting.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

const scenarios = readdirSync(new URL('../../definitions/tianshui-xiguan/tests', import.meta.url)).length;

let door: TestApp;
let street: Drafter;
let url: string;

beforeAll(async () => {
  door = await openTestApp({ publishes: true });
  street = drafter(door, xiguan.administrator, xiguan.street);
  ok(await street.change('limit', 'handle-grid', ({ json }) => ({ ...json, amount: 4 })));
  url = `/api/drafts/${await street.draft()}/examinations`;
});

afterAll(() => door.close());

const latest = async () => ok(await street.ask('GET', `${url}/latest`)).examination;
const examineOne = (signal = new AbortController().signal): Promise<boolean> =>
  examineNext(door.street.context, signal);

describe('an examination', () => {
  it('is begun once, however often it is asked for, and waits for whoever is free', async () => {
    expect(await latest()).toBeNull();
    const [first, second] = await Promise.all([street.ask('POST', url), street.ask('POST', url)]);
    expect(ok(first).id).toBe(ok(second).id);
    expect(await latest()).toMatchObject({ state: 'running', revision: 1, by: { name: '李秀英' }, done: 0 });
  });

  it('looks at the checks, then at every scenario, one by one', async () => {
    expect(await examineOne()).toBe(true);
    const found = await latest();
    expect(found).toMatchObject({ state: 'passed', failures: [] });
    expect(found).toMatchObject({ done: scenarios + 1, total: scenarios + 1 });
    expect(await examineOne()).toBe(false);
  });

  it('warns of an inherited scenario that the change makes end otherwise', async () => {
    const { problems } = await latest();
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'scenario-inherited-differs',
        severity: 'warning',
        kind: 'scenario',
        id: 'overdue-climbs',
        zh: expect.stringContaining('第 7 步'),
      }),
    );
    expect(new Set(problems.map(({ code }: { code: string }) => code))).toEqual(
      new Set(['scenario-inherited-differs']),
    );
  });

  it('that is stopped stays stopped, and nothing is published on it', async () => {
    const { id } = ok(await street.ask('POST', url));
    ok(await street.ask('DELETE', `${url}/${id}`));
    expect(await examineOne()).toBe(false);
    expect(await latest()).toMatchObject({ id, state: 'stopped' });
    expect((await street.publish()).body.code).toBe('draft-not-examined');
  });

  it('whose node dies is begun anew by another, once its lease has run out', async () => {
    const { id } = ok(await street.ask('POST', url));
    const { database, tenant } = door.street.context;
    const dead = await database.transaction((tx) =>
      leaseExamination(tx, tenant, uuidv7(), new Date(Date.parse(tx.now) + 30_000).toISOString()),
    );
    expect(dead?.id).toBe(id);
    expect(await examineOne()).toBe(false);
    await door.street.advance(31_000);
    expect(await examineOne()).toBe(true);
    expect(await latest()).toMatchObject({ id, state: 'passed' });
  });

  it('that a stopping server leaves is taken up at once by the next', async () => {
    ok(await street.change('limit', 'handle-grid', ({ json }) => ({ ...json, amount: 5 })));
    ok(await street.ask('POST', url));
    const leaving = new AbortController();
    const under = examineOne(leaving.signal);
    leaving.abort();
    await under;
    expect(await latest()).toMatchObject({ state: 'running' });
    expect(await examineOne()).toBe(true);
    expect(await latest()).toMatchObject({ state: 'passed', revision: 2 });
  });

  it('of a draft that has changed since counts for nothing', async () => {
    ok(await street.ask('POST', url));
    ok(await street.change('limit', 'handle-grid', ({ json }) => ({ ...json, amount: 6 })));
    await examineOne();
    expect(await latest()).toMatchObject({ state: 'stopped', revision: 2 });
  });

  it('fails when a scenario of the street’s own ends otherwise than it says', async () => {
    const { content } = await street.read('scenario', 'overdue-climbs');
    ok(await street.put('scenario', 'overdue-climbs', { ...content.json, title: '我们的超期' }));
    const found = await street.examine();
    expect(found.state).toBe('failed');
    expect(found.failures[0]).toEqual({
      scenario: 'overdue-climbs',
      title: '我们的超期',
      step: 6,
      zh: '灯应当是「yellow」，实际是「green」。',
      en: expect.any(String),
    });
    expect((await street.publish()).body.code).toBe('draft-not-examined');
  });
});
