import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { xiguan } from '../application/street.ts';
import { administratorOf, drafter, ok, type Drafter } from './drafting.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

let door: TestApp;
let one: Drafter;
let other: Drafter;

beforeAll(async () => {
  door = await openTestApp({ publishes: true });
  await administratorOf(door, xiguan.street, 'second');
  one = drafter(door, xiguan.administrator, xiguan.street);
  other = drafter(door, 'second', xiguan.street);
});

afterAll(() => door.close());

describe('two who publish the same draft at the same moment', () => {
  it('publish it once, and the slower one is told that it is done', async () => {
    ok(await one.change('limit', 'handle-grid', ({ json }) => ({ ...json, amount: 4 })));
    await one.examine();
    const url = `/api/drafts/${await one.draft()}/publish`;
    const answers = await Promise.all(
      [one, other, one, other].map((who) => who.ask('POST', url, { note: '一起发布' })),
    );
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409', '409', '409']);
    expect(answers.flatMap(({ body }) => body.code ?? [])).toEqual(['draft-over', 'draft-over', 'draft-over']);
    expect(await one.releases()).toHaveLength(1);
  });

  it('take it back once', async () => {
    const [release] = await one.releases();
    const answers = await Promise.all([one, other].map((who) => who.takeBack(release?.id ?? '')));
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409']);
    expect(await one.releases()).toHaveLength(2);
  });
});

describe('one who saves while another publishes', () => {
  it('is in the release or is refused, never lost in between', async () => {
    ok(await one.change('limit', 'assign', ({ json }) => ({ ...json, amount: 6 })));
    await one.examine();
    const { content } = await other.read('limit', 'feedback');
    const [publishing, saving] = await Promise.all([
      one.publish(),
      other.put('limit', 'feedback', { ...content.json, amount: 9 }),
    ]);
    const outcome = [publishing.status === 200, saving.status === 200];
    expect([publishing.body.code, saving.body.code]).toContainEqual(outcome[0] ? 'draft-over' : 'draft-not-examined');
    expect(outcome.filter(Boolean)).toHaveLength(1);
  });
});
