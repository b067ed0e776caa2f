import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settleSpentJobs } from '../../server/application/external-jobs/settle-spent-jobs.ts';
import { spentJobs } from '../../server/database/external-jobs.ts';
import { openExternalStreet, type ExternalStreet, type OtherSystem } from './external-street.ts';

let outside: ExternalStreet;
let water: OtherSystem;
beforeAll(async () => {
  outside = await openExternalStreet();
  water = await outside.add('自来水公司', 'water-bill.check');
});
afterAll(() => outside.close());

describe('systems that race', () => {
  test('get each job once, and each is done once', async () => {
    for (let count = 0; count < 40; count += 1) await outside.street.begin('bill', { household: `H${count}` });
    const drain = async (): Promise<number> => {
      let done = 0;
      for (let jobs = await outside.take(water, 3); jobs.length > 0; jobs = await outside.take(water, 3))
        for (const { key, lease } of jobs) {
          const { status } = await outside.say(water, `${key}/complete`, { lease, variables: { owed: 1 } });
          if (status === 200) done += 1;
        }
      return done;
    };
    const done = await Promise.all(Array.from({ length: 8 }, drain));
    expect(done.reduce((sum, one) => sum + one, 0)).toBe(40);
    expect(await outside.street.rows('select from job')).toEqual([]);
    expect(new Set(await outside.street.instances())).toEqual(new Set(['bill completed']));
  });

  test('with one answer many times over are told the same, and it is taken once', async () => {
    const instance = await outside.street.begin('bill', { household: 'H1' });
    const [job] = await outside.take(water, 1);
    const body = { lease: job?.lease, variables: { owed: 1 } };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => outside.say(water, `${job?.key}/complete`, body)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(await outside.street.statusOf(instance)).toBe('completed');
  });

  test('with two different answers are heard once', async () => {
    await outside.street.begin('bill', { household: 'H1' });
    const [job] = await outside.take(water, 1);
    const answers = await Promise.all([
      outside.say(water, `${job?.key}/complete`, { lease: job?.lease, variables: { owed: 1 } }),
      outside.say(water, `${job?.key}/fail`, { lease: job?.lease, message: 'closed', retry: false }),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });

  test('leave a job that nobody answers to exactly one incident, also on two nodes at once', async () => {
    const instance = await outside.street.begin('bill', { household: 'H1' });
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      await outside.take(water, 1);
      await outside.street.passTime(61_000);
    }
    const { context } = outside.street;
    const spent = await context.database.read((tx) => spentJobs(tx, context.tenant, 10));
    const settled = await Promise.all(Array.from({ length: 6 }, () => settleSpentJobs(context, spent)));
    expect(settled.filter(Boolean)).toHaveLength(1);
    expect(await outside.incidents(instance)).toEqual(['job-without-answer']);
  });
});
