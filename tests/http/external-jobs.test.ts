import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../server/http/app.ts';
import { activateJobs } from '../../server/application/external-jobs/activate-jobs.ts';
import { removeWorker } from '../../server/application/external-jobs/external-workers.ts';
import { terminalOperator } from '../../server/application/operations/operator.ts';
import { readOperatedInstance } from '../../server/application/operations/read-instance.ts';
import type { ExternalJob } from '../../server/application/external-jobs/external-job.ts';
import { openExternalStreet, type ExternalStreet, type OtherSystem, type Said } from './external-street.ts';

let outside: ExternalStreet;
let water: OtherSystem;
let second: OtherSystem;
let board: OtherSystem;

beforeAll(async () => {
  outside = await openExternalStreet();
  water = await outside.add('自来水公司', 'water-bill.check');
  second = await outside.add('自来水公司二号机', 'water-bill.check');
  board = await outside.add('公告栏', 'board.tell');
});
afterEach(() => outside.street.forget());
afterAll(() => outside.close());

async function oneJob(system = water): Promise<ExternalJob> {
  const [job] = await outside.take(system, 1);
  if (!job) throw new Error('there is no job');
  return job;
}

function complete(system: OtherSystem, { key, lease }: ExternalJob, variables: object = { owed: 12.5 }): Promise<Said> {
  return outside.say(system, `${key}/complete`, { lease, variables });
}

function fail(system: OtherSystem, { key, lease }: ExternalJob, more: object = {}): Promise<Said> {
  return outside.say(system, `${key}/fail`, { lease, message: '对方系统在维护', ...more });
}

const codeOf = ({ status, body }: Said): readonly unknown[] => [status, body.code];

describe('a job for another system', () => {
  test('is given with its inputs, and its outputs are the instance’s', async () => {
    const instance = await outside.street.begin('bill', { household: 'H7', owner: 'p-1' });
    const job = await oneJob();
    expect(job).toMatchObject({
      type: 'water-bill.check',
      attempt: 1,
      retries: 2,
      headers: { retryBackoff: 'PT10S' },
      variables: { no: 'H7' },
      instance,
      process: 'bill',
      element: 'check',
    });
    expect(job.variables).toEqual({ no: 'H7' });
    expect(await complete(water, job)).toMatchObject({ status: 200, body: { done: true } });
    expect(await outside.street.statusOf(instance)).toBe('completed');
    expect(await outside.street.rows('select from job')).toEqual([]);
  });

  test('in an iteration of a sub-process sees the iteration’s variables, and names its step', async () => {
    const instance = await outside.street.begin('every', { households: ['H1', 'H2'], street: '西关' });
    await outside.street.settle();
    const jobs = await outside.take(board);
    expect(jobs.map(({ variables, element }) => [element, variables['household'], variables['street']])).toEqual([
      ['tell', 'H1', '西关'],
      ['tell', 'H2', '西关'],
    ]);
    for (const job of jobs) await complete(board, job, { heard: job.variables['household'] ?? '' });
    await outside.street.settle();
    expect(await outside.street.statusOf(instance)).toBe('completed');
  });

  test('is shown to nobody who does other types, also when it asks for it', async () => {
    await outside.street.begin('bill', { household: 'H1' });
    expect(await outside.take(board)).toEqual([]);
    const asked = { types: ['water-bill.check'], most: 5, leaseSeconds: 60, waitSeconds: 0 };
    expect((await outside.say(board, 'activate', asked)).body).toEqual({ jobs: [] });
    expect(await outside.take(water)).toHaveLength(1);
  });

  test('goes to one of two systems, however they race', async () => {
    for (let count = 0; count < 12; count += 1) await outside.street.begin('bill', { household: `H${count}` });
    const taken = await Promise.all([water, second, water, second].map((system) => outside.take(system, 5)));
    const keys = taken.flat().map(({ key }) => key);
    const left = await outside.take(water, 20);
    expect(new Set([...keys, ...left.map(({ key }) => key)]).size).toBe(12);
    expect(keys.length + left.length).toBe(12);
  });

  test('is the oldest first', async () => {
    const instances: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      instances.push(await outside.street.begin('bill', { household: `H${count}` }));
      await outside.street.passTime(1000);
    }
    expect((await outside.take(water, 2)).map(({ instance }) => instance)).toEqual(instances.slice(0, 2));
  });
});

