import { randomUUID } from 'node:crypto';
import { beside, type BenchRow } from '../bench-row.ts';
import { type MeasuredStreet, report } from './measured-street.ts';

const clients = 8;
const filled = { data: { outcome: 'enough', account: '上门看过，办好了。', visits: 1 } };

/** What Camunda 8.7 completed in a second on three brokers, one service task each (anchors: bpmn.md, 2). */
const published = 246;

/**
 * Cases whose process is one user task: each is reported and its user task completed, both over HTTP. Every case has a
 * number without gaps, which those who report at once wait for; the engines that are published number nothing.
 */
export async function benchOneTaskInstance(street: MeasuredStreet, count: number): Promise<readonly BenchRow[]> {
  const crowd = Array.from({ length: clients }, () => street.client());
  const each = async (work: (client: (typeof crowd)[number], number: number) => Promise<void>): Promise<number> => {
    const began = performance.now();
    let next = 0;
    await Promise.all(
      crowd.map(async (client) => {
        for (let number = next++; number < count; number = next++) await work(client, number);
      }),
    );
    return (performance.now() - began) / 1000;
  };
  const started = await each(async (client) => {
    const answer = await client.send('POST', '/api/cases', report('load-one'), { 'idempotency-key': randomUUID() });
    if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.body}`);
  });
  const open = await street.rows<{ task: string }>(
    `select u.instance_id || '.' || u.id as task from user_task u join process_instance i on i.id = u.instance_id
     where i.process = 'load-one' and u.state = 'open'`,
  );
  const completed = await each(async (client, number) => {
    const key = { 'idempotency-key': randomUUID() };
    const answer = await client.send('POST', `/api/user-tasks/${open[number]?.task}/complete`, filled, key);
    if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.body}`);
  });
  for (const client of crowd) client.close();
  const left = await street.rows<{ rows: number }>(
    `select ((select count(*) from timer t where exists (select from process_instance i where i.id = t.instance_id and i.process = 'load-one'))
       + (select count(*) from job t where exists (select from process_instance i where i.id = t.instance_id and i.process = 'load-one'))
       + (select count(*) from process_scope t where exists (select from process_instance i where i.id = t.instance_id and i.process = 'load-one'))
       + (select count(*) from inbox))::int as rows`,
  );
  process.stdout.write(
    `one-task-instance: reported ${(count / started).toFixed(0)}/s, completed ${(count / completed).toFixed(0)}/s; ` +
      `${((left[0]?.rows ?? 0) / count).toFixed(2)} runtime rows left per finished instance\n`,
  );
  return [beside('one-task-instance', count / (started + completed), published, '/s', 'Camunda 8.7, three brokers')];
}
