import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DoorProblem } from '../../client/ask-door.ts';
import type { Outcome } from '../../client/do-job.ts';
import { openWorker, type OpenWorker, type WorkerOptions } from '../../client/open-worker.ts';
import { openExternalStreet, type ExternalStreet, type OtherSystem } from '../http/external-street.ts';
import { openFrontDoor, type FrontDoor } from './front-door.ts';

let outside: ExternalStreet;
let water: OtherSystem;
let door: FrontDoor;
const open: OpenWorker[] = [];

beforeAll(async () => {
  outside = await openExternalStreet();
  water = await outside.add('自来水公司', 'water-bill.check');
});
beforeEach(async () => {
  door = await openFrontDoor(outside.app);
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((worker) => worker.stop()));
  await door.close();
  await outside.street.forget();
});
afterAll(() => outside.close());

const completed = (owed: number): Outcome => ({ outcome: 'completed', variables: { owed } });

function work(options: Partial<WorkerOptions> & Pick<WorkerOptions, 'handle'>): OpenWorker {
  const worker = openWorker({ url: door.url, token: water.token, waitSeconds: 1, ...options });
  open.push(worker);
  return worker;
}

/** Resolves when a job of the door has been answered for the so-manieth time, and tells how its instance stands. */
async function after(path: string, times: number, instance: string): Promise<string> {
  await door.answered(path, times);
  return outside.street.statusOf(instance);
}

describe('a worker', () => {
  test('does every job once, however many it and another do at a time', async () => {
    const instances: string[] = [];
    for (let count = 0; count < 12; count += 1)
      instances.push(await outside.street.begin('bill', { household: `H${count}` }));
    const done: string[] = [];
    const handle: WorkerOptions['handle'] = ({ instance }) => {
      done.push(instance);
      return completed(done.length);
    };
    work({ handle, concurrency: 3 });
    work({ handle, concurrency: 2 });
    await door.answered('complete', 12);
    expect(done.toSorted()).toEqual(instances.toSorted());
    expect(await outside.street.rows('select from job')).toEqual([]);
  });

  test('never has more under way than it may', async () => {
    for (let count = 0; count < 5; count += 1) await outside.street.begin('bill', { household: `H${count}` });
    let [now, most] = [0, 0];
    const handle: WorkerOptions['handle'] = async () => {
      most = Math.max(most, ++now);
      await door.answered('activate', 1);
      now -= 1;
      return completed(1);
    };
    work({ handle, concurrency: 2 });
    await door.answered('complete', 5);
    expect(most).toBe(2);
  });

  test('whose handler throws has failed, and says why', async () => {
    await outside.street.begin('bill', { household: 'H1' });
    work({ handle: () => Promise.reject(new Error('对方系统在维护')) });
    await door.answered('fail', 1);
    const [job] = await outside.street.rows<{ said: string }>('select last_error as said from job');
    expect(job?.said).toContain('对方系统在维护');
  });

  test('ends a job with an error that the model provides for', async () => {
    const instance = await outside.street.begin('bill', { household: 'H1' });
    work({ handle: () => ({ outcome: 'bpmn-error', code: 'NO-SUCH-HOUSEHOLD' }) });
    await door.answered('throw-error', 1);
    const rows = await outside.street.rows('select element from user_task where instance_id = $1', instance);
    expect(rows).toEqual([{ element: 'visit' }]);
  });

  test('keeps a job by its heartbeat for longer than its lease', async () => {
    const instance = await outside.street.begin('bill', { household: 'H1' });
    const handle: WorkerOptions['handle'] = async ({ attempt }) => {
      await door.answered('extend', 4);
      return completed(attempt);
    };
    work({ handle, leaseSeconds: 1 });
    expect(await after('complete', 1, instance)).toBe('completed');
    expect(JSON.stringify(await outside.street.historyOf(instance))).toContain('"owed":1');
  });

  test('is told when a job is somebody else’s by now, and gives no answer to it', async () => {
    await outside.street.begin('bill', { household: 'H1' });
    const told = Promise.withResolvers<unknown>();
    const handle: WorkerOptions['handle'] = async (_, signal) => {
      await outside.street.passTime(5000);
      await outside.take(await outside.add('二号机', 'water-bill.check'));
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      return completed(1);
    };
    work({ handle, leaseSeconds: 2, onProblem: (problem) => told.resolve(problem) });
    expect(await told.promise).toMatchObject({ status: 409, code: 'job-lost' });
    expect(door.asked).not.toContain('complete');
  });

  test('gives an answer again whose receipt was lost, and it is taken once', async () => {
    const instance = await outside.street.begin('bill', { household: 'H1' });
    let losses = 1;
    door.trouble((path) => (path === 'complete' && losses-- > 0 ? 'lose-answer' : 'pass'));
    const problems: unknown[] = [];
    work({ handle: () => completed(7), onProblem: (problem) => problems.push(problem) });
    expect(await after('complete', 2, instance)).toBe('completed');
    await Promise.all(open.map((worker) => worker.stop()));
    expect(problems).toEqual([]);
  });

  test('bears a server that is in trouble, or has too much to do', async () => {
    const instance = await outside.street.begin('bill', { household: 'H1' });
    const answers = [{ status: 503 }, { status: 429, retryAfter: '1' }];
    door.trouble(() => answers.shift() ?? 'pass');
    const problems: unknown[] = [];
    work({ handle: () => completed(1), onProblem: (problem) => problems.push(problem) });
    expect(await after('complete', 1, instance)).toBe('completed');
    expect(problems).toMatchObject([
      { status: 503, afterMs: null },
      { status: 429, afterMs: 1000 },
    ]);
  });

  test('ends when its token is wrong, and says so', async () => {
    const worker = work({ token: 'x'.repeat(43), handle: () => completed(1) });
    const error = await worker.ended.catch((problem: unknown) => problem);
    expect(error).toBeInstanceOf(DoorProblem);
    expect(error).toMatchObject({ status: 401, code: 'worker-token-wrong' });
  });
});

describe('a worker that is stopped', () => {
  test('ends what is under way and takes nothing more', async () => {
    const instance = await outside.street.begin('bill', { household: 'H1' });
    const begun = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const handle: WorkerOptions['handle'] = async () => {
      begun.resolve();
      await goOn.promise;
      return completed(1);
    };
    const worker = work({ handle });
    await begun.promise;
    const stopped = worker.stop();
    const other = await outside.street.begin('bill', { household: 'H2' });
    goOn.resolve();
    await stopped;
    expect(await outside.street.statusOf(instance)).toBe('completed');
    expect(await outside.street.statusOf(other)).toBe('running');
  });

  test('tells a handler that takes too long, and gives no answer for it', async () => {
    await outside.street.begin('bill', { household: 'H1' });
    const begun = Promise.withResolvers<void>();
    const stopping = new AbortController();
    const handle: WorkerOptions['handle'] = async (_, signal) => {
      begun.resolve();
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      return completed(1);
    };
    const worker = work({ handle, graceSeconds: 0, signal: stopping.signal });
    await begun.promise;
    stopping.abort();
    await worker.ended;
    expect(door.asked).not.toContain('complete');
  });
});