describe('a lease', () => {
  test('that ended is another’s: the slow one is told so, and the job is done once', async () => {
    const instance = await outside.street.begin('bill', { household: 'H1' });
    const slow = await oneJob(water);
    await outside.street.passTime(61_000);
    const quick = await oneJob(second);
    expect([quick.key, quick.attempt]).toEqual([slow.key, 2]);
    expect(codeOf(await complete(water, slow, { owed: 1 }))).toEqual([409, 'job-lost']);
    expect(codeOf(await fail(water, slow))).toEqual([409, 'job-lost']);
    expect((await complete(second, quick, { owed: 2 })).status).toBe(200);
    expect(codeOf(await complete(water, slow, { owed: 1 }))).toEqual([409, 'job-lost']);
    const done = (await outside.street.historyOf(instance)).filter((event) => JSON.stringify(event).includes('"owed"'));
    expect(JSON.stringify(done)).not.toContain('"owed":1');
  });

  test('that is extended is nobody else’s', async () => {
    await outside.street.begin('bill', { household: 'H1' });
    const job = await oneJob();
    await outside.street.passTime(50_000);
    const beat = await outside.say(water, `${job.key}/extend`, { lease: job.lease, leaseSeconds: 60 });
    expect(beat.status).toBe(200);
    expect(Date.parse(beat.body.leasedUntil)).toBeGreaterThan(Date.parse(job.leasedUntil));
    await outside.street.passTime(50_000);
    expect(await outside.take(second)).toEqual([]);
    expect((await complete(water, job)).status).toBe(200);
    const late = await outside.say(water, `${job.key}/extend`, { lease: job.lease, leaseSeconds: 60 });
    expect(codeOf(late)).toEqual([409, 'job-lost']);
  });

  test('of one system is of no use to another', async () => {
    await outside.street.begin('bill', { household: 'H1' });
    const job = await oneJob(water);
    expect(codeOf(await complete(second, job))).toEqual([409, 'job-lost']);
    expect((await complete(water, job)).status).toBe(200);
  });
});

describe('an answer', () => {
  test('whose receipt was lost is taken once and acknowledged again', async () => {
    const instance = await outside.street.begin('bill', { household: 'H1' });
    const job = await oneJob();
    const first = await complete(water, job);
    const events = (await outside.street.historyOf(instance)).length;
    expect(await complete(water, job)).toMatchObject({ status: first.status, body: first.body });
    expect(await outside.street.historyOf(instance)).toHaveLength(events);
  });

  test('that says something else than the first comes too late', async () => {
    await outside.street.begin('bill', { household: 'H1' });
    const job = await oneJob();
    await complete(water, job);
    expect(codeOf(await complete(water, job, { owed: 99 }))).toEqual([409, 'job-lost']);
    expect(codeOf(await fail(water, job))).toEqual([409, 'job-lost']);
  });

  test('with an error takes the way the model has for it', async () => {
    const instance = await outside.street.begin('bill', { household: 'H0' });
    const { key, lease } = await oneJob();
    const body = { lease, code: 'NO-SUCH-HOUSEHOLD', variables: { hint: '门牌改过' } };
    expect((await outside.say(water, `${key}/throw-error`, body)).status).toBe(200);
    expect((await outside.say(water, `${key}/throw-error`, body)).status).toBe(200);
    const rows = await outside.street.rows('select element from user_task where instance_id = $1', instance);
    expect(rows).toEqual([{ element: 'visit' }]);
    expect(await outside.incidents(instance)).toEqual([]);
  });

  test('with an error that the model does not know is one incident', async () => {
    const instance = await outside.street.begin('bill', { household: 'H0' });
    const { key, lease } = await oneJob();
    expect((await outside.say(water, `${key}/throw-error`, { lease, code: 'ELSE' })).status).toBe(200);
    expect(await outside.incidents(instance)).toHaveLength(1);
    expect(await outside.take(water)).toEqual([]);
  });

  test('is not taken while the instance is suspended, and can be given again when it goes on', async () => {
    const instance = await outside.street.begin('bill', { household: 'H1' });
    const job = await oneJob();
    const suspended = await outside.street.command(instance, {
      type: 'suspend',
      because: 'test',
      by: { system: 'operator' },
    });
    expect(suspended).toBeNull();
    expect(codeOf(await complete(water, job))).toEqual([409, 'job-held']);
    await outside.street.passTime(61_000);
    expect(await outside.take(second)).toEqual([]);
    await outside.street.work();
    expect(await outside.incidents(instance)).toEqual([]);
    await outside.street.command(instance, { type: 'resume', clocks: 'shift', by: { system: 'operator' } });
    expect((await complete(water, job)).status).toBe(200);
  });

  test.each([
    ['a list', []],
    ['a text', 'x'],
    ['nothing', null],
  ])('is a JSON object, not %s', async (_, variables) => {
    await outside.street.begin('bill', { household: 'H1' });
    const { key, lease } = await oneJob();
    expect((await outside.say(water, `${key}/complete`, { lease, variables })).status).toBe(400);
  });

  test('is of 64 KB at most', async () => {
    await outside.street.begin('bill', { household: 'H1' });
    const job = await oneJob();
    const tooLarge = await complete(water, job, { owed: '水'.repeat(22_000) });
    expect(codeOf(tooLarge)).toEqual([413, 'job-variables-too-large']);
    expect(codeOf(await complete(water, job, { owed: '水'.repeat(40_000) }))[0]).toBe(413);
    expect((await complete(water, job, { owed: '水'.repeat(20_000) })).status).toBe(200);
  });
});

