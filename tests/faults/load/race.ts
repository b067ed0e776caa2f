import type { LeanClient } from '../../harness/load-street/lean-client.ts';
import { seededRandom } from '../random.ts';
import type { FaultKind } from './fault-kind.ts';
import { openFaultedStreet } from './faulted-street.ts';
import { type LoadRecord, openTask, Person } from './steady-load.ts';
import { tally } from './tally.ts';

const crowd = 20;

/** Twenty clients over several servers complete the same user task at once: one has done it, nineteen are told so. */
export function race(nodes: number): FaultKind {
  return {
    name: `${crowd} clients, ${nodes} nodes, one task`,
    engines: ['postgres'],
    async run(ground, engine, times, seed) {
      const random = seededRandom(seed);
      const street = await openFaultedStreet(ground, engine, { nodes });
      const record: LoadRecord = { acknowledged: [], unexpected: [], again: 0 };
      const clients = Array.from({ length: crowd }, (_, number) => street.client(number % nodes));
      try {
        const reporter = new Person(street.client(0), record, `race${nodes}`);
        for (let round = 0; round < times; round += 1) {
          const subject = await reporter.report('load-one');
          const task = subject && (await openTask(street, subject, 0, () => false));
          if (!task) throw new Error('there is nothing to race for');
          const key = `race${nodes}-${round}-${Math.floor(random() * 1e9)}`;
          await raceOnce(clients, task, key, record);
        }
        reporter.client.close();
        return await tally(this.name, street, times, record);
      } finally {
        for (const client of clients) client.close();
        await street.close();
      }
    },
  };
}

async function raceOnce(
  clients: readonly LeanClient[],
  task: { readonly instance: string; readonly id: number },
  key: string,
  record: LoadRecord,
): Promise<void> {
  const body = { data: { outcome: 'enough', account: '上门看过，办好了。' } };
  const path = `/api/user-tasks/${task.instance}.${task.id}/complete`;
  const answers = await Promise.all(
    clients.map(async (client, number) => ({
      key: `${key}-${number}`,
      ...(await client.send('POST', path, body, { 'idempotency-key': `${key}-${number}` })),
    })),
  );
  const [done, others] = [
    answers.filter(({ status }) => status === 200),
    answers.filter(({ status }) => status !== 200),
  ];
  for (const { key: own, body: answer } of done)
    record.acknowledged.push({ key: own, answer, effect: { kind: 'user-task', ...task } });
  if (done.length !== 1)
    record.unexpected.push(`${key}: ${done.length} of ${clients.length} were told that they did it`);
  for (const { status, body: said } of others) if (status !== 409) record.unexpected.push(`${key}: ${status} ${said}`);
}
