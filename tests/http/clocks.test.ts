import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepHouse } from '../../server/application/upkeep/keep-house.ts';
import { xiguan } from '../application/street.ts';
import { publishClocks } from './clock-street.ts';
import { drafter, ok, published } from './drafting.ts';
import { type Answer, openTestApp, type TestApp } from './open-test-app.ts';

/** Has 调查落实 of grid 01; whose first extension the community grants, and whose second, and pauses, the street. */
const holder = 'wanghaiyan';
const community = xiguan.officer;
const street = 'zhouwenbin';

const dayMs = 86_400_000;
const because = '住户要到下周才回来开门';

let door: TestApp;
let userTask: string;
let about: string;

beforeAll(async () => {
  door = await openTestApp({ publishes: true });
  await publishClocks(door);
});
afterAll(() => door.close());

/** A case that has come to 调查落实. */
beforeEach(async () => {
  const data = { category: 'dispute-neighbour', description: '楼上漏水，两家说不到一起', place: '3 单元' };
  const body = { caseType: 'event', area: xiguan.grid01, form: { data } };
  ({ id: about } = ok(await door.ask(xiguan.worker, 'POST', '/api/cases', body)));
  await door.street.settle();
  const assign = await openTask();
  ok(await door.ask(community, 'POST', `/api/user-tasks/${assign}/complete`, { data: { dispatch: 'as-suggested' } }));
  await door.street.settle();
  userTask = await openTask();
});

async function openTask(): Promise<string> {
  const [row] = await door.street.rows<{ id: string }>(
    `select instance_id || '.' || id as id from user_task where subject_id = $1 and state = 'open'`,
    about,
  );
  return row?.id ?? '';
}

const post = (account: string, path: string, body?: object): Promise<Answer> =>
  door.ask(account, 'POST', `/api/${path}`, body);
const ask = (account: string, what: string, body?: object): Promise<Answer> =>
  post(account, `user-tasks/${userTask}/${what}`, body);
const read = async (account: string) => ok(await door.ask(account, 'GET', `/api/user-tasks/${userTask}`));
const mine = async (account: string) => ok(await door.ask(account, 'GET', '/api/user-tasks'));
const handling = async (account = holder) =>
  (await read(account)).clocks.find(({ stage }: { stage: string }) => stage === 'handle');
const storyOf = async (): Promise<string> =>
  ok(await door.ask(community, 'GET', `/api/cases/${about}`))
    .story.map(({ zh }: { zh: string }) => zh)
    .join('\n');
const titlesTo = async (account: string): Promise<readonly string[]> =>
  ok(await door.ask(account, 'GET', '/api/notifications')).notifications.map(({ title }: { title: string }) => title);
/** The request about this user task that waits for somebody. */
const waiting = async (account: string) =>
  (await mine(account)).requests.find((asked: { userTask: { id: string } }) => asked.userTask.id === userTask);

const write = (sql: string, ...params: readonly unknown[]): Promise<unknown> =>
  door.street.context.database.transaction((tx) => tx.query(sql, params));

async function day(after: number): Promise<string> {
  const now = await door.street.context.database.read(async (tx) => tx.now);
  return new Date(Date.parse(now) + after * dayMs + 8 * 3_600_000).toISOString().slice(0, 10);
}

