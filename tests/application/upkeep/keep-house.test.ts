import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../../../server/application/carry-out.ts';
import { reportCase } from '../../../server/application/cases/report-case.ts';
import { keepHouse } from '../../../server/application/upkeep/keep-house.ts';
import { localDate } from '../../../server/kernel/local-time.ts';
import { openStreet, type Street, xiguan } from '../street.ts';

const day = 86_400_000;
let street: Street;

beforeAll(async () => {
  street = await openStreet();
});

afterAll(() => street.close());

async function tomorrow(): Promise<string> {
  return street.context.database.read(async (tx) => localDate(new Date(Date.parse(tx.now) + day).toISOString()));
}

async function positionOf(subject: string): Promise<string | undefined> {
  const [row] = await street.rows<{ position: string }>(
    `select post || '@' || area as position from user_task where subject_id = $1 and state = 'open'`,
    subject,
  );
  return row?.position;
}

async function report(): Promise<string> {
  const worker = await street.actor(xiguan.worker);
  const data = { category: 'dispute-neighbour', description: '楼上漏水，两家争执', place: '3 号楼 2 单元' };
  const { id } = await carryOut(street.context, worker, null, (tx, actor) =>
    reportCase(street.context, tx, actor, { caseType: 'event', area: xiguan.grid01, data }),
  );
  await street.settle();
  return id;
}

describe('keeping house', () => {
  it('gives the work of a post to its fallback on the day on which nobody holds it any more', async () => {
    const subject = await report();
    const [post, area] = ((await positionOf(subject)) ?? '').split('@');
    const leaving = await tomorrow();
    await street.context.database.transaction((tx) =>
      tx.query('update post_assignment set to_date = $3 where post = $1 and area = $2', [post, area, leaving]),
    );

    const sentToday = await keepHouse(street.context);
    await street.advance(day);
    const sentTomorrow = await keepHouse(street.context);
    await street.settle();

    expect([sentToday, sentTomorrow]).toEqual([0, 1]);
    expect(await positionOf(subject)).not.toBe(`${post}@${area}`);
  });

  it('forgets sessions and keys of commands after their terms, not before', async () => {
    const { context } = street;
    await context.database.transaction((tx) =>
      tx.query(
        `insert into command_log (tenant_id, person_id, key, body_hash, answer, at) values ($1, $1, 'old-key', '', '{}', $2)`,
        [context.tenant, tx.now],
      ),
    );
    const kept = () => street.rows(`select from command_log where key = 'old-key'`);
    await street.advance(29 * day);
    await keepHouse(context);
    expect(await kept()).toHaveLength(1);

    await street.advance(2 * day);
    await keepHouse(context);
    expect(await kept()).toEqual([]);
    expect(await street.rows('select from session')).toEqual([]);
  });

  it('makes room for the history of the next month', async () => {
    await street.advance(40 * day);
    await keepHouse(street.context);
    const next = await street.context.database.read(async (tx) =>
      new Date(Date.parse(tx.now) + 20 * day).toISOString().slice(0, 7).replace('-', '_'),
    );
    expect(await street.rows('select from pg_class where relname = $1', `history_case_${next}`)).toHaveLength(1);
  });
});
