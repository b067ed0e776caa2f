import { randomUUID } from 'node:crypto';
import type { LeanClient } from '../../harness/load-street/lean-client.ts';
import type { MeasuredStreet } from './measured-street.ts';

/** Open user tasks of processes that go round: whoever completes one has the next. */
export interface WorkLoop {
  /** Completes the loop's user task; the next one is ready when this has ended. */
  completeOne(client: LeanClient): Promise<void>;
}

const filled = { data: { outcome: 'more', account: '上门看过，还要再去一次。', visits: 2 } };

/**
 * Begins processes that go round.
 *
 * The kernel numbers what happens in an instance in order, so the next user task is as far from this one as this one is
 * from the one before: the load need not ask for it.
 */
export async function beginLoops(street: MeasuredStreet, count: number): Promise<readonly WorkLoop[]> {
  const client = street.client();
  const loops: WorkLoop[] = [];
  for (let index = 0; index < count; index += 1) {
    const instance = await street.begin(client, 'load-loop', `begin-${index}-${randomUUID()}`);
    const first = await openTask(street, instance);
    await complete(client, instance, first);
    let next = await openTask(street, instance);
    const stride = next - first;
    loops.push({
      async completeOne(by) {
        await complete(by, instance, next);
        next += stride;
      },
    });
  }
  client.close();
  return loops;
}

async function openTask(street: MeasuredStreet, instance: string): Promise<number> {
  const [row] = await street.rows<{ id: number }>(
    `select id from user_task where instance_id = $1 and state = 'open'`,
    instance,
  );
  if (!row) throw new Error(`instance ${instance} has no open user task`);
  return row.id;
}

async function complete(client: LeanClient, instance: string, task: number): Promise<void> {
  const key = { 'idempotency-key': randomUUID() };
  const answer = await client.send('POST', `/api/user-tasks/${instance}.${task}/complete`, filled, key);
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.body}`);
}

/** Lets clients work for a while, each on loops of its own. @returns how long each command took, in milliseconds */
export async function workFor(
  clients: readonly LeanClient[],
  loops: readonly WorkLoop[],
  seconds: number,
): Promise<readonly number[]> {
  const until = performance.now() + seconds * 1000;
  const took: number[] = [];
  await Promise.all(
    clients.map(async (client, index) => {
      const own = loops.filter((_, at) => at % clients.length === index);
      for (let turn = 0; performance.now() < until; turn += 1) {
        const began = performance.now();
        await own[turn % own.length]?.completeOne(client);
        took.push(performance.now() - began);
      }
    }),
  );
  return took;
}

/**
 * Gives commands at a fixed rate, whether or not earlier ones were answered. @returns how long each took from when it was
 * to be given, so that one that waited for its turn counts its waiting
 */
export async function workAtRate(
  clients: readonly LeanClient[],
  loops: readonly WorkLoop[],
  perSecond: number,
  seconds: number,
): Promise<readonly number[]> {
  const began = performance.now();
  const total = Math.floor(perSecond * seconds);
  const took: number[] = [];
  let given = 0;
  await Promise.all(
    clients.map(async (client, index) => {
      const own = loops.filter((_, at) => at % clients.length === index);
      for (let turn = 0; ; turn += 1) {
        const number = given++;
        if (number >= total) return;
        const due = began + (number * 1000) / perSecond;
        const wait = due - performance.now();
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        await own[turn % own.length]?.completeOne(client);
        took.push(performance.now() - due);
      }
    }),
  );
  return took;
}

/** The value below which so great a part of the values lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
