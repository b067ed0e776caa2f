import { setTimeout as sleep } from 'node:timers/promises';
import { outsideJob } from '../../harness/load-street/load-processes.ts';
import type { Engine, FaultedStreet } from './faulted-street.ts';
import type { Effect, LoadRecord } from './steady-load.ts';

/** What a kind of fault came to: a row of the table that `npm run faults` prints. */
export interface FaultRow {
  readonly fault: string;
  readonly engine: Engine;
  /** How often the fault was made to happen. */
  readonly injected: number;
  /** Commands that were answered as done. */
  readonly acknowledged: number;
  /** Of these, how many are not in the database as they were answered. */
  readonly lost: number;
  /** Of these, how many happened more than once. */
  readonly doubled: number;
  /** Invariants (reliability A3) that did not hold afterwards, and answers that should not have come. */
  readonly invariantFaults: number;
  /** The first of them in words, for whoever has to find out. */
  readonly details: readonly string[];
}

function nameOf(effect: Exclude<Effect, { kind: 'none' }>): string {
  switch (effect.kind) {
    case 'case':
      return `case ${effect.id}`;
    case 'message':
      return `message ${effect.note}`;
    default:
      return `${effect.kind} ${effect.instance}.${effect.id}`;
  }
}

/** How often everything has happened that a load can ask for. */
async function effectsIn(street: FaultedStreet): Promise<ReadonlyMap<string, number>> {
  const rows = await street.rows<{ name: string; times: number }>(
    `select replace(event ->> 'type', '-completed', '') || ' ' || instance_id || '.' || (event ->> 'id') as name, count(*)::int as times
       from history where event ->> 'type' in ('user-task-completed', 'job-completed') group by 1
     union all select 'case ' || id, 1 from case_record
     union all select 'message ' || (event -> 'values' ->> 'note'), count(*)::int from history
       where event ->> 'type' = 'variables-set' and event -> 'values' ? 'note' group by 1`,
  );
  return new Map(rows.map(({ name, times }) => [name, times]));
}

/** Waits until everything that follows from the load by itself has happened. */
async function untilAtRest(street: FaultedStreet): Promise<void> {
  for (let attempt = 0; attempt < 1500; attempt += 1) {
    const [row] = await street.rows<{ left: number }>(
      `select (select count(*) from job j where job_type <> '${outsideJob}' and not exists (select from incident i where i.instance_id = j.instance_id))::int
         + (select count(*) from timer where due_at < now() + interval '5 seconds')::int
         + (select count(*) from inbox)::int as left`,
    );
    if (row?.left === 0) return;
    await sleep(50);
  }
}

/**
 * Counts what a load left: each acknowledged command once, with the answer that was given, and every structural
 * invariant held.
 */
export async function tally(
  fault: string,
  street: FaultedStreet,
  injected: number,
  { acknowledged, unexpected }: LoadRecord,
): Promise<FaultRow> {
  await untilAtRest(street);
  const details: string[] = [...unexpected];
  const keys = new Map<string, string>();
  for (const row of await street.rows<{ key: string; answer: unknown }>('select key, answer from command_log'))
    keys.set(row.key, stable(row.answer));
  const effects = await effectsIn(street);
  const submissions = await street.rows<{ what: string; count: number }>(
    `select coalesce(instance_id::text, subject_id::text) || '.' || coalesce(user_task::text, 'report') as what, count(*)::int as count
     from submission group by 1 having count(*) > 1`,
  );
  let [lost, doubled] = [0, submissions.length];
  for (const { what } of submissions) details.push(`submission ${what} was stored more than once`);
  const lose = (words: string): void => {
    lost += 1;
    details.push(words);
  };
  for (const { key, answer, effect } of acknowledged) {
    const kept = keys.get(key);
    const done = effect.kind === 'none' ? 1 : (effects.get(nameOf(effect)) ?? 0);
    if (kept === undefined) lose(`${key} was acknowledged and is not in the command log`);
    else if (kept !== stable(JSON.parse(answer))) lose(`${key} was answered ${answer}, and ${kept} is kept`);
    else if (done === 0) lose(`${key} was acknowledged and did nothing`);
    if (done > 1) {
      doubled += 1;
      details.push(`${key} happened ${done} times`);
    }
  }
  const cases = [...effects.keys()].filter((name) => name.startsWith('case ')).length;
  // A case for each key that reported one: more cases than keys would be reports that came twice.
  const reports = await street.rows<{ count: number }>(
    `select count(*)::int as count from command_log where answer ? 'number'`,
  );
  const twice = Math.max(0, cases - (reports[0]?.count ?? 0));
  if (twice > 0) details.push(`${twice} cases were reported more than once`);
  const examined = await street.examine();
  const structural = Object.values(examined.counts).reduce((sum, count) => sum + count, 0);
  details.push(...examined.faults.map((one) => `${one.code}: ${JSON.stringify(one)}`));
  return {
    fault,
    engine: street.engine,
    injected,
    acknowledged: acknowledged.length,
    lost,
    doubled: doubled + twice,
    invariantFaults: structural + unexpected.length,
    details: details.slice(0, 20),
  };
}

/** JSON with its keys in order: the database keeps them in an order of its own. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => one.localeCompare(other)))
      : part,
  );
}
