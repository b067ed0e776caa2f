import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { terminalOperator } from '../../server/application/operations/operator.ts';
import { repairInstance } from '../../server/application/operations/repair-instance.ts';
import type { Transaction } from '../../server/database/transaction.ts';
import type { JsonObject } from '../../server/kernel/json.ts';
import { bulkWorkOnce } from '../../server/jobs/bulk-worker.ts';
import { xiguan } from '../application/street.ts';
import { administratorOf, drafter, ok, pinnedBy, published, type Drafter } from './drafting.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

/** Works in the other community. */
const otherWorker = 'renguixiang';
const otherGrid = '620502005002001';

let door: TestApp;
let street: Drafter;
let community: Drafter;

beforeAll(async () => {
  door = await openTestApp({ publishes: true });
  const { database } = door.street.context;
  // Friday 9 March 2035, 17:00: an hour of the day is left, and no calendar knows the year but by its week.
  const now = await database.read((tx) => Promise.resolve(tx.now));
  await door.street.advance(Date.parse('2035-03-09T17:00:00+08:00') - Date.parse(now));
  await administratorOf(door, xiguan.otherCommunity, 'community');
  street = drafter(door, xiguan.administrator, xiguan.street);
  community = drafter(door, 'community', xiguan.otherCommunity);
  await pinnedBy(door, xiguan.worker, xiguan.grid01);
  await pinnedBy(door, otherWorker, otherGrid);
  await door.street.settle();
});
afterAll(() => door.close());

/** A calendar with days of 2035 that are worked in exchange. */
const withMakeUp =
  (...dates: readonly string[]) =>
  ({ json }: { readonly json: JsonObject }): JsonObject => ({
    ...json,
    years: {
      ...(json['years'] as JsonObject),
      '2035': {
        provisional: false,
        holidays: {},
        makeUpDays: Object.fromEntries(dates.map((date) => [date, '调休上班'])),
      },
    },
  });

const preview = async (who: Drafter) => ok(await who.ask('GET', `/api/areas/${who.area}/calendar-changes`));
const move = (who: Drafter, body: object) =>
  who.ask('POST', `/api/areas/${who.area}/calendar-changes`, { reason: '补发的调休通知', ...body });

async function workAll(): Promise<void> {
  while (await bulkWorkOnce(door.street.context));
  await door.street.settle();
}

/** When the open user tasks of a grid's cases are due, local; to the hour, because time goes on while the street is set up. */
async function due(grid: string): Promise<readonly string[]> {
  const rows = await door.street.rows<{ due: string }>(
    `select to_char(u.due_at at time zone 'Asia/Shanghai', 'MM-DD HH24"h"') as due from user_task u
       join case_record k on k.id = u.subject_id where u.state = 'open' and k.area = $1 order by 1`,
    grid,
  );
  return rows.map((row) => row.due);
}

