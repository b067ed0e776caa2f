import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../../../server/application/carry-out.ts';
import type { Actor } from '../../../server/application/policy/actor.ts';
import { goLive, markReadiness, undoGoLive } from '../../../server/application/readiness/go-live.ts';
import { type Readiness, readReadiness } from '../../../server/application/readiness/read-readiness.ts';
import { openStreet, type Street, xiguan } from '../street.ts';

let street: Street;
let administrator: Actor;

beforeAll(async () => {
  street = await openStreet({ publishes: true });
  administrator = await street.actor(xiguan.administrator);
});

afterAll(() => street.close());

function open(readiness: Readiness): readonly string[] {
  return readiness.lines.filter(({ done, blocking }) => !done && blocking).map(({ id }) => id);
}

function go(note = '街道办公会议定'): Promise<Readiness> {
  return carryOut(street.context, administrator, null, (tx, actor) =>
    goLive(street.context, tx, actor, xiguan.street, { note }),
  );
}

function mark(item: string, note: string | null): Promise<Readiness> {
  return carryOut(street.context, administrator, null, (tx, actor) =>
    markReadiness(street.context, tx, actor, { area: xiguan.street, item, note }),
  );
}

describe('the checklist of a street', () => {
  it('names what must be done and is not', async () => {
    const readiness = await readReadiness(street.context, administrator, xiguan.street);
    expect(open(readiness)).toEqual(expect.arrayContaining(['demo', 'backup']));
    expect(readiness.lines.find(({ id }) => id === 'posts-own')).toMatchObject({ done: false, count: 1, of: 5 });
    expect(readiness.lines.find(({ id }) => id === 'demo')?.count).toBeGreaterThan(50);
  });

  it('is for administrators of the street', async () => {
    const read = (async () => readReadiness(street.context, await street.actor(xiguan.worker), xiguan.street))();
    await expect(read).rejects.toMatchObject({ code: 'area-unknown' });
  });

  it('keeps it from going live', async () => {
    await expect(go()).rejects.toMatchObject({ code: 'readiness-open' });
    expect(await street.rows('select id from go_live')).toEqual([]);
  });

  it('takes the word of a person only for what the program cannot see', async () => {
    const before = await mark('backup', '信息科每天备份');
    expect(before.lines.find(({ id }) => id === 'backup')).toMatchObject({
      done: true,
      mark: { note: '信息科每天备份', by: { id: administrator.person } },
    });
    await expect(mark('demo', '没有了')).rejects.toMatchObject({ code: 'readiness-not-markable' });
    expect(open(await mark('backup', null))).toContain('backup');
  });

  it('lets it go live once nothing is open, on record, and back with a reason', async () => {
    await mark('backup', '信息科每天备份');
    await street.context.database.transaction((tx) =>
      tx.query(
        `update person set demo = false, demo_note = null, must_change_password = false, password_hash = 'x' where tenant_id = $1`,
        [street.context.tenant],
      ),
    );
    expect((await go()).live).toMatchObject({ by: { id: administrator.person }, note: '街道办公会议定' });
    await expect(go()).rejects.toMatchObject({ code: 'already-live' });
    const undone = await carryOut(street.context, administrator, null, (tx, actor) =>
      undoGoLive(street.context, tx, actor, xiguan.street, '还要再培训一周'),
    );
    expect(undone).toMatchObject({ live: null, earlier: [{ undone: { note: '还要再培训一周' } }] });
    expect(await street.rows(`select action from audit where action like '%live%' order by id`)).toEqual([
      { action: 'area-went-live' },
      { action: 'go-live-undone' },
    ]);
  });
});
