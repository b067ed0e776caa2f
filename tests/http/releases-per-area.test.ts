import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enactReleases } from '../../server/application/releases/enact-releases.ts';
import { correlation } from '../../server/application/observing/correlation.ts';
import { startDueMeetings } from '../../server/application/meetings/start-due-meetings.ts';
import { uuidv7 } from '../../server/application/uuid.ts';
import { postLetter } from '../../server/database/inbox.ts';
import { xiguan } from '../application/street.ts';
import { county, openCounty, type County } from './county.ts';
import { ok, pinnedBy, published } from './drafting.ts';

let place: County;

beforeAll(async () => {
  place = await openCounty();
});

afterAll(() => place.door.close());

const limitOf = async (who: County['street'], id: string): Promise<unknown> =>
  (await who.read('limit', id)).content.json['amount'];

/** Ids of releases in force by area. */
async function inForce(): Promise<Readonly<Record<string, string>>> {
  const { context } = place.door.street;
  const live = await context.database.read((tx) => context.releases.inForce(tx));
  return Object.fromEntries(live.all.map(({ area, release }) => [area, release.hash]));
}

describe('two streets of one county', () => {
  it('run on the county’s release while they have none of their own', async () => {
    expect(Object.keys(await inForce())).toEqual([county.root]);
    expect(await pinnedBy(place.door, xiguan.worker, xiguan.grid01)).toBe((await inForce())[county.root]);
    expect(await pinnedBy(place.door, place.newWorker, county.grid)).toBe((await inForce())[county.root]);
  });

  it('differ once one of them publishes: only its own grids run on that', async () => {
    ok(await place.street.change('limit', 'handle-grid', ({ json }) => ({ ...json, amount: 2 })));
    await published(place.street);
    const now = await inForce();
    expect(await pinnedBy(place.door, xiguan.worker, xiguan.grid01)).toBe(now[xiguan.street]);
    expect(await pinnedBy(place.door, place.newWorker, county.grid)).toBe(now[county.root]);
    expect(now[xiguan.street]).not.toBe(now[county.root]);
  });

  it('follow what the county publishes, each with its own on top', async () => {
    ok(await place.county.change('limit', 'assign', ({ json }) => ({ ...json, amount: 6 })));
    await published(place.county);
    expect(await limitOf(place.street, 'assign')).toBe(6);
    expect(await limitOf(place.street, 'handle-grid')).toBe(2);
    expect(await limitOf(place.newStreet, 'assign')).toBe(6);
    const now = await inForce();
    expect(await pinnedBy(place.door, xiguan.worker, xiguan.grid01)).toBe(now[xiguan.street]);
    const list = await place.street.releases();
    expect(list.map(({ state }) => state)).toEqual(['current']);
  });

  it('keep a draft they have begun, over what the county published meanwhile', async () => {
    ok(await place.newStreet.change('limit', 'feedback', ({ json }) => ({ ...json, amount: 9 })));
    expect((await place.newStreet.examine()).state).toBe('passed');
    ok(await place.county.change('limit', 'minutes', ({ json }) => ({ ...json, amount: 7 })));
    await published(place.county);
    expect(await limitOf(place.newStreet, 'minutes')).toBe(7);
    expect(await limitOf(place.newStreet, 'feedback')).toBe(9);
    expect((await place.newStreet.publish()).body.code).toBe('draft-not-examined');
    await published(place.newStreet);
    expect(await limitOf(place.newStreet, 'feedback')).toBe(9);
  });

  it('keep the county from publishing what does not fit one of them, and say which and why', async () => {
    const { content } = await place.street.read('limit', 'handle-grid');
    ok(await place.street.put('limit', 'street-only', { ...content.json, id: 'street-only', calendar: 'county-days' }));
    expect((await place.street.problems()).map(({ code }) => code)).toContain('calendar-unknown');
    const calendar = await place.county.read('calendar', 'china');
    ok(await place.county.put('calendar', 'county-days', { ...calendar.content.json, id: 'county-days' }));
    await published(place.county);
    const { state } = await place.street.examine();
    expect(state).toBe('passed');
    await published(place.street);
    const { revision } = await place.county.read('calendar', 'county-days');
    const draft = await place.county.draft();
    ok(await place.county.ask('POST', `/api/drafts/${draft}/definitions/calendar/county-days/remove`, { revision }));
    const found = await place.county.examine();
    expect(found.state).toBe('failed');
    expect(found.problems.filter(({ severity }) => severity === 'error')).toEqual([
      expect.objectContaining({ code: 'area-below-breaks', zh: expect.stringContaining('「西关街道」') }),
    ]);
    ok(await place.county.ask('DELETE', `/api/drafts/${draft}`));
  });
});

