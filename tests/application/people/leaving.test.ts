import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../../../server/application/carry-out.ts';
import { reportCase } from '../../../server/application/cases/report-case.ts';
import { addPerson } from '../../../server/application/people/add-person.ts';
import { assignPost, type WantedPost } from '../../../server/application/people/assign-post.ts';
import { endAssignment } from '../../../server/application/people/end-assignment.ts';
import { foreseeEnd } from '../../../server/application/people/foresee-end.ts';
import type { HandOver } from '../../../server/application/people/hand-work-over.ts';
import { setPersonActive } from '../../../server/application/people/set-person-active.ts';
import type { Actor } from '../../../server/application/policy/actor.ts';
import { advanceInstance } from '../../../server/application/process-instances/advance-instance.ts';
import { keepHouse } from '../../../server/application/upkeep/keep-house.ts';
import { listMyUserTasks } from '../../../server/application/user-tasks/list-my-user-tasks.ts';
import { localDate } from '../../../server/kernel/local-time.ts';
import { openStreet, type Street, xiguan } from '../street.ts';

const day = 86_400_000;
const officerPost = { post: 'community-officer', area: xiguan.community };
let street: Street;
let administrator: Actor;
let officer: string;

// One case reported in grid 01: its first user task lies with the community's officer, who alone holds that post.
beforeAll(async () => {
  street = await openStreet();
  administrator = await street.actor(xiguan.administrator);
  officer = await street.personId(xiguan.officer);
  const data = { category: 'dispute-neighbour', description: '楼上漏水，两家争执', place: '3 号楼 2 单元' };
  const worker = await street.actor(xiguan.worker);
  await carryOut(street.context, worker, null, (tx, actor) =>
    reportCase(street.context, tx, actor, { caseType: 'event', area: xiguan.grid01, data }),
  );
  await street.settle();
});

afterAll(() => street.close());

/** The officer holds the post alone again, and has the user task. */
afterEach(async () => {
  const { context } = street;
  await context.database.transaction(async (tx) => {
    await tx.query('update person set active = true where id = $1', [officer]);
    await tx.query('delete from post_assignment where post = $1 and person_id <> $2', [officerPost.post, officer]);
    await tx.query('update post_assignment set to_date = null where post = $1', [officerPost.post]);
    const [row] = await tx.query<{ instance: string; task: number; scope: number }>(
      `select instance_id as instance, id as task, scope from user_task where state = 'open' and post <> $1`,
      [officerPost.post],
    );
    if (row === undefined) return;
    const { instance, ...task } = row;
    const by = { person: administrator.person };
    await advanceInstance(context, tx, instance, {
      type: 'reassign-user-task',
      ...task,
      to: officerPost,
      because: 'given',
      by,
    });
  });
  administrator = await street.actor(xiguan.administrator);
  account += 1;
});

let account = 0;
const newcomerAccount = (): string => `newcomer-${account}`;

async function newcomer(named = newcomerAccount()): Promise<string> {
  return (await addPerson(street.context, administrator, null, { name: '新来的', account: named })).person.id;
}

function assign(person: string, wanted: Partial<WantedPost>): Promise<unknown> {
  const whole = { ...officerPost, kind: 'formal' as const, ...wanted };
  return carryOut(street.context, administrator, null, (tx, actor) =>
    assignPost(street.context, tx, actor, person, whole),
  );
}

async function assignmentOf(person: string): Promise<string> {
  const [row] = await street.rows<{ id: string }>(
    'select id from post_assignment where person_id = $1 and post = $2 order by from_date desc',
    person,
    officerPost.post,
  );
  return row?.id ?? '';
}

async function leave(person: string, over?: HandOver): Promise<void> {
  const assignment = await assignmentOf(person);
  await carryOut(street.context, administrator, null, (tx, actor) =>
    endAssignment(street.context, tx, actor, person, assignment, over),
  );
  await street.settle();
}

async function workOf(account: string): Promise<number> {
  const actor = await street.actor(account);
  const { userTasks } = await street.context.database.read((tx) => listMyUserTasks(street.context, tx, actor));
  return userTasks.length;
}

async function dateIn(days: number): Promise<string> {
  const now = await street.context.database.read(async (tx) => tx.now);
  return localDate(new Date(Date.parse(now) + days * day).toISOString());
}