describe('a make-up Saturday that is added to a calendar', () => {
  it('moves nothing by being published; the preview says which limits would move, where, from when to when', async () => {
    expect(await preview(street)).toMatchObject({ behind: 0, moving: 0, calendars: [], clocks: [] });
    expect(await due(xiguan.grid01)).toEqual(['03-12 11h']);
    ok(await street.change('calendar', 'china', withMakeUp('2035-03-10')));
    await published(street);
    const told = await preview(street);
    expect(await due(xiguan.grid01)).toEqual(['03-12 11h']);
    expect(told).toMatchObject({ behind: 2, moving: 2, calendars: [{ id: 'china', title: '中国工作日历' }] });
    expect(told.byArea).toEqual(
      ['620502005001', '620502005002'].map(() =>
        expect.objectContaining({ moving: 1, earlier: 1, later: 0, turnYellow: 0, turnRed: 0 }),
      ),
    );
    expect(told.clocks[0]).toMatchObject({
      limit: '任务指派',
      before: { dueAt: expect.stringContaining('2035-03-12T03:'), light: 'green' },
      after: { dueAt: expect.stringContaining('2035-03-10T03:'), light: 'green' },
    });
  });

  it('is taken over by whom it is asked for only, told in the story, and audited', async () => {
    const { onto, clocks } = await preview(street);
    const [first] = clocks.filter((clock: { areaName: string }) => clock.areaName.startsWith('西关'));
    const begun = ok(await move(street, { onto, instances: [first.instance] }));
    expect(begun).toMatchObject({ total: 1, left: 0 });
    await workAll();
    expect(await due(xiguan.grid01)).toEqual(['03-10 11h']);
    expect(await due(otherGrid)).toEqual(['03-12 11h']);
    expect(await preview(street)).toMatchObject({ behind: 1, moving: 1 });
    const told = await door.street.rows<{ type: string; because: string }>(
      `select event ->> 'type' as type, event ->> 'because' as because from history where instance_id = $1 and event ->> 'type' = 'clock-rebased'`,
      first.instance,
    );
    expect(told).toEqual([{ type: 'clock-rebased', because: '补发的调休通知' }]);
    const audited = await door.street.rows(`select reason from audit where action = 'instance-rebase'`);
    expect(audited).toEqual([{ reason: '补发的调休通知' }]);
  });

  it('is refused by a list that is out of date, to others than administrators, and for nothing', async () => {
    const { onto } = await preview(street);
    ok(await street.change('calendar', 'china', withMakeUp('2035-03-10', '2035-03-11')));
    await published(street);
    expect((await move(street, { onto })).body.code).toBe('calendars-changed-again');
    const leader = drafter(door, xiguan.leader, xiguan.street);
    expect((await leader.ask('GET', `/api/areas/${xiguan.street}/calendar-changes`)).body.code).toBe('not-permitted');
    expect((await move(leader, { onto })).body.code).toBe('not-permitted');
  });

  it('is taken over into all that is behind, and counts for the steps that come later', async () => {
    const { onto, behind } = await preview(street);
    expect(behind).toBe(2);
    const { id } = ok(await move(street, { onto }));
    await workAll();
    const bulk = ok(await street.ask('GET', `/api/bulk-repairs/${id}`));
    expect(bulk).toMatchObject({ do: 'rebase', state: 'done', counts: { done: 2, refused: 0, failed: 0 } });
    expect(await due(xiguan.grid01)).toEqual(['03-10 11h']);
    expect(await due(otherGrid)).toEqual(['03-10 11h']);
    expect(await preview(street)).toMatchObject({ behind: 0, moving: 0 });
    const pinned = await door.street.rows<{ count: number }>(
      `select count(distinct manifest_hash)::int as count from process_instance where ended_at is null and subject_kind = 'case'`,
    );
    expect(pinned).toEqual([{ count: 1 }]);
  });

  it('can be stopped by who may begin it, before the rest is done', async () => {
    ok(await street.change('calendar', 'china', withMakeUp()));
    await published(street);
    const { onto } = await preview(street);
    const { id } = ok(await move(street, { onto }));
    expect((await street.ask('GET', `/api/bulk-repairs/${id}`)).body.may).toEqual({ stop: true });
    ok(await street.ask('POST', `/api/bulk-repairs/${id}/stop`));
    await workAll();
    expect(await preview(street)).toMatchObject({ behind: 2 });
  });
});

describe('an instance that was migrated, and whose clock counts on by the calendar it began with', () => {
  it('is behind like before, is moved when that is asked for, and is behind no more', async () => {
    const { context } = door.street;
    const { behind, clocks } = await preview(street);
    const [{ instance, before }] = clocks;
    const migrate = async (tx: Transaction): Promise<void> => {
      const { release } = (await context.releases.inForce(tx)).at(xiguan.grid01);
      await repairInstance(context, tx, terminalOperator, instance, { do: 'migrate', version: release.hash }, '换新版');
    };
    await context.database.transaction(migrate);
    const told = await preview(street);
    expect(told).toMatchObject({ behind, moving: behind });
    const mine = told.clocks.find((clock: { instance: string }) => clock.instance === instance);
    expect(mine.before).toEqual(before);
    ok(await move(street, { onto: told.onto, instances: [instance] }));
    await workAll();
    expect(await preview(street)).toMatchObject({ behind: behind - 1, moving: behind - 1 });
  });
});

describe('a community with a calendar of its own', () => {
  it('moves its own cases only, also for limits that it inherits', async () => {
    const { onto } = await preview(street);
    ok(await move(street, { onto }));
    await workAll();
    ok(await community.change('calendar', 'china', withMakeUp('2035-03-11')));
    await published(community);
    const told = await preview(community);
    expect(told.byArea.map(({ area }: { area: { name: string } }) => area.name)).toEqual(['育才社区']);
    expect(await preview(street)).toMatchObject({ behind: 1, moving: 1 });
    // What is reported there from now on counts by it: Saturday is off, Sunday is worked.
    await pinnedBy(door, otherWorker, otherGrid);
    await door.street.settle();
    expect(await due(otherGrid)).toEqual(['03-11 11h', '03-12 11h']);
  });
});
