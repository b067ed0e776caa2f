import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../../../server/application/carry-out.ts';
import { listCases } from '../../../server/application/cases/list-cases.ts';
import { readCase } from '../../../server/application/cases/read-case.ts';
import { reportCase } from '../../../server/application/cases/report-case.ts';
import { urgeCase } from '../../../server/application/cases/urge-case.ts';
import { readOverview } from '../../../server/application/overview/read-overview.ts';
import { readPersonScope } from '../../../server/application/people/read-person-scope.ts';
import type { Actor } from '../../../server/application/policy/actor.ts';
import { casesFor } from '../../../server/application/policy/policy.ts';
import { listMyUserTasks } from '../../../server/application/user-tasks/list-my-user-tasks.ts';
import { openStreet, type Street, xiguan } from '../street.ts';

let street: Street;
/** Sees the whole street, but only fire hazards. */
let fireman: Actor;
let hazard: string;
let dispute: string;

beforeAll(async () => {
  street = await openStreet();
  const leader = await street.actor(xiguan.leader);
  const grants = leader.grants.map((grant) => ({ ...grant, categories: new Set(['hazard', 'hazard-fire']) }));
  fireman = { ...leader, held: [], grants };
  hazard = await report('hazard-fire');
  dispute = await report('dispute-neighbour');
  await street.settle();
});

afterAll(() => street.close());

async function report(category: string): Promise<string> {
  const worker = await street.actor(xiguan.worker);
  const data = { category, description: '楼道里堆了东西', place: '3 号楼 2 单元' };
  const { id } = await carryOut(street.context, worker, null, (tx, actor) =>
    reportCase(street.context, tx, actor, { caseType: 'event', area: xiguan.grid01, data }),
  );
  return id;
}

function read(actor: Actor, id: string): Promise<unknown> {
  return street.context.database.read((tx) => readCase(street.context, tx, actor, id));
}

async function listed(actor: Actor, area?: string): Promise<readonly string[]> {
  const { cases } = await street.context.database.read((tx) => listCases(street.context, tx, actor, { area }));
  return cases.map(({ id }) => id);
}

describe('somebody whose posts are for some categories', () => {
  it('finds only cases of those in the list, narrowed or not, and in its counts', async () => {
    expect(await listed(fireman)).toEqual([hazard]);
    expect(await listed(fireman, xiguan.grid01)).toEqual([hazard]);
    expect((await readOverview(street.context, fireman)).open).toBe(1);
  });

  it('opens a case of those and no other', async () => {
    await expect(read(fireman, hazard)).resolves.toMatchObject({ id: hazard });
    await expect(read(fireman, dispute)).rejects.toMatchObject({ code: 'case-unknown' });
  });

  it('does nothing about a case of another category', async () => {
    const urging = street.context.database.transaction((tx) => urgeCase(street.context, tx, fireman, dispute, ''));
    await expect(urging).rejects.toMatchObject({ code: 'case-unknown' });
  });

  it('sees a case of another category that came to a post they hold', async () => {
    const officer = { ...fireman, held: [{ post: 'community-officer', area: xiguan.community }] };

    await expect(read(officer, dispute)).resolves.toMatchObject({ id: dispute });
    expect((await listed(officer)).toSorted()).toEqual([hazard, dispute].toSorted());
  });

  it('sees everything where another of their posts is for all categories', () => {
    const [grant] = fireman.grants.filter(({ permissions }) => permissions.has('case.view'));
    const both = {
      ...fireman,
      grants: [
        ...fireman.grants,
        { area: xiguan.community, permissions: new Set(['case.view']) },
        { area: xiguan.grid01, permissions: new Set(['case.view']), categories: new Set(['dispute']) },
      ],
    };

    expect(casesFor(both, 'case.view').scopes).toEqual([
      { area: xiguan.community, categories: null },
      { area: grant?.area, categories: ['hazard', 'hazard-fire'] },
    ]);
  });
});

describe('somebody who holds three posts in two grids', () => {
  it('has each user task once, and one scope of both grids', async () => {
    const day = await street.context.database.read(async (tx) => tx.now.slice(0, 10));
    const person = await street.personId(xiguan.worker);
    await street.context.database.transaction((tx) =>
      tx.query(`delete from post_assignment where person_id = $1 and post <> 'mediator'`, [person]),
    );
    await street.context.database.transaction((tx) =>
      tx.query(
        `insert into post_assignment (tenant_id, id, person_id, post, area, kind, from_date, created_at)
         values ($1, gen_random_uuid(), $2, 'grid-manager', $3, 'formal', $4, $5)`,
        [street.context.tenant, person, xiguan.grid01, day, tx.now],
      ),
    );
    await street.context.database.transaction((tx) =>
      tx.query(`update user_task set post = 'mediator', area = $2 where subject_id = $1`, [dispute, xiguan.grid01]),
    );
    await street.context.database.transaction((tx) =>
      tx.query(`update user_task set post = 'grid-manager', area = $2 where subject_id = $1`, [hazard, xiguan.grid01]),
    );
    const three = await street.actor(xiguan.worker);
    const mine = await street.context.database.read((tx) => listMyUserTasks(street.context, tx, three));

    expect(three.held).toHaveLength(3);
    expect(mine.userTasks.map(({ subject }) => subject.id).toSorted()).toEqual([hazard, dispute].toSorted());
    expect((await readOverview(street.context, three)).mine).toBe(2);
    expect(casesFor(three, 'case.view').scopes.map(({ area }) => area)).toEqual([xiguan.grid01, xiguan.grid04]);
  });

  it('is shown with each part of the scope because of one post', async () => {
    const { grants } = await readPersonScope(
      street.context,
      await street.actor(xiguan.administrator),
      await street.personId(xiguan.worker),
    );

    expect(grants).toHaveLength(3);
    expect(grants.every(({ postTitle, kind, categories }) => postTitle && kind === 'formal' && !categories)).toBe(true);
  });
});