/** Where the case lies now. */
async function position(): Promise<string> {
  const [row] = await street.rows<{ post: string; area: string }>(
    `select post, area from user_task where state = 'open'`,
  );
  return `${row?.post ?? ''}@${row?.area ?? ''}`;
}

describe('somebody who leaves a post with open user tasks', () => {
  it('is asked who gets them, with the tasks and what is possible', async () => {
    const { positions } = await foreseeEnd(street.context, administrator, officer, await assignmentOf(officer));

    expect(positions).toMatchObject([
      { openUserTasks: 1, userTasks: [{ title: '任务指派' }], others: [], fallback: { postTitle: expect.any(String) } },
    ]);
    await expect(leave(officer)).rejects.toMatchObject({ code: 'work-undecided', details: { count: 1 } });
    expect(await workOf(xiguan.officer)).toBe(1);
  });

  it('cannot leave them with a post that nobody else holds', async () => {
    await expect(leave(officer, { to: 'post' })).rejects.toMatchObject({ code: 'work-stays-nowhere' });
  });

  it('leaves them with the others on the post', async () => {
    await assign(await newcomer(), { kind: 'cover', covers: officer, to: await dateIn(10) });
    await leave(officer, { to: 'post' });

    expect([await workOf(newcomerAccount()), await position()]).toEqual([1, 'community-officer@620502005001']);
  });

  it('leaves them to the fallback', async () => {
    await leave(officer, { to: 'fallback' });

    expect(await position()).not.toContain('community-officer');
  });

  it('leaves them to whoever takes the post', async () => {
    await leave(officer, { to: 'person', person: await newcomer() });

    expect([await workOf(newcomerAccount()), await workOf(xiguan.officer)]).toEqual([1, 0]);
  });

  it('leaves them to a cover, and to the fallback when its last day has passed', async () => {
    await leave(officer, { to: 'cover', person: await newcomer(), until: await dateIn(2) });
    expect(await workOf(newcomerAccount())).toBe(1);

    await street.advance(2 * day);
    await keepHouse(street.context);
    await street.settle();

    expect(await workOf(newcomerAccount())).toBe(0);
    expect(await position()).not.toContain('community-officer');
  });

  it('is asked the same when their account is suspended', async () => {
    const suspend = (overs?: Parameters<typeof setPersonActive>[4]) =>
      setPersonActive(street.context, administrator, officer, false, overs);

    await expect(suspend()).rejects.toMatchObject({ code: 'work-undecided' });
    await suspend([{ ...officerPost, over: { to: 'person', person: await newcomer() } }]);
    await street.settle();

    expect(await workOf(newcomerAccount())).toBe(1);
  });
});

describe('a cover while user tasks are open', () => {
  it('sees them from its first day beside the holder, who has them alone again at the end', async () => {
    await assign(await newcomer(), { kind: 'cover', covers: officer, from: await dateIn(1), to: await dateIn(3) });
    const seen = async (): Promise<readonly number[]> => [
      await workOf(xiguan.officer),
      await workOf(newcomerAccount()),
    ];

    const before = await seen();
    await street.advance(day);
    const meanwhile = await seen();
    await street.advance(2 * day);
    await keepHouse(street.context);
    await street.settle();

    expect([before, meanwhile, await seen()]).toEqual([
      [1, 0],
      [1, 1],
      [1, 0],
    ]);
  });

  it('ends at once when somebody ends it', async () => {
    const person = await newcomer();
    await assign(person, { kind: 'cover', covers: officer, to: await dateIn(10) });
    await leave(person, { to: 'post' });

    expect([await workOf(xiguan.officer), await workOf(newcomerAccount())]).toEqual([1, 0]);
  });

  it('cannot be covered in its turn', async () => {
    const [first, second] = [await newcomer(), await newcomer('second')];
    await assign(first, { kind: 'cover', covers: officer, to: await dateIn(10) });

    await expect(assign(second, { kind: 'cover', covers: first, to: await dateIn(5) })).rejects.toMatchObject({
      code: 'cover-of-cover',
    });
  });

  it('needs an end', async () => {
    await expect(assign(await newcomer(), { kind: 'cover', covers: officer })).rejects.toMatchObject({
      code: 'cover-without-end',
    });
  });
});
