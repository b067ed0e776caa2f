import { setTimeout as sleep } from 'node:timers/promises';
import { addDays } from '../../../server/kernel/civil-day.ts';
import { localDate } from '../../../server/kernel/local-time.ts';
import type { LeanClient } from '../../harness/load-street/lean-client.ts';
import { shortLimit } from '../../harness/load-street/load-processes.ts';
import { seededRandom } from '../random.ts';
import type { FaultKind } from './fault-kind.ts';
import { type FaultedStreet, openFaultedStreet } from './faulted-street.ts';
import { type LoadRecord, openTask, Person, untilAnswered } from './steady-load.ts';
import { tally } from './tally.ts';

const nodes = 3;
const limitMs = shortLimit.amount * 60_000;

/** How long the three are killed for each time that is asked for: twenty times are three minutes. */
const msPerTime = 9000;
const shortestMs = 12_000;

/**
 * Three servers on one database are killed at random while limits run out: each yellow, each red, each rung of the ladder and
 * each notice comes once, and a user task that was done in time is told of no more. Some clocks are paused and go on, some are
 * extended meanwhile: from then on the same holds.
 */
export const limitsRunOut: FaultKind = {
  name: 'kill -9 of three nodes while limits run out',
  engines: ['postgres'],
  async run(ground, engine, times, seed) {
    const random = seededRandom(seed);
    const street = await openFaultedStreet(ground, engine, { nodes });
    const record: LoadRecord = { acknowledged: [], unexpected: [], again: 0 };
    try {
      const until = Date.now() + Math.max(shortestMs, times * msPerTime);
      const isOver = (): boolean => Date.now() > until;
      const reporting = Array.from({ length: nodes }, async (_, node) => {
        const person = new Person(street.client(node), record, `limits-${seed}-${node}`);
        const decider = street.client(node, street.database.messenger);
        const move = moverOf(decider, record, `clocks-${seed}-${node}`);
        await reportAndWait(street, person, move, seededRandom(seed + node + 1), isOver);
        person.client.close();
        decider.close();
      });
      let kills = 0;
      // A start takes longer than the time between two kills, so each node has a killer of its own.
      const killing = Array.from({ length: nodes }, async (_, node) => {
        while (!isOver()) {
          await sleep(random() * 1500 * nodes);
          await street.kill(node);
          kills += 1;
        }
      });
      await Promise.all([...reporting, ...killing]);
      await untilTold(street);
      const row = await tally(this.name, street, kills, record);
      const { missing, twice, after, told } = await toldIn(street);
      return {
        ...row,
        lost: row.lost + missing.length,
        doubled: row.doubled + twice.length,
        invariantFaults: row.invariantFaults + after.length,
        details: [...row.details, ...missing, ...twice, ...after, told].slice(0, 20),
      };
    } catch (error) {
      throw new Error(`${this.name} on ${engine}, seed ${seed}:\n${street.output().slice(-3000)}`, { cause: error });
    } finally {
      await street.close();
    }
  },
};

/** Somebody who decides about the clocks of user tasks, and repeats what was not answered. */
interface ClockMover {
  readonly pauseAndResume: (task: TaskAddress, forMs: number) => Promise<void>;
  readonly extend: (task: TaskAddress) => Promise<void>;
}

interface TaskAddress {
  readonly instance: string;
  readonly id: number;
}

/** What may be too late by the time it arrives: the limit has run out, or somebody has done the task. */
const tooLate = ['clock-overdue', 'user-task-stale'];

function moverOf(client: LeanClient, record: LoadRecord, name: string): ClockMover {
  let nth = 0;
  const tell = ({ instance, id }: TaskAddress, what: string, body: object): Promise<string | null> => {
    nth += 1;
    const headers = { 'idempotency-key': `${name}-${nth}` };
    return untilAnswered(client, record, `/api/user-tasks/${instance}.${id}/${what}`, body, headers, tooLate);
  };
  const reason = '等上门的人回来';
  return {
    async pauseAndResume(task, forMs) {
      const reviewOn = addDays(localDate(new Date().toISOString()), 7);
      if ((await tell(task, 'pauses', { reason, reviewOn })) === null) return;
      await sleep(forMs);
      await tell(task, 'resume', {});
    },
    async extend(task) {
      await tell(task, 'extensions', { amount: shortLimit.amount / 3, reason });
    },
  };
}

/** Reports cases all the time; most are left until their limit has run out, some are done before. */
async function reportAndWait(
  street: FaultedStreet,
  person: Person,
  move: ClockMover,
  random: () => number,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    const subject = await person.report('load-limits');
    if (subject === null) return;
    const what = random();
    const task = what < 0.6 ? await openTask(street, subject, 0, isOver) : null;
    if (task && what < 0.2) await person.complete(task.instance, task.id, 'enough');
    else if (task && what < 0.4) await move.pauseAndResume(task, random() * 1000);
    else if (task) await move.extend(task);
    await sleep(random() * 200);
  }
}