describe('延期', () => {
  it('is said before it is asked: who decides, which one it is, and how much it may be', async () => {
    expect(await handling()).toMatchObject({
      extended: 0,
      extension: { nth: 1, most: { amount: 2, unit: 'workingDays' }, decides: { post: 'community-officer' } },
      pause: { longestDays: 30, decides: { post: 'street-office' } },
      may: { extend: 'ask', pause: 'ask', resume: false },
    });
  });

  it('is asked by who has the work, decided by the post of the limit, and moves the clock', async () => {
    const before = (await handling()).light.dueAt;
    const asked = ok(await ask(holder, 'extensions', { amount: 2, reason: because }));
    expect(asked).toMatchObject({ granted: false, decides: { post: 'community-officer' } });
    expect((await handling()).light.dueAt).toBe(before);
    expect(await titlesTo(community)).toContain('有人申请延期，请决定');

    const { request } = await waiting(community);
    expect(request).toMatchObject({ nth: 1, more: { amount: 2, unit: 'workingDays' }, reason: because });
    ok(await post(community, `clock-requests/${request.id}/grant`, {}));

    const after = await handling();
    expect(Date.parse(after.light.dueAt)).toBeGreaterThan(Date.parse(before));
    expect(after).toMatchObject({ extended: 1, extension: { nth: 2, decides: { post: 'street-office' } } });
    expect(await titlesTo(holder)).toContain('同意延期');
    expect(await storyOf()).toMatch(/王海燕 为「调查落实」申请第 1 次延期 2 个工作日，请 .*陈晓明 决定。/);
    expect(await waiting(community)).toBeUndefined();
  });

  it('is granted for less than was asked, never for more, and whoever asked sees both', async () => {
    const before = (await handling()).light.dueAt;
    ok(await ask(holder, 'extensions', { amount: 2, reason: because }));
    const { request } = await waiting(community);
    expect((await post(community, `clock-requests/${request.id}/grant`, { amount: 3 })).body.code).toBe(
      'extension-more-than-asked',
    );
    expect((await handling()).light.dueAt).toBe(before);
    ok(await post(community, `clock-requests/${request.id}/grant`, { amount: 1 }));

    expect((await read(holder)).requests).toMatchObject([{ more: { amount: 2 }, granted: { amount: 1 } }]);
    expect(await storyOf()).toMatch(/申请第 1 次延期 2 个工作日[^]*第 1 次延期，延 1 个工作日/);
  });

  it('leaves the clock as it is when it is refused, and whoever asked is told why', async () => {
    const before = (await handling()).light.dueAt;
    ok(await ask(holder, 'extensions', { amount: 1, reason: because }));
    const { request } = await waiting(community);
    ok(await post(community, `clock-requests/${request.id}/refuse`, { reason: '先上门看一次再说' }));

    expect((await handling()).light.dueAt).toBe(before);
    expect((await read(holder)).requests).toMatchObject([{ state: 'refused', answer: '先上门看一次再说' }]);
    expect(await titlesTo(holder)).toContain('没有同意延期');
    expect(await storyOf()).toMatch(/陈晓明 没有同意第 1 次延期 1 个工作日。/);
  });

  it('is granted directly by who decides', async () => {
    expect((await handling(community)).may).toMatchObject({ extend: 'grant' });
    expect(ok(await ask(community, 'extensions', { amount: 1, reason: because }))).toMatchObject({ granted: true });
    expect(await handling()).toMatchObject({ extended: 1 });
    expect((await read(holder)).requests).toMatchObject([{ state: 'granted', decidedBy: { name: '陈晓明' } }]);
  });

  it('is not asked for beyond what the limit allows', async () => {
    expect((await ask(holder, 'extensions', { amount: 3, reason: because })).body).toMatchObject({
      status: 422,
      code: 'extension-too-long',
    });
  });

  it('is not asked for twice while the first question waits', async () => {
    ok(await ask(holder, 'extensions', { amount: 1, reason: because }));

    expect((await ask(holder, 'extensions', { amount: 1, reason: because })).body.code).toBe('clock-asked-already');
    expect((await ask(community, 'extensions', { amount: 1, reason: because })).body.code).toBe('clock-asked-already');
  });

  it('ends where the limit has no further one', async () => {
    ok(await ask(community, 'extensions', { amount: 1, reason: because }));
    ok(await ask(street, 'extensions', { amount: 1, reason: because }));

    expect(await handling()).toMatchObject({ extended: 2, extension: null, may: { extend: null } });
    expect((await ask(holder, 'extensions', { amount: 1, reason: because })).body.code).toBe('extension-used-up');
  });

  it('is decided once, and by nobody but the post of the limit', async () => {
    ok(await ask(holder, 'extensions', { amount: 1, reason: because }));
    const { request } = await waiting(community);
    for (const account of [holder, street, xiguan.worker])
      expect((await post(account, `clock-requests/${request.id}/grant`, {})).status).toBe(404);
    ok(await post(community, `clock-requests/${request.id}/grant`, {}));

    expect((await post(community, `clock-requests/${request.id}/grant`, {})).body.code).toBe('clock-request-decided');
    expect(await handling()).toMatchObject({ extended: 1 });
  });

  it('is done once however often the same key comes', async () => {
    const key = { 'idempotency-key': 'the-same-extension' };
    const url = `/api/user-tasks/${userTask}/extensions`;
    const first = await door.ask(community, 'POST', url, { amount: 1, reason: because }, key);
    const again = await door.ask(community, 'POST', url, { amount: 1, reason: because }, key);

    expect(again.body).toEqual(first.body);
    expect(await handling()).toMatchObject({ extended: 1 });
  });

  it('is taken back by who asked', async () => {
    ok(await ask(holder, 'extensions', { amount: 1, reason: because }));
    const { request } = await waiting(community);
    expect((await post(community, `clock-requests/${request.id}/withdraw`)).status).toBe(404);
    ok(await post(holder, `clock-requests/${request.id}/withdraw`));

    expect((await post(community, `clock-requests/${request.id}/grant`, {})).body.code).toBe('clock-request-decided');
  });

  it('is not granted to oneself through a second post', async () => {
    ok(await ask(holder, 'extensions', { amount: 1, reason: because }));
    const { request } = await waiting(community);
    await write(
      `insert into post_assignment (tenant_id, id, person_id, post, area, kind, from_date, created_at)
       select tenant_id, gen_random_uuid(), id, 'community-officer', $2, 'cover', '2020-01-01', now() from person where account = $1`,
      holder,
      xiguan.community,
    );
    try {
      expect((await waiting(holder)).request.may).toMatchObject({ decide: false, withdraw: true });
      expect((await post(holder, `clock-requests/${request.id}/grant`, {})).body.code).toBe('own-question');
    } finally {
      await write(
        `delete from post_assignment where kind = 'cover' and post = 'community-officer' and person_id = (select id from person where account = $1)`,
        holder,
      );
    }
  });
});

