import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertPerson } from '../../../server/application/people/insert-person.ts';
import { actorOfSession } from '../../../server/application/sessions/actor-of-session.ts';
import { changePassword } from '../../../server/application/sessions/change-password.ts';
import { hashPassword } from '../../../server/application/sessions/password-hash.ts';
import { signInAsDemoPerson } from '../../../server/application/sessions/sign-in-as-demo-person.ts';
import { signIn } from '../../../server/application/sessions/sign-in.ts';
import { signOut } from '../../../server/application/sessions/sign-out.ts';
import { openStreet, type Street, xiguan } from '../street.ts';

const password = 'correct horse battery';
const hour = 3_600_000;
let street: Street;
let passwordHash: string;
let account: string;
let number = 0;

beforeAll(async () => {
  street = await openStreet();
  passwordHash = await hashPassword(password);
});

afterAll(() => street.close());

beforeEach(async () => {
  account = `worker-${++number}`;
  const { context } = street;
  const person = {
    name: '王海燕',
    account,
    managedIn: xiguan.street,
    administers: null,
    passwordHash,
    mustChangePassword: false,
  };
  await context.database.transaction((tx) => insertPerson(tx, context.tenant, person));
});

function tryWith(word: string): Promise<string> {
  return signIn(street.context, account, word).then(
    ({ token }) => token,
    (error: { code: string }) => error.code,
  );
}

async function failFiveTimes(): Promise<void> {
  for (let time = 0; time < 5; time++) await tryWith('wrong');
}

async function accountOf(token: string): Promise<string | null> {
  return (await actorOfSession(street.context, token))?.account ?? null;
}

describe('signing in', () => {
  it('begins a session of the person', async () => {
    expect(await accountOf(await tryWith(password))).toBe(account);
  });

  it('does not look at how the account is written', async () => {
    const { token } = await signIn(street.context, account.toUpperCase(), password);
    expect(await accountOf(token)).toBe(account);
  });

  it('stores the token nowhere', async () => {
    const token = await tryWith(password);
    const found = await street.rows('select from session where token_hash = $1', token);
    expect(found).toEqual([]);
  });

  it('answers the same for a wrong password and an account that is not there', async () => {
    expect(await tryWith('wrong')).toBe('sign-in-failed');
    await expect(signIn(street.context, 'nobody', password)).rejects.toMatchObject({
      code: 'sign-in-failed',
      details: {},
    });
  });

  it('shuts the account after five failures, for the right password too', async () => {
    await failFiveTimes();
    expect(await tryWith(password)).toBe('sign-in-failed');
  });

  it('opens the account again after a quarter of an hour', async () => {
    await failFiveTimes();
    await street.advance(15 * 60_000 + 1000);
    expect(await accountOf(await tryWith(password))).toBe(account);
  });

  it('forgets failures once it has succeeded', async () => {
    for (const word of ['wrong', 'wrong', 'wrong', 'wrong', password, 'wrong', 'wrong']) await tryWith(word);
    expect(await accountOf(await tryWith(password))).toBe(account);
  });

  it('lets no try past the fifth failure, however many come at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => tryWith('wrong')));
    expect(await tryWith(password)).toBe('sign-in-failed');
  });

  it('is recorded by references only', async () => {
    await tryWith('wrong');
    const [line] = await street.rows<{ line: string }>(
      'select to_json(a)::text as line from audit a order by at desc, id desc limit 1',
    );
    expect(line?.line).toContain('sign-in-failed');
    expect(line?.line).not.toMatch(/worker-|王海燕|wrong/);
  });
});

describe('a session', () => {
  it('ends when it was not used for twelve hours', async () => {
    const token = await tryWith(password);
    await street.advance(12 * hour + 1000);
    expect(await accountOf(token)).toBeNull();
  });

  it('goes on while it is used', async () => {
    const token = await tryWith(password);
    await street.advance(11 * hour);
    await accountOf(token);
    await street.advance(11 * hour);
    expect(await accountOf(token)).toBe(account);
  });

  it('ends after seven days, used or not', async () => {
    const token = await tryWith(password);
    for (let halfDays = 0; halfDays < 15; halfDays++) {
      await street.advance(11.9 * hour);
      await accountOf(token);
    }
    expect(await accountOf(token)).toBeNull();
  });

  it('ends with the next request when its person is suspended', async () => {
    const token = await tryWith(password);
    const { context } = street;
    await context.database.transaction((tx) =>
      tx.query('update person set active = false where account = $1', [account]),
    );
    expect(await accountOf(token)).toBeNull();
  });

  it('ends when its person signs out, and no other does', async () => {
    const [left, kept] = [await tryWith(password), await tryWith(password)];
    const actor = await actorOfSession(street.context, left);
    if (actor !== null) await signOut(street.context, actor);
    expect([await accountOf(left), await accountOf(kept)]).toEqual([null, account]);
  });

  it('ends when its person chose a new password elsewhere', async () => {
    const [here, elsewhere] = [await tryWith(password), await tryWith(password)];
    const actor = await actorOfSession(street.context, here);
    if (actor !== null) await changePassword(street.context, actor, password, 'another horse battery');
    expect([await accountOf(here), await accountOf(elsewhere)]).toEqual([account, null]);
    expect(await tryWith(password)).toBe('sign-in-failed');
  });
});

describe('a synthetic person', () => {
  it('signs in with one click while demo mode is on', async () => {
    const { token } = await signInAsDemoPerson(street.context, xiguan.worker);
    expect(await accountOf(token)).toBe(xiguan.worker);
  });

  it('has no session when demo mode is off, not even one begun before', async () => {
    const { token } = await signInAsDemoPerson(street.context, xiguan.worker);
    const real = { ...street.context, demo: false };
    expect(await actorOfSession(real, token)).toBeNull();
    await expect(signInAsDemoPerson(real, xiguan.worker)).rejects.toMatchObject({ code: 'demo-off' });
  });

  it('is none of the real people', async () => {
    await expect(signInAsDemoPerson(street.context, account)).rejects.toMatchObject({ code: 'person-unknown' });
  });
});