/** What the program does by itself once limits have run out, and how long that may take on a machine that does other things. */
const patienceMs = 2 * limitMs + 120_000;

/** Waits until every limit of a task that nobody did has run out, and the ladders are at their top. */
async function untilTold(street: FaultedStreet): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const [row] = await street
      .rows<{ left: number }>(
        `select (select count(*) from timer)::int + (select count(*) from job)::int + (select count(*) from inbox)::int as left`,
      )
      .catch(() => []);
    if (row?.left === 0) return;
    await sleep(200);
  }
  throw new Error(`some limits had not run out, or were told to nobody, after ${patienceMs / 1000} s`);
}

/** What was told of one instance, and how often. */
interface Told {
  readonly id: string;
  readonly done: boolean;
  readonly yellow: number;
  readonly red: number;
  /** The same, since its clock was moved last; and how often that was. */
  readonly yellowSince: number;
  readonly redSince: number;
  readonly moves: number;
  readonly ladders: number;
  readonly first: number;
  readonly second: number;
  /** The most often that the same notice went to the same position. */
  readonly most: number;
  /** Lights that turned after the task was done. */
  readonly after: number;
}

const toldOf = `select i.id, i.status = 'completed' as done,
  (select count(*) from history h where h.tenant_id = i.tenant_id and h.instance_id = i.id
     and event ->> 'type' = 'light-changed' and event ->> 'light' = 'yellow')::int as yellow,
  (select count(*) from history h where h.tenant_id = i.tenant_id and h.instance_id = i.id
     and event ->> 'type' = 'light-changed' and event ->> 'light' = 'red')::int as red,
  (select count(*) from history h where h.tenant_id = i.tenant_id and h.instance_id = i.id and h.seq > moved.last
     and event ->> 'type' = 'light-changed' and event ->> 'light' = 'yellow')::int as "yellowSince",
  (select count(*) from history h where h.tenant_id = i.tenant_id and h.instance_id = i.id and h.seq > moved.last
     and event ->> 'type' = 'light-changed' and event ->> 'light' = 'red')::int as "redSince",
  moved.moves,
  (select count(*) from process_instance c where c.tenant_id = i.tenant_id and c.host_instance = i.id)::int as ladders,
  (select count(*) from notification n where n.tenant_id = i.tenant_id and n.subject_id = i.subject_id
     and n.notice = 'overdue-first')::int as first,
  (select count(*) from notification n where n.tenant_id = i.tenant_id and n.subject_id = i.subject_id
     and n.notice = 'overdue-second')::int as second,
  coalesce((select max(times) from (select count(*)::int as times from notification n where n.tenant_id = i.tenant_id
     and n.subject_id = i.subject_id and n.notice like 'overdue-%' group by n.notice, n.post, n.area, n.person_id) as each), 0)
     as most,
  (select count(*) from history h where h.tenant_id = i.tenant_id and h.instance_id = i.id
     and event ->> 'type' = 'light-changed' and h.seq > (select min(d.seq) from history d where d.tenant_id = i.tenant_id
       and d.instance_id = i.id and d.event ->> 'type' = 'user-task-completed'))::int as after
  from process_instance i cross join lateral (select coalesce(max(h.seq), 0) as last, count(*)::int as moves from history h
    where h.tenant_id = i.tenant_id and h.instance_id = i.id
      and event ->> 'type' in ('clock-paused', 'clock-resumed', 'clock-extended')) as moved
  where i.process = 'load-limits' and i.tenant_id = $1`;

async function toldIn(street: FaultedStreet) {
  const all = await street.rows<Told>(toldOf, street.database.tenant);
  const left = all.filter(({ done }) => !done);
  const name = (one: Told): string => `told of ${one.id}: ${JSON.stringify(one)}`;
  const parts = ['yellow', 'red', 'ladders', 'first', 'second'] as const;
  return {
    missing: left.filter((one) => parts.some((part) => one[part] === 0)).map(name),
    twice: all
      .filter(
        ({ yellowSince, red, redSince, ladders, most }) =>
          // A clock that was extended after it was red may be red again, and climbs again.
          Math.max(yellowSince, redSince) > 1 || Math.max(ladders, most) > Math.max(red, 1),
      )
      .map(name),
    after: all.filter(({ after }) => after > 0).map(name),
    told: `${left.length} limits ran out, ${all.length - left.length} tasks were done before, ${all.filter(({ moves }) => moves > 0).length} clocks were moved`,
  };
}