describe('a job that fails', () => {
  test('is tried again as the model says, then there is exactly one incident, and a retry is a new job', async () => {
    const instance = await outside.street.begin('bill', { household: 'H1' });
    const first = await oneJob();
    expect((await fail(water, first)).status).toBe(200);
    expect((await fail(water, first)).status).toBe(200);
    expect(await outside.take(water)).toEqual([]);
    await outside.street.passTime(10_001);
    const again = await oneJob();
    expect([again.key, again.attempt]).toEqual([first.key, 2]);
    await fail(water, again);
    expect(await outside.incidents(instance)).toEqual(['external-job-failed']);
    await outside.street.passTime(3_600_000);
    await outside.street.work();
    expect(await outside.take(water)).toEqual([]);
    const [incident] = await outside.street.rows<{ element: number; scope: number }>(
      'select element, scope from incident where instance_id = $1',
      instance,
    );
    expect(
      await outside.street.command(instance, {
        type: 'resolve-incident',
        element: 0,
        scope: 0,
        ...incident,
        by: { system: 'operator' },
      }),
    ).toBeNull();
    const fresh = await oneJob();
    expect(fresh.attempt).toBe(1);
    expect(fresh.key).not.toBe(first.key);
    expect((await complete(water, fresh)).status).toBe(200);
    expect(await outside.street.statusOf(instance)).toBe('completed');
  });

  test('for good is an incident at once', async () => {
    const instance = await outside.street.begin('bill', { household: 'H1' });
    await fail(water, await oneJob(), { retry: false });
    expect(await outside.incidents(instance)).toEqual(['external-job-failed']);
  });

  test('tells operators in a sentence of ours, and apart from it what the other system said', async () => {
    const instance = await outside.street.begin('bill', { household: 'H1' });
    await fail(water, await oneJob(), { message: 'HTTP 503 upstream', retry: false });
    const { context } = outside.street;
    const { incidents } = await context.database.read((tx) =>
      readOperatedInstance(context, tx, terminalOperator, instance),
    );

    expect(incidents).toMatchObject([
      { code: 'external-job-failed', zh: expect.stringMatching(/「自来水公司」.*请/), detail: 'HTTP 503 upstream' },
    ]);
    expect(incidents[0]?.zh).not.toContain('503');
  });

  test('and says when to come again is not shown before', async () => {
    await outside.street.begin('bill', { household: 'H1' });
    await fail(water, await oneJob(), { waitSeconds: 600 });
    await outside.street.passTime(599_000);
    expect(await outside.take(water)).toEqual([]);
    await outside.street.passTime(1001);
    expect(await outside.take(water)).toHaveLength(1);
  });

  test('by never answering becomes exactly one incident, and a last answer comes too late', async () => {
    const instance = await outside.street.begin('bill', { household: 'H1' });
    await oneJob(water);
    await outside.street.passTime(61_000);
    const last = await oneJob(second);
    await outside.street.passTime(61_000);
    expect(await outside.take(water)).toEqual([]);
    await Promise.all([outside.street.work(), outside.street.work()]);
    await outside.street.work();
    expect(await outside.incidents(instance)).toEqual(['job-without-answer']);
    expect(codeOf(await complete(second, last))).toEqual([409, 'job-lost']);
  });
});

