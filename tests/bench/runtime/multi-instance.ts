import { randomUUID } from 'node:crypto';
import { advanceInstance } from '../../../server/application/process-instances/advance-instance.ts';
import { openContext } from '../../../server/application/open-context.ts';
import { uuidv7 } from '../../../server/application/uuid.ts';
import { findLoadPack, loadPack } from '../../harness/load-street/load-pack.ts';
import { worker } from '../../harness/load-street/load-street.ts';
import { atMost, type BenchRow, notReached } from '../bench-row.ts';
import type { MeasuredStreet } from './measured-street.ts';

const clients = 16;
const patienceMs = 600_000;
const filled = { data: { outcome: 'enough', account: '上门看过，办好了。', visits: 1 } };

/** Begins one process with so many user tasks at once; answers its id. */
async function beginEach(street: MeasuredStreet, count: number): Promise<string> {
  const silent = (): void => undefined;
  const { context } = await openContext({
    dataDir: '/nonexistent',
    databaseUrl: street.url,
    clock: { offsetMs: () => 0 },
    demo: false,
    wake: silent,
    log: { info: silent, warn: silent, error: silent },
    packs: { find: findLoadPack, first: loadPack },
  });
  try {
    const id = uuidv7();
    const advanced = await context.database.transaction(async (tx) =>
      advanceInstance(
        context,
        tx,
        id,
        { type: 'create-instance', variables: { count, case: { area: worker.grid } }, by: { system: 'operator' } },
        {
          process: 'load-each',
          manifestHash: (await context.releases.current(tx)).hash,
          subjectKind: null,
          subjectId: null,
          hostInstance: null,
          hostTask: null,
          hostScope: null,
          area: worker.grid,
        },
      ),
    );
    if (advanced.kind === 'refused') throw new Error(advanced.code);
    return id;
  } finally {
    await context.database.close();
  }
}

/** Milliseconds of all clients together per completed user task, of those that are done in so many seconds. */
async function costPerCompletion(
  street: MeasuredStreet,
  tasks: readonly string[],
  seconds: number,
): Promise<{ readonly cost: number; readonly done: number }> {
  const crowd = Array.from({ length: clients }, () => street.client());
  const began = performance.now();
  const until = began + seconds * 1000;
  let [next, done] = [0, 0];
  await Promise.all(
    crowd.map(async (client) => {
      for (let number = next++; number < tasks.length && performance.now() < until; number = next++) {
        const key = { 'idempotency-key': randomUUID() };
        const answer = await client.send('POST', `/api/user-tasks/${tasks[number]}/complete`, filled, key);
        if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.body}`);
        done += 1;
      }
    }),
  );
  for (const client of crowd) client.close();
  return { cost: (performance.now() - began) / done, done };
}

/** Many iterations of one activity, completed by sixteen clients: none costs much more than a user task on its own. */
export async function benchMultiInstance(
  street: MeasuredStreet,
  count: number,
  seconds: number,
): Promise<readonly BenchRow[]> {
  const name = `multi-instance of ${count}`;
  try {
    const began = performance.now();
    const loop = await beginEach(street, count);
    // Beyond a number they are instances of their own, begun through the inbox.
    const tasks = await untilThere(street, count);
    process.stdout.write(`multi-instance: ${tasks.length} begun in ${Math.round(performance.now() - began)} ms\n`);
    const single: string[] = [];
    const client = street.client();
    for (let number = 0; number < 300; number += 1) {
      const instance = await street.begin(client, 'load-one', randomUUID());
      const [row] = await street.rows<{ task: string }>(
        `select instance_id || '.' || id as task from user_task where instance_id = $1`,
        instance,
      );
      single.push(row?.task ?? '');
    }
    client.close();
    const alone = await costPerCompletion(street, single, seconds);
    const together = await costPerCompletion(street, tasks, seconds);
    await costPerCompletion(street, tasks.slice(together.done), patienceMs / 1000);
    await untilEnded(street, loop, count);
    return [atMost(name, together.cost, alone.cost, 'ms', 2)];
  } catch (error) {
    return [notReached(name, 'ms', error instanceof Error ? error.message.slice(0, 120) : String(error))];
  }
}

async function untilThere(street: MeasuredStreet, count: number): Promise<readonly string[]> {
  const deadline = performance.now() + 120_000;
  for (;;) {
    const rows = await street.rows<{ task: string }>(
      `select u.instance_id || '.' || u.id as task from user_task u join process_instance i on i.id = u.instance_id
       where u.element = 'work' and u.state = 'open' and i.process = 'load-each'`,
    );
    if (rows.length >= count) return rows.map(({ task }) => task);
    if (performance.now() > deadline) throw new Error(`${rows.length} of ${count} user tasks after two minutes`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits until the loop has gone on, once, with what all its iterations gave. */
async function untilEnded(street: MeasuredStreet, loop: string, count: number): Promise<void> {
  const began = performance.now();
  for (;;) {
    const [row] = await street.rows<{ ended: number; outcomes: number | null }>(
      `select (select count(*) from history h where h.instance_id = i.id and h.event::text like '%"instance-completed"%')::int as ended,
         jsonb_array_length(i.state -> 'root' -> 'variables' -> 'outcomes') as outcomes
       from process_instance i where i.id = $1`,
      loop,
    );
    if (row?.ended === 1 && row.outcomes === count) break;
    if (performance.now() - began > patienceMs || (row?.ended ?? 0) > 0)
      throw new Error(`the loop ended ${row?.ended ?? 0} times, with ${row?.outcomes ?? 0} outcomes of ${count}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  process.stdout.write(
    `multi-instance: went on once with ${count} outcomes, ${Math.round(performance.now() - began)} ms after the last\n`,
  );
}
