import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Ground } from './ground.ts';
import type { StreetClient } from './street-client.ts';

/** Everything a journey left, without what differs from run to run: ids and times. */
export type Outcome = Readonly<Record<string, readonly unknown[]>>;

const left: Readonly<Record<string, string>> = {
  cases: `select number, status, stage, visited_stages, passed_stages, answered_how, holder_post, ever_overdue, incident, facts
    from case_record`,
  counters: 'select key, value from case_counter',
  instances: 'select process, status, state, history_seq from process_instance order by process, created_at',
  history: `select i.process, h.seq, h.event from history h join process_instance i on i.id = h.instance_id
    order by i.process, i.created_at, h.seq`,
  userTasks: 'select id, element, state, post, area from user_task order by id',
  submissions: 'select form, user_task, data from submission order by user_task nulls first',
  personal: 'select pointer, class, mask, value from personal_value order by pointer',
  notifications: 'select post, area, notice, title, text from notification order by post, area, notice',
  photos: 'select subject_kind, hash from photo_use order by subject_kind',
  commands: 'select key from command_log order by at',
  audit: 'select action, count(*)::int as count from audit group by action order by action',
};

/** Reads what a journey left in the database and on the disk. */
export async function outcomeOf(ground: Ground): Promise<Outcome> {
  const read = Object.entries(left).map(async ([name, sql]) => [name, timeless(await ground.rows(sql))] as const);
  const files = readdirSync(join(ground.dataDir, 'photos'), { recursive: true, encoding: 'utf8' });
  return {
    ...Object.fromEntries(await Promise.all(read)),
    files: files.filter((name) => name.endsWith('.jpg')).toSorted(),
  };
}

function timeless(rows: readonly unknown[]): readonly unknown[] {
  const text = JSON.stringify(rows)
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+08:00)/g, '<time>')
    .replaceAll(/"budget":\d+/g, '"budget":"<ms>"')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>');
  return JSON.parse(text) as unknown[];
}

/** What must be gone when nothing is left to do. */
const leftOver = `select
  (select count(*) from job)::int as jobs, (select count(*) from timer)::int as timers,
  (select count(*) from inbox)::int as inbox, (select count(*) from incident)::int as incidents,
  (select count(*) from process_scope)::int as scopes,
  (select count(*) from user_task where state = 'open')::int as "userTasks",
  (select count(*) from process_instance where status <> 'completed')::int as instances`;

/** Instances whose history has a gap, a twin, or another length than they say themselves. */
const brokenHistories = `select i.id from process_instance i left join history h on h.instance_id = i.id
  group by i.id, i.history_seq having count(*) <> i.history_seq or max(h.seq) <> i.history_seq or min(h.seq) <> 1`;

/** User tasks that were completed more than once, or whose form was stored more than once. */
const doneTwice = `select instance_id, event ->> 'id' as id from history where event ->> 'type' = 'user-task-completed'
  group by 1, 2 having count(*) > 1
  union all select instance_id, user_task::text from submission group by 1, 2 having count(*) > 1`;

/** Whether everything that follows by itself has happened, so that only what was left over is left. */
export async function isAtRest(ground: Ground): Promise<boolean> {
  const [left] = await ground.rows<Readonly<Record<string, number>>>(leftOver);
  return left !== undefined && Object.values(left).every((count) => count === 0);
}

/** Holds a journey against the laws: each step happened once, nothing is left over, histories are whole. */
export async function expectEachStepOnce(ground: Ground): Promise<void> {
  expect(await ground.rows(leftOver)).toEqual([
    { jobs: 0, timers: 0, inbox: 0, incidents: 0, scopes: 0, userTasks: 0, instances: 0 },
  ]);
  expect(await ground.rows(brokenHistories)).toEqual([]);
  expect(await ground.rows(doneTwice)).toEqual([]);
}

/** Gives every command once more under its key: each gets the answer it got first. */
export async function expectSameAnswers(client: StreetClient): Promise<void> {
  const first = [...client.acknowledged];
  expect(first.length).toBeGreaterThan(0);
  for (const { answer, ...command } of first) expect(await client.command(command)).toEqual(answer);
}
