import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enactAreaChanges } from '../../server/application/organization/enact-area-changes.ts';
import { keepHouse } from '../../server/application/upkeep/keep-house.ts';
import { localDate } from '../../server/kernel/local-time.ts';
import { splitArea } from '../../studio/organization/area-tree/dated-changes.ts';
import type { Areas } from '../../studio/organization/area-tree/edit-areas.ts';
import { xiguan } from '../application/street.ts';
import { publishClocks } from '../http/clock-street.ts';
import { drafter, ok, published } from '../http/drafting.ts';
import { openTestApp, type TestApp } from '../http/open-test-app.ts';

const day = 86_400_000;
const nodes = 4;

let door: TestApp;
let on: string;

const now = (): Promise<string> => door.street.context.database.read(async (tx) => tx.now);
const dayAfter = async (days: number): Promise<string> =>
  localDate(new Date(Date.parse(await now()) + days * day).toISOString());

/** A case that has come to somebody in the grid. */
async function caseIn(area: string): Promise<string> {
  const data = { category: 'dispute-neighbour', description: '楼上漏水', place: '3 单元' };
  const { id } = ok(await door.ask(xiguan.officer, 'POST', '/api/cases', { caseType: 'event', area, form: { data } }));
  await door.street.settle();
  const { userTasks } = ok(await door.ask(xiguan.officer, 'GET', `/api/cases/${id}`));
  const url = `/api/user-tasks/${userTasks[0].id}/complete`;
  ok(await door.ask(xiguan.officer, 'POST', url, { data: { dispatch: 'as-suggested' } }));
  await door.street.settle();
  return id;
}

/** Every node looks at everything at the same moment, and what they send is delivered; and once more. */
async function upkeep(): Promise<void> {
  const { context, settle } = door.street;
  for (let round = 0; round < 2; round += 1) {
    await Promise.all(Array.from({ length: nodes }, () => [enactAreaChanges(context), keepHouse(context)]).flat());
    await settle();
  }
}

async function moves(because: string): Promise<readonly number[]> {
  const rows = await door.street.rows<{ count: number }>(
    `select count(*)::int as count from history h where h.event->>'type' = 'user-task-reassigned'
       and h.event->>'because' = $1 group by h.instance_id, h.event->>'id'`,
    because,
  );
  return rows.map(({ count }) => count);
}

/** Three cases in a grid that is split, two in one whose mediator's cover ends, and a pause whose review date comes. */
beforeAll(async () => {
  door = await openTestApp({ publishes: true });
  await publishClocks(door);
  on = await dayAfter(5);
  const administrator = drafter(door, xiguan.administrator, xiguan.street);
  ok(
    await administrator.change('areas', 'areas', ({ json }) => {
      const how = { names: ['网格甲', '网格乙'], main: 0, rule: 'follow', holders: 'follow' } as const;
      return (splitArea(json as unknown as Areas, xiguan.grid02, on, how)?.next ?? json) as never;
    }),
  );
  await published(administrator);
  for (let nth = 0; nth < 3; nth += 1) await caseIn(xiguan.grid02);
  const paused = await caseIn(xiguan.grid01);
  const { userTasks } = ok(await door.ask(xiguan.officer, 'GET', `/api/cases/${paused}`));
  const pause = { reason: '住户下周才回来', reviewOn: await dayAfter(4) };
  ok(await door.ask('zhouwenbin', 'POST', `/api/user-tasks/${userTasks.at(-1).id}/pauses`, pause));
  await caseIn(xiguan.grid04);
  await door.street.context.database.transaction((tx) =>
    tx.query('update post_assignment set to_date = $2 where area = $1', [xiguan.grid04, on]),
  );
  await door.street.advance(6 * day);
}, 240_000);
afterAll(() => door.close());

describe('upkeep that several nodes do at the same moment, on connections of their own', () => {
  it('moves each piece of open work once, whether its area ended or its holder left', async () => {
    await upkeep();

    expect(await moves('area-changed')).toEqual([1, 1, 1]);
    expect(await moves('vacant')).toEqual([1]);
  });

  it('takes holders along once', async () => {
    const twice = await door.street.rows(
      `select person_id, post, area from post_assignment where to_date is null or to_date > $1
       group by person_id, post, area having count(*) > 1`,
      localDate(await now()),
    );
    const along = await door.street.rows(`select id from post_assignment where from_date = $1`, on);
    expect([twice, along.length > 0]).toEqual([[], true]);
  });

  it('reminds of a pause once', async () => {
    const told = await door.street.rows<{ count: number }>(
      `select count(*)::int as count from notification where title like '挂起的复核日%'`,
    );
    expect(told).toEqual([{ count: 1 }]);
  });
});
