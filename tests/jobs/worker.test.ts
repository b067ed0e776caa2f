import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportCase } from '../../server/application/cases/report-case.ts';
import { runJob } from '../../server/application/jobs/run-job.ts';
import { readCaseRow } from '../../server/database/cases.ts';
import { dueJobs, holdsLease, leaseJob, type DueJob } from '../../server/database/jobs.ts';
import type { Instant } from '../../server/kernel/json.ts';
import { workOnce } from '../../server/jobs/worker.ts';
import { openTestStreet, type TestStreet } from '../application/test-street.ts';

let street: TestStreet;
beforeAll(async () => {
  street = await openTestStreet();
  await street.setClock('2026-09-10T01:00:00.000Z');
});
afterAll(() => street.close());

const onTheSpot = {
  category: 'sanitation-garbage',
  description: '巷口散落两袋垃圾。',
  place: '忠义巷口',
  onTheSpot: true,
  result: '已经清走。',
};

/** Reports a case that is settled on the spot: its archive job is due at once. */
async function reportSettled(): Promise<{ readonly id: string; readonly due: DueJob }> {
  const { context, release } = street;
  const actor = await street.person('maxiaolan');
  const category =
    [...release.caseTypes.values()][0]?.categories
      .flatMap((top) => top.children ?? [])
      .find((child) => !child.evidencePhoto)?.id ?? '';
  const { id } = await context.database.transaction((tx) =>
    reportCase(context, tx, actor, { caseType: 'event', area: '620502005001001', data: { ...onTheSpot, category } }),
  );
  const [due] = await context.database.read((tx) => dueJobs(tx, tx.now, 10));
  if (!due) throw new Error('no job is due');
  return { id, due };
}

function later(seconds: number): Promise<Instant> {
  return street.context.database.read(async (tx) => new Date(Date.parse(tx.now) + seconds * 1000).toISOString());
}

describe('the worker', () => {
  test('works until nothing is due: a case settled on the spot is archived without anybody', async () => {
    const { id } = await reportSettled();
    while (await workOnce(street.context));
    const row = await street.context.database.read((tx) => readCaseRow(tx, street.context.tenant, id));
    expect(row).toMatchObject({ status: 'closed', stage: 'appraise' });
  });

  test('a job leased by somebody else is left alone until the lease has run out', async () => {
    const { context } = street;
    const { due } = await reportSettled();
    const until = await later(60);
    await context.database.transaction((tx) =>
      leaseJob(tx, due, '00000000-0000-7000-8000-00000000000a', tx.now, until),
    );
    expect(await runJob(context, due)).toBe(false);
    await street.setClock(await later(61));
    expect(await runJob(context, due)).toBe(true);
    await street.settle();
  });

  test('who lost the lease no longer holds it, so a late completion changes nothing', async () => {
    const { context } = street;
    const { due } = await reportSettled();
    const until = await later(60);
    const first = await context.database.transaction((tx) =>
      leaseJob(tx, due, '00000000-0000-7000-8000-00000000000b', tx.now, until),
    );
    await street.setClock(await later(61));
    await runJob(context, due);
    expect(
      first && (await context.database.read((tx) => holdsLease(tx, first, '00000000-0000-7000-8000-00000000000b'))),
    ).toBe(false);
    await street.settle();
  });

  test('a job nobody can do is tried as often as the model says, then there is exactly one incident and the case says so', async () => {
    const { context } = street;
    const { id, due } = await reportSettled();
    await context.database.transaction((tx) =>
      tx.query(`update job set job_type = 'grid:nobody-does-this' where instance_id = $1`, [due.instance]),
    );
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await workOnce(context);
      await street.setClock(await later(3600));
    }
    const incidents = await context.database.read((tx) =>
      tx.query('select code from incident where instance_id = $1', [due.instance]),
    );
    const left = await context.database.read((tx) =>
      tx.query('select from job where instance_id = $1', [due.instance]),
    );
    const row = await context.database.read((tx) => readCaseRow(tx, context.tenant, id));
    expect({ incidents, left: left.length, incident: row?.incident, status: row?.status }).toEqual({
      incidents: [{ code: 'job-type-unknown' }],
      left: 0,
      incident: true,
      status: 'open',
    });
  });
});