describe('挂起', () => {
  it('stands still from when it is granted until somebody lets it go on, with what was left', async () => {
    ok(await ask(holder, 'pauses', { reason: because, reviewOn: await day(7) }));
    const { request } = await waiting(street);
    ok(await post(street, `clock-requests/${request.id}/grant`, {}));

    expect(await handling()).toMatchObject({
      light: { light: 'paused', dueAt: null },
      paused: { reason: because, reviewOn: await day(7) },
      may: { pause: null, resume: true },
    });
    expect((await mine(holder)).userTasks.find(({ id }: { id: string }) => id === userTask).lights).toMatchObject([
      { stage: 'sign-for' },
      { stage: 'handle', light: { light: 'paused' } },
    ]);
    ok(await ask(holder, 'resume', {}));
    expect(await handling()).toMatchObject({ paused: null, may: { pause: 'ask', resume: false } });
    expect(await titlesTo(street)).toContain('恢复计时');
  });

  it('is refused without a review date that lies ahead, and no further than the limit says', async () => {
    const codes = await Promise.all(
      [await day(0), await day(31)].map(
        async (reviewOn) => (await ask(holder, 'pauses', { reason: because, reviewOn })).body.code,
      ),
    );

    expect(codes).toEqual(['review-date-wrong', 'review-date-wrong']);
  });

  it('stands still on when its review date is moved by who decides, and by nobody else', async () => {
    ok(await ask(holder, 'pauses', { reason: because, reviewOn: await day(7) }));
    const { request } = await waiting(street);
    ok(await post(street, `clock-requests/${request.id}/grant`, {}));
    const later = { reviewOn: await day(20), reason: '材料还要等一阵' };
    expect((await handling(street)).may).toMatchObject({ review: true });
    expect((await ask(holder, 'review-date', later)).body.code).toBe('not-yours-to-decide');
    expect((await ask(street, 'review-date', { ...later, reviewOn: await day(31) })).body.code).toBe(
      'review-date-wrong',
    );
    ok(await ask(street, 'review-date', later));

    expect(await handling()).toMatchObject({ light: { light: 'paused' }, paused: { reviewOn: later.reviewOn } });
    expect((await read(holder)).requests).toMatchObject([{ reviewOn: later.reviewOn }]);
    expect(await titlesTo(holder)).toContain('接着挂起，改了复核日');
    expect(await storyOf()).toContain(`改到 ${later.reviewOn} 再看，原因：材料还要等一阵`);
    ok(await ask(street, 'resume', {}));
  });

  it('is told of once when its review date has come, and stands in the list until somebody acts', async () => {
    ok(await ask(street, 'pauses', { reason: because, reviewOn: await day(1) }));
    expect((await mine(street)).reviews).toEqual([]);
    // Nobody is signed in for so long: the day is moved instead of the clock.
    await write(`update clock_request set review_on = $1 where kind = 'pause' and ended_at is null`, await day(0));
    const told = async (): Promise<number> =>
      (await titlesTo(street)).filter((title) => title.startsWith('挂起的复核日到了')).length;
    const before = await told();
    await keepHouse(door.street.context);
    await keepHouse(door.street.context);

    expect((await told()) - before).toBe(1);
    expect((await mine(street)).reviews).toMatchObject([{ userTask: { id: userTask }, request: { kind: 'pause' } }]);
    expect(await handling()).toMatchObject({ light: { light: 'paused' } });
    ok(await ask(street, 'resume', {}));
    expect((await mine(street)).reviews).toEqual([]);
  });
});

