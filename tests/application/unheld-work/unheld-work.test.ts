import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../../../server/application/carry-out.ts';
import { reportCase } from '../../../server/application/cases/report-case.ts';
import { readOverview } from '../../../server/application/overview/read-overview.ts';
import type { Actor } from '../../../server/application/policy/actor.ts';
import { giveUserTask } from '../../../server/application/unheld-work/give-user-task.ts';
import { listUnheld } from '../../../server/application/unheld-work/list-unheld.ts';
import { keepHouse } from '../../../server/application/upkeep/keep-house.ts';
import type { PostAt } from '../../../server/kernel/organization/holders.ts';
import { openStreet, type Street, xiguan } from '../street.ts';

let street: Street;
let administrator: Actor;

// One case whose first user task lies with the community's officer; then everybody on the way up from there goes.
beforeAll(async () => {
  street = await openStreet();
  const data = { category: 'dispute-neighbour', description: '楼上漏水，两家争执', place: '3 号楼 2 单元' };
  const worker = await street.actor(xiguan.worker);
  await carryOut(street.context, worker, null, (tx, actor) =>
    reportCase(street.context, tx, actor, { caseType: 'event', area: xiguan.grid01, data }),
  );
  await street.settle();
  administrator = await street.actor(xiguan.administrator);
});

afterAll(() => street.close());

async function vacate(post: string): Promise<void> {
  await street.context.database.transaction((tx) =>
    tx.query(`update post_assignment set to_date = from_date where post = $1`, [post]),
  );
  await keepHouse(street.context);
  await street.settle();
}

async function queue(): Promise<Awaited<ReturnType<typeof listUnheld>>> {
  return listUnheld(street.context, administrator, {});
}

/** The post that has the only open user task. */
async function heldAt(): Promise<string> {
  const [row] = await street.rows<{ post: string }>(`select post from user_task where state = 'open'`);
  return row?.post ?? '';
}

function give(to: PostAt, by = administrator): Promise<unknown> {
  return carryOut(street.context, by, null, async (tx, actor) => {
    const [row] = await tx.query<{ instance: string; id: number }>(
      `select instance_id as instance, id from user_task where state = 'open'`,
    );
    return giveUserTask(street.context, tx, actor, row ?? { instance: '', id: 0 }, to);
  });
}

describe('work at a post that was left', () => {
  it('goes up once where the post above is held', async () => {
    await vacate('community-officer');

    expect(await heldAt()).not.toBe('community-officer');
    expect((await queue()).total).toBe(0);
    expect((await readOverview(street.context, administrator)).unheld).toBe(0);
  });

  it('is nobody’s once every post on the way up is vacant, and stands in the queue with where it came from', async () => {
    for (let post = await heldAt(); (await queue()).total === 0; post = await heldAt()) await vacate(post);

    expect(await queue()).toMatchObject({
      total: 1,
      userTasks: [
        { title: '任务指派', asked: { postTitle: '社区综治专干' }, position: { holders: [] }, mayGive: true },
      ],
    });
    expect((await readOverview(street.context, administrator)).unheld).toBe(1);
  });

  it('is given neither by somebody who may not nor to a post that nobody holds', async () => {
    const worker = await street.actor(xiguan.worker);
    await expect(give({ post: 'grid-head', area: xiguan.grid01 }, worker)).rejects.toMatchObject({
      code: 'user-task-unknown',
    });
    await expect(give({ post: 'community-officer', area: xiguan.community })).rejects.toMatchObject({
      code: 'position-unheld',
    });
  });

  it('is given to a post that somebody holds, told in the story, and gone from the queue', async () => {
    await give({ post: 'grid-head', area: xiguan.grid01 });
    await street.settle();

    expect([await heldAt(), (await queue()).total]).toEqual(['grid-head', 0]);
    const [event] = await street.rows<{ event: unknown }>(
      `select event from history where event->>'type' = 'user-task-reassigned' order by seq desc limit 1`,
    );
    expect(event?.event).toMatchObject({ because: 'given', by: { person: administrator.person } });
  });

  it('is not given once somebody has it', async () => {
    await expect(give({ post: 'grid-head', area: xiguan.grid02 })).rejects.toMatchObject({ code: 'user-task-held' });
  });
});
