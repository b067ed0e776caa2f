import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../../../server/application/carry-out.ts';
import { addPerson } from '../../../server/application/people/add-person.ts';
import { assignPost, type WantedPost } from '../../../server/application/people/assign-post.ts';
import { endAssignment } from '../../../server/application/people/end-assignment.ts';
import { foreseeEnd } from '../../../server/application/people/foresee-end.ts';
import { listPeople } from '../../../server/application/people/list-people.ts';
import type { PersonView } from '../../../server/application/people/person-view.ts';
import { resetPassword } from '../../../server/application/people/reset-password.ts';
import { setPersonActive } from '../../../server/application/people/set-person-active.ts';
import type { Actor } from '../../../server/application/policy/actor.ts';
import { actorOfSession } from '../../../server/application/sessions/actor-of-session.ts';
import { signIn } from '../../../server/application/sessions/sign-in.ts';
import { openStreet, type Street, xiguan } from '../street.ts';

let street: Street;
let administrator: Actor;
let number = 0;

beforeAll(async () => {
  street = await openStreet();
  administrator = await street.actor(xiguan.administrator);
});

afterAll(() => street.close());

function add(wishes: { administrator?: boolean; account?: string; key?: string } = {}): ReturnType<typeof addPerson> {
  const account = wishes.account ?? `new-${++number}`;
  const command =
    wishes.key === undefined ? null : { person: administrator.person, key: wishes.key, bodyHash: account };
  return addPerson(street.context, administrator, command, {
    name: '周永和',
    account,
    administrator: wishes.administrator,
  });
}

function assign(person: string, wanted: Partial<WantedPost> = {}, by = administrator): Promise<PersonView> {
  const whole = { post: 'security-volunteer', area: xiguan.grid01, kind: 'formal' as const, ...wanted };
  return carryOut(street.context, by, null, (tx, actor) => assignPost(street.context, tx, actor, person, whole));
}

function end(person: string, assignment: string): Promise<PersonView> {
  return carryOut(street.context, administrator, null, (tx, actor) =>
    endAssignment(street.context, tx, actor, person, assignment),
  );
}

describe('a person who is added', () => {
  it('signs in with the first password and must choose another', async () => {
    const { person, firstPassword } = await add();
    const { token } = await signIn(street.context, person.account, firstPassword);
    expect(await actorOfSession(street.context, token)).toMatchObject({
      person: person.id,
      mustChangePassword: true,
      grants: [],
    });
  });

  it('has an account that nobody has, however it is written', async () => {
    const { person } = await add();
    await expect(add({ account: person.account.toUpperCase() })).rejects.toMatchObject({ code: 'account-taken' });
  });

  it('is added once when the command is repeated, with a password that works', async () => {
    const first = await add({ account: 'repeated', key: 'key-00001' });
    const second = await add({ account: 'repeated', key: 'key-00001' });

    expect(second.person.id).toBe(first.person.id);
    expect((await signIn(street.context, 'repeated', second.firstPassword)).person).toBe(first.person.id);
  });

  it('keeps the password they signed in with when the command is repeated later', async () => {
    const { firstPassword } = await add({ account: 'used', key: 'key-00002' });
    await signIn(street.context, 'used', firstPassword);
    await expect(add({ account: 'used', key: 'key-00002' })).rejects.toMatchObject({ code: 'first-password-used' });
  });

  it('is stored without the password, also in the log of commands', async () => {
    const { firstPassword } = await add({ account: 'secret', key: 'key-00003' });
    const [found] = await street.rows<{ text: string }>(
      `select (select json_agg(p)::text from person p) || (select json_agg(c)::text from command_log c) as text`,
    );
    expect(found?.text).toContain('key-00003');
    expect(found?.text).not.toContain(firstPassword);
  });

  it('is not added by somebody who may not', async () => {
    const worker = await street.actor(xiguan.worker);
    const adding = addPerson(street.context, worker, null, { name: '某人', account: 'someone' });
    await expect(adding).rejects.toMatchObject({ code: 'not-permitted' });
  });
});

describe('the list of people', () => {
  it.each([
    ['a name', '马小兰', xiguan.worker],
    ['an account', 'MAXIAOLAN', xiguan.worker],
    ['the title of a post', '街道管理员', xiguan.administrator],
    ['the name of an area', '西关 04', xiguan.worker],
  ])('finds people by %s', async (_, q, account) => {
    const { people } = await listPeople(street.context, administrator, { q });
    expect(people.map((person) => person.account)).toContain(account);
  });

  it.each(['%', '_', '\\', "' or true --"])('takes %s for nothing but itself', async (q) => {
    expect((await listPeople(street.context, administrator, { q })).total).toBe(0);
  });

  it('comes in pages', async () => {
    const [all, page] = [
      await listPeople(street.context, administrator, { limit: 200 }),
      await listPeople(street.context, administrator, { offset: 10, limit: 5 }),
    ];
    expect(page.total).toBe(all.total);
    expect(page.people).toEqual(all.people.slice(10, 15));
  });

  it('is closed to whoever manages nobody', async () => {
    const listing = listPeople(street.context, await street.actor(xiguan.worker), {});
    await expect(listing).rejects.toMatchObject({ code: 'not-permitted' });
  });
});

