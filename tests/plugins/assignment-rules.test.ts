import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMyUserTasks } from '../../server/application/user-tasks/list-my-user-tasks.ts';
import { pluginWorkOnce } from '../../server/jobs/plugin-lanes.ts';
import type { Json } from '../../server/kernel/json.ts';
import { openStreet, type Street, xiguan } from '../application/street.ts';
import { setUp } from './answered-case.ts';
import { hostOf, plain } from './planted-plugins.ts';
import { reportCase } from '../../server/application/cases/report-case.ts';
import { userTasksOf } from '../../server/database/user-tasks.ts';

/** 忙闲: the holder with the fewest open user tasks. */
const fewest = `export const plugin = { rules: { pick: ({ holders }) =>
  holders.toSorted((one, other) => one.openUserTasks - other.openUserTasks)[0].person } };`;

let street: Street;
let second: string;
beforeAll(async () => {
  const host = await hostOf({
    busy: { manifest: { adds: { rules: [{ name: 'pick', title: plain.title }] } }, server: fewest },
    lost: {
      manifest: { adds: { rules: [{ name: 'pick', title: plain.title }] } },
      server: 'export const plugin = { rules: { pick: () => { for (;;); } } };',
    },
  });
  street = await openStreet({ plugins: host });
  await street.passTime('2026-09-07T01:00:00.000Z');
  await setUp(street, 'busy', {});
  await setUp(street, 'lost', {});
  second = await street.personId(xiguan.worker);
});
afterAll(() => street.close());

/** Reports a case; the officer of the community has it then. Answers the user task. */
async function report(rule: string): Promise<{ readonly instance: string; readonly id: number }> {
  const { context } = street;
  const release = await context.database.read((tx) => context.releases.current(tx));
  const category = [...release.caseTypes.values()][0]?.categories[0]?.children?.[0]?.id ?? '';
  const data: Json = { category, description: '路灯不亮，晚上看不清路。', place: '西关正街' };
  const worker = await street.actor(xiguan.worker);
  return context.database.transaction(async (tx) => {
    const { id } = await reportCase(context, tx, worker, { caseType: 'event', area: xiguan.grid01, data });
    const [row] = await userTasksOf(tx, context.tenant, 'case', id);
    if (!row) throw new Error('nobody has the case');
    await tx.query(
      'insert into assignment_choice (tenant_id, instance_id, user_task, rule, run_at) values ($1, $2, $3, $4, $5)',
      [context.tenant, row.instance, row.id, rule, tx.now],
    );
    return row;
  });
}

/** Who of the officers a user task is marked for, as each of them sees it in their list. */
async function seenBy(account: string): Promise<readonly (string | null)[]> {
  const actor = await street.actor(account);
  const { userTasks } = await street.context.database.read((tx) => listMyUserTasks(street.context, tx, actor));
  return userTasks
    .filter(({ position }) => position.post === 'community-officer')
    .map(({ chosen }) => chosen?.name ?? null);
}

async function putOnPost(person: string): Promise<void> {
  const { context } = street;
  await context.database.transaction((tx) =>
    tx.query(
      `insert into post_assignment (tenant_id, id, person_id, post, area, kind, from_date, created_at)
       values ($1, $2, $3, 'community-officer', $4, 'cover', '2026-01-01', $5)`,
      [context.tenant, crypto.randomUUID(), person, xiguan.community, tx.now],
    ),
  );
}

describe('an assignment rule', () => {
  it('is not asked while only one person holds the post', async () => {
    await report('busy:pick');
    await pluginWorkOnce(street.context);
    expect(await seenBy(xiguan.officer)).toEqual([null]);
  });

  it('spreads user tasks over those who hold the post, and everybody sees whose they are', async () => {
    await putOnPost(second);
    for (let times = 0; times < 4; times += 1) {
      await report('busy:pick');
      await pluginWorkOnce(street.context);
    }
    const names = await seenBy(xiguan.officer);
    expect(names.filter((name) => name === '陈晓明')).toHaveLength(2);
    expect(names.filter((name) => name === '马小兰')).toHaveLength(2);
    expect(await seenBy(xiguan.worker)).toEqual(names);
  });

  it('that gives no answer leaves a user task to everybody', async () => {
    await report('lost:pick');
    await report('none:pick');
    await pluginWorkOnce(street.context);
    expect((await seenBy(xiguan.officer)).filter((name) => name === null)).toHaveLength(3);
    expect(await street.rows('select 1 from assignment_choice where run_at is not null')).toEqual([]);
  });

  it('counts for nothing once whom it chose has left the post', async () => {
    await street.context.database.transaction((tx) =>
      tx.query(`update post_assignment set to_date = '2026-09-07' where kind = 'cover' and person_id = $1`, [second]),
    );
    expect((await seenBy(xiguan.officer)).filter((name) => name === '马小兰')).toEqual([]);
  });
});
