import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { xiguan } from '../application/street.ts';
import { administratorOf, drafter, ok, type Drafter } from './drafting.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

let door: TestApp;
let one: Drafter;
let other: Drafter;
let base: string;

beforeAll(async () => {
  door = await openTestApp({ publishes: true });
  await administratorOf(door, xiguan.street, 'second');
  one = drafter(door, xiguan.administrator, xiguan.street);
  other = drafter(door, 'second', xiguan.street);
  base = `/api/drafts/${await one.draft()}/definitions`;
});

afterAll(() => door.close());

describe('two who write at the same time', () => {
  it('share one draft', async () => {
    expect(await other.draft()).toBe(await one.draft());
  });

  it('do not overwrite each other: the second is told who was faster and when', async () => {
    const { content } = await one.read('limit', 'assign');
    ok(await one.put('limit', 'assign', { ...content.json, amount: 6 }));
    const refused = await other.put('limit', 'assign', { ...content.json, amount: 7 });
    expect([refused.status, refused.body.code]).toEqual([409, 'draft-conflict']);
    expect(refused.body.details).toEqual({ who: '李秀英', at: expect.stringMatching(/Z$/), revision: 1 });
    expect((await one.read('limit', 'assign')).content.json['amount']).toBe(6);
  });

  it('may write different items of one file', async () => {
    const [first, second] = [await one.read('limit', 'feedback'), await other.read('limit', 'minutes')];
    const written = await Promise.all([
      one.put('limit', 'feedback', { ...first.content.json, amount: 11 }),
      other.put('limit', 'minutes', { ...second.content.json, amount: 12 }),
    ]);
    written.map(ok);
    expect((await one.read('limit', 'feedback')).content.json['amount']).toBe(11);
    expect((await one.read('limit', 'minutes')).content.json['amount']).toBe(12);
  });

  it('of two who save the same revision at once one is refused', async () => {
    const { content } = await one.read('notice', 'meeting-notice');
    const answers = await Promise.all(
      [one, other].map((who, index) => who.put('notice', 'meeting-notice', { ...content.json, title: `会 ${index}` })),
    );
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409']);
  });

  it('are not refused what changes nothing', async () => {
    const { content, revision } = await one.read('limit', 'assign');
    expect(ok(await other.put('limit', 'assign', content.json, revision)).revision).toBe(revision);
  });
});

describe('a lock', () => {
  const url = (): string => `${base}/form/handle/lock`;

  it('tells the other who is at a definition, and keeps them from saving it', async () => {
    expect(ok(await one.ask('POST', url(), {}))).toMatchObject({
      lock: { mine: true, person: { name: '李秀英' } },
      revision: 0,
    });
    expect(ok(await other.ask('POST', url(), {}))).toMatchObject({ lock: { mine: false, person: { name: '李秀英' } } });
    const refused = await other.change('form', 'handle', ({ json }) => ({ ...json, title: '办理' }));
    expect([refused.status, refused.body.code, refused.body.details.who]).toEqual([409, 'definition-locked', '李秀英']);
  });

  it('can be taken over, and whoever had it learns so with the next sign of life', async () => {
    expect(ok(await other.ask('POST', url(), { takeOver: true }))).toMatchObject({ lock: { mine: true } });
    expect(ok(await one.ask('POST', url(), {}))).toMatchObject({
      lock: { mine: false, person: { name: '管理员second' } },
    });
    const refused = await one.change('form', 'handle', ({ json }) => ({ ...json, title: '办理' }));
    expect(refused.body.code).toBe('definition-locked');
    ok(await other.change('form', 'handle', ({ json }) => ({ ...json, title: '办理' })));
    const audit = await door.street.rows(`select reason from audit where action = 'draft-lock-taken-over'`);
    expect(audit).toEqual([{ reason: 'form/handle' }]);
  });

  it('is not given back by somebody else', async () => {
    ok(await one.ask('DELETE', url()));
    expect((await one.read('form', 'handle')).lock).toMatchObject({ mine: false });
    ok(await other.ask('DELETE', url()));
    expect((await one.read('form', 'handle')).lock).toBeNull();
  });

  it('is over after 90 seconds without a sign of life', async () => {
    ok(await other.ask('POST', url(), {}));
    await door.street.advance(91_000);
    expect((await one.read('form', 'handle')).lock).toBeNull();
    ok(await one.change('form', 'handle', ({ json }) => ({ ...json, title: '处理事件' })));
  });
});
