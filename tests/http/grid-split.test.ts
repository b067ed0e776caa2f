import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enactAreaChanges } from '../../server/application/organization/enact-area-changes.ts';
import { localDate } from '../../server/kernel/local-time.ts';
import { splitArea } from '../../studio/organization/area-tree/dated-changes.ts';
import type { Areas } from '../../studio/organization/area-tree/edit-areas.ts';
import { xiguan } from '../application/street.ts';
import { drafter, ok, published } from './drafting.ts';
import { type Answer, openTestApp, type TestApp } from './open-test-app.ts';

const day = 86_400_000;
const old = xiguan.grid01;
let door: TestApp;
let on: string;
let parts: readonly string[];
/** What somebody was told who put a person on a post of a part before there is one. */
let early: Answer;

interface OpenUserTask {
  readonly case: string;
  readonly post: string;
  readonly area: string;
  readonly late: boolean;
}

const now = (): Promise<string> => door.street.context.database.read(async (tx) => tx.now);
const openWork = async (): Promise<readonly OpenUserTask[]> =>
  door.street.rows(
    `select u.subject_id as case, u.post, u.area, u.due_at <= $2 as late from user_task u join case_record c on c.id = u.subject_id
     where c.area = $1 and u.state = 'open' order by u.subject_id`,
    old,
    await now(),
  );
const report = (account: string, area: string, nth: number) =>
  door.ask(account, 'POST', '/api/cases', {
    caseType: 'event',
    area,
    form: { data: { category: 'dispute-neighbour', description: `楼上漏水 ${nth}`, place: '3 单元' } },
  });
const hold = async (account: string, post: string, area: string, from: string): Promise<Answer> => {
  const person = await door.street.personId(account);
  const body = { post, area, kind: 'formal', from };
  return door.ask(xiguan.administrator, 'POST', `/api/people/${person}/assignments`, body);
};

/** Reports cases in the old grid; its community's officer assigns each, so that the grid's people have it. */
async function reportAndAssign(from: number, to: number): Promise<void> {
  const made: string[] = [];
  for (let nth = from; nth < to; nth += 1) made.push(ok(await report(xiguan.worker, old, nth)).id);
  await door.street.settle();
  for (const id of made) {
    const { userTasks } = ok(await door.ask(xiguan.officer, 'GET', `/api/cases/${id}`));
    const url = `/api/user-tasks/${userTasks[0].id}/complete`;
    ok(await door.ask(xiguan.officer, 'POST', url, { data: { dispatch: 'as-suggested' } }));
  }
  await door.street.settle();
}

/** A grid with 20 open cases, some of them late, is split from a day on; the day comes. */
beforeAll(async () => {
  door = await openTestApp({ publishes: true });
  const { street } = door;
  on = localDate(new Date(Date.parse(await now()) + 9 * day).toISOString());
  const administrator = drafter(door, xiguan.administrator, xiguan.street);
  ok(
    await administrator.change('areas', 'areas', ({ json }) => {
      const planned = splitArea(json as unknown as Areas, old, on, {
        names: ['西关 01 网格甲', '西关 01 网格乙'],
        main: 0,
        rule: 'follow',
        holders: 'end',
      });
      if (!planned) throw new Error('the grid cannot be split');
      parts = planned.change.to;
      return planned.next as never;
    }),
  );
  await reportAndAssign(0, 12);
  await published(administrator);
  await street.passTime(new Date(Date.parse(await now()) + 8 * day).toISOString());
  door.signInAnew();
  await reportAndAssign(12, 20);
  const [first = '', second = ''] = parts;
  early = await hold(xiguan.worker, 'mediator', first, localDate(await now()));
  ok(await hold(xiguan.worker, 'mediator', first, on));
  ok(await hold(xiguan.worker, 'grid-manager', first, on));
  ok(await hold(xiguan.gridHead, 'grid-head', first, on));
  ok(await hold(xiguan.gridHead, 'grid-head', second, on));
  await street.advance(2 * day);
  door.signInAnew();
  await enactAreaChanges(street.context);
  await street.settle();
}, 240_000);

afterAll(() => door.close());

