import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorOfSession } from '../../../server/application/sessions/actor-of-session.ts';
import { createFirstAdministrator } from '../../../server/application/sessions/create-first-administrator.ts';
import { readSession } from '../../../server/application/sessions/read-session.ts';
import { issueSetupCode } from '../../../server/application/sessions/setup-code.ts';
import { openStreet, type Street, xiguan } from '../street.ts';

let street: Street;

beforeEach(async () => {
  street = await openStreet();
});

afterEach(() => street.close());

async function code(): Promise<string> {
  return (await issueSetupCode(street.context)) ?? 'none';
}

function make(typed: string): ReturnType<typeof createFirstAdministrator> {
  return createFirstAdministrator(street.context, {
    code: typed,
    name: '李秀英',
    account: 'admin',
    password: 'correct horse battery',
  });
}

describe('the first administrator', () => {
  it('is made with the code of the terminal, for the street that is installed', async () => {
    const { token } = await make(await code());
    const actor = await actorOfSession(street.context, token);
    const { person, needsAdministrator } = await readSession(street.context, actor);

    expect(needsAdministrator).toBe(false);
    expect(person?.scope).toEqual([{ code: xiguan.street, name: '西关街道' }]);
    expect(person?.permissions).toContain('administration');
  });

  it('may type the code in small letters and groups', async () => {
    const typed = (await code()).toLowerCase().replace(/^(....)/, '$1-');
    expect((await make(typed)).token).toHaveLength(43);
  });

  it('is not made with another code', async () => {
    await code();
    await expect(make('22222222')).rejects.toMatchObject({ code: 'setup-code-wrong' });
  });

  it('is not made with the code of an earlier start', async () => {
    const earlier = await code();
    await code();
    await expect(make(earlier)).rejects.toMatchObject({ code: 'setup-code-wrong' });
  });

  it('is made once: the door stays closed even when there is no administrator any more', async () => {
    const used = await code();
    await make(used);
    await street.context.database.transaction(async (tx) => {
      await tx.query(`delete from session`);
      await tx.query(`delete from person where account = 'admin'`);
    });

    await expect(make(used)).rejects.toMatchObject({ code: 'setup-closed' });
    expect(await issueSetupCode(street.context)).toBeNull();
  });

  it('is made once when two try at the same time', async () => {
    const used = await code();
    const both = await Promise.allSettled([make(used), make(used)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