describe('an account', () => {
  it('gets a new password and loses its sessions', async () => {
    const { person, firstPassword } = await add();
    const { token } = await signIn(street.context, person.account, firstPassword);
    const { firstPassword: next } = await resetPassword(street.context, administrator, person.id);

    expect(await actorOfSession(street.context, token)).toBeNull();
    expect((await signIn(street.context, person.account, next)).person).toBe(person.id);
  });

  it('that was suspended is out at once, and in again when reinstated', async () => {
    const { person, firstPassword } = await add();
    const { token } = await signIn(street.context, person.account, firstPassword);
    await setPersonActive(street.context, administrator, person.id, false);
    expect(await actorOfSession(street.context, token)).toBeNull();

    await setPersonActive(street.context, administrator, person.id, true);
    expect((await signIn(street.context, person.account, firstPassword)).person).toBe(person.id);
  });

  it('of an administrator is changed by administrators only', async () => {
    const { person: boss } = await add({ administrator: true });
    const clerk: Actor = { ...administrator, grants: [{ area: xiguan.street, permissions: new Set(['people.edit']) }] };
    const { context } = street;
    const reset = context.database.transaction(async (tx) => {
      const { managedPerson, requireEqualStanding } =
        await import('../../../server/application/people/managed-person.ts');
      requireEqualStanding(await managedPerson(context, tx, clerk, boss.id));
    });
    await expect(reset).rejects.toMatchObject({ code: 'not-permitted' });
  });

  it('that is managed elsewhere does not exist', async () => {
    const { person } = await add();
    await street.context.database.transaction((tx) =>
      tx.query(`update person set managed_in = '999999999' where id = $1`, [person.id]),
    );
    await expect(resetPassword(street.context, administrator, person.id)).rejects.toMatchObject({
      code: 'person-unknown',
    });
  });

  it('is not suspended by its own person', async () => {
    const own = setPersonActive(street.context, administrator, administrator.person, false);
    await expect(own).rejects.toMatchObject({ code: 'own-account' });
  });
});

describe('a post', () => {
  it('is held from today and gives its rights with the next request', async () => {
    const { person, firstPassword } = await add();
    const { token } = await signIn(street.context, person.account, firstPassword);
    await assign(person.id, { post: 'hotline-clerk', area: xiguan.street });
    const actor = await actorOfSession(street.context, token);
    expect(actor?.grants[0]?.permissions).toContain('case.reveal-reporter');
  });

  it('takes no more people than it has places', async () => {
    const { person } = await add();
    const wanted = { post: 'grid-head', area: xiguan.grid01 };
    await expect(assign(person.id, wanted)).rejects.toMatchObject({
      code: 'post-full',
      details: { post: '网格长', most: 1 },
    });
  });

  it('gives its last place to one of two who ask at once', async () => {
    const [{ person: one }, { person: other }] = [await add(), await add()];
    const place = { post: 'needs-listener', area: xiguan.grid04 };
    const both = await Promise.allSettled([assign(one.id, place), assign(other.id, place)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it.each([
    ['one the area does not have', { post: 'street-office' }, 'post-unknown'],
    ['an area that is not there', { area: '111111111111111' }, 'area-unknown'],
    ['dates the wrong way round', { from: '2026-03-02', to: '2026-03-01' }, 'dates-reversed'],
  ])('is refused: %s', async (_, wanted, code) => {
    const { person } = await add();
    await expect(assign(person.id, wanted)).rejects.toMatchObject({ code });
  });

  it('is held once', async () => {
    const { person } = await add();
    await assign(person.id);
    await expect(assign(person.id)).rejects.toMatchObject({ code: 'already-on-post' });
  });

  it('that makes administrators is given by administrators only', async () => {
    const { person } = await add();
    const clerk: Actor = {
      ...administrator,
      grants: [{ area: xiguan.street, permissions: new Set(['people.edit', 'posts.edit']) }],
    };
    const { context } = street;
    const giving = context.database.transaction((tx) =>
      assignPost(context, tx, clerk, person.id, { post: 'street-administrator', area: xiguan.street, kind: 'formal' }),
    );
    await expect(giving).rejects.toMatchObject({ code: 'not-permitted' });
  });

  it('is left for good, and its rights with it', async () => {
    const { person, firstPassword } = await add();
    const { token } = await signIn(street.context, person.account, firstPassword);
    const { assignments } = await assign(person.id);
    const left = await end(person.id, assignments[0]?.id ?? '');

    expect(left.assignments).toEqual([]);
    expect((await actorOfSession(street.context, token))?.grants).toEqual([]);
    await expect(end(person.id, assignments[0]?.id ?? '')).rejects.toMatchObject({ code: 'assignment-ended' });
  });

  it('is ended for the person who holds it, not for another', async () => {
    const { person } = await add();
    const [{ id } = { id: '' }] = (await assign(person.id)).assignments;
    const other = await street.personId(xiguan.worker);
    await expect(end(other, id)).rejects.toMatchObject({ code: 'assignment-unknown' });
  });

  it('is told beforehand to go to whom when it is left', async () => {
    const holder = await street.personId(xiguan.gridHead);
    const [held] = await street.rows<{ id: string }>(
      `select id from post_assignment where person_id = $1 and post = 'grid-head' and area = $2`,
      holder,
      xiguan.grid04,
    );
    const foreseen = await foreseeEnd(street.context, administrator, holder, held?.id ?? '');
    expect(foreseen.positions).toMatchObject([
      { openUserTasks: 0, others: [], fallback: { postTitle: '社区综治专干', area: { name: '西关社区' } } },
    ]);
  });
});