describe('a grid that was split with 20 open cases', () => {
  it('had its new posts filled before its first day, from that day on', async () => {
    expect([early.status, early.body.code]).toEqual([422, 'area-begins-later']);
    expect(early.text).toContain(on);
    const { people } = ok(await door.ask(xiguan.administrator, 'GET', '/api/people'));
    const { assignments } = people.find(({ account }: { account: string }) => account === xiguan.gridHead);
    expect(assignments.map(({ area }: { area: { name: string } }) => area.name)).toContain('西关 01 网格乙');
  });

  it('has left no open work behind, and every piece has somebody who holds its position', async () => {
    const open = await openWork();
    expect(new Set(open.map((one) => one.case)).size).toBe(20);
    expect(open.filter(({ area, late }) => late && area === parts[0])).toHaveLength(8);
    expect(open.filter(({ area, late }) => late && area === xiguan.street)).toHaveLength(12);
    expect(open.filter(({ area }) => area === old)).toEqual([]);
    const held = await door.street.rows<{ position: string }>(
      `select distinct post || '@' || area as position from post_assignment where from_date <= $1 and (to_date is null or to_date > $1)`,
      localDate(await now()),
    );
    const positions = held.map(({ position }) => position);
    for (const { post, area } of open) expect(positions).toContain(`${post}@${area}`);
  });

  it('tells it in the story of each case that moved', async () => {
    const [moved] = (await openWork()).filter(({ area }) => area === parts[0]);
    const { story } = ok(await door.ask(xiguan.gridHead, 'GET', `/api/cases/${moved?.case}`));
    expect(JSON.stringify(story)).toContain('网格调整');
  });

  it('takes no report any more, and says what it has become', async () => {
    const refused = await report(xiguan.gridHead, old, 99);
    expect([refused.status, refused.body.code]).toEqual([409, 'area-ended']);
    expect(refused.body.zh ?? refused.text).toContain('西关 01 网格甲');
    expect((await report(xiguan.gridHead, parts[0] ?? '', 99)).status).toBe(200);
  });

  it('keeps its name in the figures: what was closed there stays there', async () => {
    const { byCommunity } = ok(await door.ask(xiguan.officer, 'GET', '/api/overview'));
    const { total } = ok(await door.ask(xiguan.officer, 'GET', `/api/cases?view=all&area=${old}`));
    expect(total).toBe(20);
    const row = byCommunity.find(({ area }: { area: { code: string } }) => area.code === old);
    expect(row === undefined || row.until === on).toBe(true);
    const list = ok(await door.ask(xiguan.gridHead, 'GET', `/api/cases?view=all&area=${parts[1]}`));
    expect(list.total).toBe(20);
  });

  it('has ended the posts of its people, and lists whom nobody has arranged anew', async () => {
    const left = await door.street.rows<{ to: string }>(
      'select to_date as "to" from post_assignment where area = $1 and (to_date is null or to_date > $2)',
      old,
      on,
    );
    expect(left).toEqual([]);
    const { changes } = ok(await door.ask(xiguan.administrator, 'GET', '/api/area-changes'));
    expect(changes).toMatchObject([{ on, kind: 'split', done: true, openCases: 20 }]);
    const waiting = changes[0].toArrange.map(({ person }: { person: { id: string } }) => person.id);
    expect(waiting).not.toContain(await door.street.personId(xiguan.worker));
  });

  it('lets somebody choose the other part for a case, whose work goes there', async () => {
    const address = `/api/areas/${old}/successors`;
    const { cases, total } = ok(await door.ask(xiguan.administrator, 'GET', address));
    expect([total, cases[0].goesTo.code, cases[0].chosen]).toEqual([20, parts[0], false]);
    const [one] = (await openWork()).filter(({ area }) => area === parts[0]);
    const url = `/api/cases/${one?.case}/successor`;
    expect(ok(await door.ask(xiguan.administrator, 'POST', url, { area: parts[1] }))).toMatchObject({ moved: 1 });
    await door.street.settle();
    expect((await openWork()).find((open) => open.case === one?.case)?.area).not.toBe(parts[0]);
    const outside = await door.ask(xiguan.administrator, 'POST', url, { area: xiguan.grid02 });
    expect(outside.body.code).toBe('area-not-split');
  });

  it('does nothing more when it is looked at again', async () => {
    expect(await enactAreaChanges(door.street.context)).toBe(0);
  });
});