describe('the door for other systems', () => {
  const asking = { most: 1, leaseSeconds: 60, waitSeconds: 0 };

  test('is shut without a token, with a wrong one, and for a person who is signed in', async () => {
    const wrong = await outside.say({ id: '', token: 'x'.repeat(43) }, 'activate', asking);
    expect([wrong.status, wrong.body.code, wrong.headers['www-authenticate']]).toEqual([
      401,
      'worker-token-wrong',
      'Bearer',
    ]);
    const none = await outside.say(water, 'activate', asking, { authorization: '', cookie: 'gridloom=abc' });
    expect(codeOf(none)).toEqual([401, 'worker-token-wrong']);
  });

  test('does not care where a request with a token comes from', async () => {
    const foreign = { origin: 'https://water.example.cn', 'sec-fetch-site': 'cross-site' };
    expect((await outside.say(water, 'activate', asking, foreign)).status).toBe(200);
  });

  test.each([
    ['too many', { most: 101 }],
    ['too long a lease', { leaseSeconds: 3601 }],
    ['too long a wait', { waitSeconds: 61 }],
    ['a type of the program’s own', { types: ['grid:notify'] }],
    ['something else', { all: true }],
  ])('refuses %s', async (_, more) => {
    expect(codeOf(await outside.say(water, 'activate', { ...asking, ...more }))).toEqual([400, 'request-invalid']);
  });

  test('knows of no job by a key that is none', async () => {
    const lease = crypto.randomUUID();
    expect((await outside.say(water, 'x.1.1/complete', { lease })).status).toBe(400);
    const key = `${crypto.randomUUID()}.999999999.999999999`;
    expect(codeOf(await outside.say(water, `${key}/complete`, { lease }))).toEqual([409, 'job-lost']);
  });
});

describe('a system that waits', () => {
  const waiting = { most: 5, leaseSeconds: 60, waitSeconds: 60 };

  test('is answered as soon as there is a job, and holds no connection meanwhile', async () => {
    const answer = outside.say(water, 'activate', waiting);
    const { key } = await outside.street.context.database.transaction(async () => ({ key: 'the only connection' }));
    expect(key).toBe('the only connection');
    const instance = await outside.street.begin('bill', { household: 'H1' });
    const { body } = await answer;
    expect(body.jobs.map((job: ExternalJob) => job.instance)).toEqual([instance]);
  });

  test('is answered with none when the program ends, however many wait, and what comes then is there for the next', async () => {
    const ending = await buildApp(outside.street.context, { host: '127.0.0.1', port: 3000 });
    const request = {
      method: 'POST',
      url: '/api/external-jobs/activate',
      headers: { authorization: `Bearer ${water.token}` },
      payload: waiting,
    } as const;
    const answers = Promise.all(Array.from({ length: 20 }, () => ending.inject(request)));
    while (outside.street.context.waitingWorkers.isEmpty()) await new Promise((resolve) => setImmediate(resolve));
    await ending.close();

    expect(new Set((await answers).map(({ statusCode, body }) => `${statusCode} ${body}`))).toEqual(
      new Set(['200 {"jobs":[]}']),
    );
    await outside.street.begin('bill', { household: 'H1' });
    expect(await outside.take(water)).toHaveLength(1);
  });

  test('and is revoked gets nothing any more', async () => {
    const gone = await outside.add('撤走的', 'water-bill.check');
    const answer = outside.say(gone, 'activate', { ...waiting, waitSeconds: 2 });
    const { context } = outside.street;
    await context.database.transaction((tx) => removeWorker(context, tx, null, gone.id));
    await outside.street.begin('bill', { household: 'H1' });
    expect((await answer).body.jobs ?? []).toEqual([]);
    expect(codeOf(await outside.say(gone, 'activate', waiting))).toEqual([401, 'worker-token-wrong']);
    expect(await outside.take(water)).toHaveLength(1);
  });

  test('and goes while it is given a job has not had it: the attempt does not count', async () => {
    await outside.street.begin('bill', { household: 'H1' });
    const worker = { id: water.id, name: '', jobTypes: ['water-bill.check'], createdAt: '', lastSeenAt: null };
    const gone = AbortSignal.abort();
    await activateJobs(outside.street.context, worker, waiting, { gone, enough: gone });
    const [job] = await outside.take(second);
    expect(job?.attempt).toBe(1);
  });
});