describe('签收', () => {
  it('is one tap of who has the work: its clock stops, and the story says who', async () => {
    expect((await read(holder)).may).toMatchObject({ signFor: true, firstResponse: false });
    ok(await ask(holder, 'sign-for'));

    expect((await read(holder)).may.signFor).toBe(false);
    expect((await read(holder)).lights).toMatchObject([{ stage: 'handle' }]);
    expect(await storyOf()).toMatch(/王海燕.*签收/);
    expect((await ask(holder, 'sign-for')).body.code).toBe('nothing-to-sign');
  });

  it('is for nobody else', async () => {
    expect((await ask(community, 'sign-for')).status).toBe(404);
    expect((await ask(holder, 'first-response')).body.code).toBe('nothing-to-sign');
  });
});

describe('the clock of a user task that asks somebody by name', () => {
  const other = xiguan.worker;
  beforeEach(async () => {
    const who = `(select id from person where account = $1)`;
    await write(
      `insert into post_assignment (tenant_id, id, person_id, post, area, kind, from_date, created_at)
       select u.tenant_id, gen_random_uuid(), ${who}, u.post, u.area, 'cover', '2020-01-01', now()
       from user_task u where u.instance_id || '.' || u.id = $2`,
      other,
      userTask,
    );
    await write(`update user_task set person_id = ${who} where instance_id || '.' || id = $2`, other, userTask);
  });
  afterEach(() =>
    write(
      `delete from post_assignment where kind = 'cover' and person_id = (select id from person where account = $1)`,
      other,
    ),
  );

  it('is theirs alone: whoever else holds the position moves nothing', async () => {
    const asked = [
      await ask(holder, 'sign-for'),
      await ask(holder, 'extensions', { amount: 1, reason: because }),
      await ask(holder, 'pauses', { reason: because, reviewOn: await day(7) }),
      await ask(holder, 'resume', {}),
    ];

    expect(asked.map(({ status, body }) => [status, body.code])).toEqual(asked.map(() => [404, 'user-task-unknown']));
    expect((await handling()).may).toEqual({ extend: null, pause: null, review: false, resume: false });
    expect((await handling(other)).may).toMatchObject({ extend: 'ask', pause: 'ask' });
    ok(await ask(other, 'sign-for'));
  });
});

describe('an area that is renamed', () => {
  it('is called so by what began before, too', async () => {
    const draft = drafter(door, xiguan.administrator, xiguan.street);
    const renamed = '西关 01 网格（改名）';
    type Written = { readonly code: string };
    ok(
      await draft.change('areas', 'areas', ({ json }) => ({
        ...json,
        areas: (json['areas'] as readonly object[]).map((area) =>
          (area as Written).code === xiguan.grid01 ? { ...area, name: renamed } : area,
        ) as never,
      })),
    );
    await published(draft);

    const { area, userTasks } = ok(await door.ask(community, 'GET', `/api/cases/${about}`));
    expect([area.name, userTasks.at(-1).position.area.name]).toEqual([renamed, renamed]);
    const { instances } = ok(await door.ask(xiguan.administrator, 'GET', `/api/instances?area=${xiguan.grid01}`));
    expect(instances[0].area.name).toBe(renamed);
  });
});

describe('what moves a clock', () => {
  it('is audited with who did it', async () => {
    ok(await ask(holder, 'sign-for'));
    ok(await ask(community, 'extensions', { amount: 1, reason: because }));
    const lines = await door.street.rows(
      `select a.action, p.account from audit a join person p on p.id = a.person_id where a.subject_id = $1 order by a.at, a.id`,
      userTask,
    );

    expect(lines).toEqual([
      { action: 'sign-for-user-task', account: holder },
      { action: 'extend-clock', account: community },
    ]);
  });
});