describe('a post that only one street has', () => {
  it('is on its board, can be held there with its permissions, and nowhere else', async () => {
    const post = await place.street.read('post', 'grid-manager');
    const flood = { ...post.content.json, id: 'flood', title: '防汛员', required: false, min: 0 };
    ok(await place.street.put('post', 'flood', flood));
    await published(place.street);
    const board = ok(await place.street.ask('GET', `/api/posts/board?area=${xiguan.street}`));
    expect(board.posts.map(({ title }: { title: string }) => title)).toContain('防汛员');
    const person = await place.door.street.personId('sunlixin');
    const held = await place.street.ask('POST', `/api/people/${person}/assignments`, {
      post: 'flood',
      area: xiguan.grid01,
      kind: 'formal',
    });
    ok(held);
    const newcomer = await place.door.street.personId(place.newWorker);
    const elsewhere = await place.newStreet.ask('POST', `/api/people/${newcomer}/assignments`, {
      post: 'flood',
      area: county.grid,
      kind: 'formal',
    });
    expect(elsewhere.body.code).toBe('post-unknown');
    const { person: session } = ok(await place.door.ask('sunlixin', 'GET', '/api/session'));
    expect(session.posts).toContainEqual(expect.objectContaining({ post: 'flood', postTitle: '防汛员' }));
  });

  it('that is taken out again leaves nobody on it, and no work without hands', async () => {
    const { revision } = await place.street.read('post', 'flood');
    const url = `/api/drafts/${await place.street.draft()}/definitions/post/flood/remove`;
    await pinnedBy(place.door, xiguan.worker, xiguan.grid01);
    await place.door.street.settle();
    // The newest case's step is handed to the post, as a rule of the street would have it.
    const { context } = place.door.street;
    const [step] = await place.door.street.rows<{ instance: string; id: number; scope: number }>(
      `select instance_id as instance, id, scope from user_task where state = 'open' and instance_id =
         (select instance_id from case_record order by reported_at desc, id desc limit 1)`,
    );
    const to = { post: 'flood', area: xiguan.grid01 };
    const { instance = '', id: task = 0, scope = 0 } = step ?? {};
    const command = {
      type: 'reassign-user-task',
      task,
      scope,
      to,
      because: 'given',
      by: { system: 'schedule' },
    } as const;
    await context.database.transaction((tx) =>
      postLetter(tx, context.tenant, instance, uuidv7(), command, correlation()),
    );
    await place.door.street.settle();
    const [before] = await place.door.street.rows<{ open: number }>(
      `select count(*)::int as open from user_task where post = 'flood' and state = 'open'`,
    );
    ok(await place.street.ask('POST', url, { revision }));
    await published(place.street);
    await place.door.street.settle();
    expect(before?.open).toBeGreaterThan(0);
    expect(
      await place.door.street.rows(
        `select from post_assignment where post = 'flood' and (to_date is null or to_date > current_date + 1)`,
      ),
    ).toEqual([]);
    expect(await place.door.street.rows(`select from user_task where post = 'flood' and state = 'open'`)).toEqual([]);
  });
});

describe('a meeting series', () => {
  const series = 'dispute-coordination';

  it('that streets inherit is held once, and one that a street writes for itself is held there', async () => {
    const { content } = await place.newStreet.read('meeting', series);
    ok(await place.newStreet.put('meeting', series, { ...content.json, area: county.street }));
    await published(place.newStreet);
    const { context } = place.door.street;
    const month = await context.database.read(async (tx) => tx.now);
    await startDueMeetings(context);
    await place.door.street.advance(45 * 86_400_000);
    await startDueMeetings(context);
    const meetings = await place.door.street.rows<{ area: string; held: number; days: number }>(
      `select area, count(*)::int as held, count(distinct occurrence_key)::int as days from meeting
       where created_at > $1 group by area order by area`,
      month,
    );
    expect(meetings.map(({ area }) => area)).toEqual([xiguan.street, county.street]);
    for (const { held, days } of meetings) expect(held).toBe(days);
    await enactReleases(context);
  });
});
