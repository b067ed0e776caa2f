import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Poison,
  poisonedOutside,
  poisons,
  poisonTries as tries,
} from '../../harness/load-street/load-processes.ts';
import { seededRandom } from '../random.ts';
import { both, type FaultKind } from './fault-kind.ts';
import { type FaultedStreet, openFaultedStreet } from './faulted-street.ts';
import { beginLoad, Person, untilAnswered } from './steady-load.ts';
import { tally } from './tally.ts';

/** What a job of the program itself is leased for, and a little more. */
const leaseMs = 61_000;

/** How long all poisoned jobs of one kind may take to become incidents. */
const patienceMs = 240_000;

/** What the incident of each may say; one that takes its process along may be waited for too long before it has. */
const codes: Readonly<Record<Poison, readonly string[]>> = {
  throws: ['plugin-failed'],
  hangs: ['plugin-failed'],
  'eats-memory': ['plugin-failed', 'job-without-answer'],
  'ends-its-process': ['job-without-answer', 'plugin-failed'],
  'is-never-heard-of': ['job-without-answer'],
};

/**
 * Jobs that are poison, of every kind so many, while people work: each ends as exactly one incident after as many
 * attempts as its model allows, and what people do is not harmed.
 */
export const poisonJobs: FaultKind = {
  name: 'poison jobs',
  engines: both,
  async run(ground, engine, times, seed) {
    const random = seededRandom(seed);
    const calls = join(ground.folder, `calls-${engine}-${seed}`);
    const street = await openFaultedStreet(ground, engine, {
      nodes: engine === 'postgres' ? 2 : 1,
      environment: () => ({ STREET_POISON: calls }),
    });
    const supervisor = supervise(street);
    try {
      const load = beginLoad(street, 4, 2);
      for (const poison of poisons) {
        const reporter = new Person(street.client(0), load.record, `${poison}-${Math.floor(random() * 1e9)}`);
        for (let each = 0; each < times; each += 1) await reporter.report(`load-${poison}`);
        reporter.client.close();
        const taken = poison === 'is-never-heard-of' ? takeAndBeSilent(street) : null;
        await untilIncidents(street, poison, times);
        await taken?.stop();
      }
      const record = await load.stop();
      if (supervisor.deaths() === 0) record.unexpected.push('no process ended by a job that is poison');
      record.unexpected.push(...(await wrongEnds(street)), ...wrongCalls(calls));
      return await tally(this.name, street, times * poisons.length, record);
    } catch (error) {
      throw new Error(`${this.name} on ${engine}, seed ${seed}:\n${street.output().slice(-3000)}`, { cause: error });
    } finally {
      await supervisor.stop();
      await street.close();
    }
  },
};

interface Working {
  stop(): Promise<void>;
}

/**
 * Starts every server again that has ended, as whoever runs the program in earnest does. A minute has passed by then: the
 * lease of what died with it has run out.
 */
function supervise(street: FaultedStreet): Working & { readonly deaths: () => number } {
  let stopped = false;
  let deaths = 0;
  const stopping = Promise.withResolvers<'stopping'>();
  const watching = Array.from({ length: street.nodes }, async (_, node) => {
    while (!stopped) {
      if ((await Promise.race([street.died(node), stopping.promise])) === 'stopping') return;
      deaths += 1;
      await street.passTime(leaseMs);
      await street.restart(node);
    }
  });
  return {
    deaths: () => deaths,
    async stop() {
      stopped = true;
      stopping.resolve('stopping');
      await Promise.all(watching);
    },
  };
}

/** A system outside that takes every job it is given and says nothing more; its leases are as short as may be. */
function takeAndBeSilent(street: FaultedStreet): Working {
  let stopped = false;
  const client = street.client(0, '');
  const record = { acknowledged: [], unexpected: [], again: 0 };
  const headers = { authorization: `Bearer ${street.database.outsider}` };
  const wanted = { types: [poisonedOutside], most: 20, leaseSeconds: 1, waitSeconds: 0 };
  const working = (async () => {
    while (!stopped) {
      await untilAnswered(client, record, '/api/external-jobs/activate', wanted, headers);
      await sleep(100);
    }
  })();
  return {
    async stop() {
      stopped = true;
      await working;
      client.close();
    },
  };
}

async function untilIncidents(street: FaultedStreet, poison: Poison, times: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    const [row] = await street
      .rows<{ count: number }>(
        `select count(distinct c.instance_id)::int as count from incident c join process_instance i on i.id = c.instance_id
         where i.process = $1`,
        `load-${poison}`,
      )
      .catch(() => []);
    if ((row?.count ?? 0) >= times) return;
    await sleep(100);
  }
  throw new Error(`of the jobs that are poison (${poison}) some were no incident after ${patienceMs / 1000} s`);
}

/** Poisoned instances that did not end as exactly one incident of the right kind, still running, without a job. */
async function wrongEnds(street: FaultedStreet): Promise<readonly string[]> {
  const rows = await street.rows<{
    id: string;
    process: string;
    status: string;
    codes: string[];
    raised: number;
    jobs: number;
  }>(
    `select i.id, i.process, i.status, array(select code from incident c where c.instance_id = i.id) as codes,
       (select count(*) from history h where h.instance_id = i.id and event ->> 'type' = 'incident-raised')::int as raised,
       (select count(*) from job j where j.instance_id = i.id)::int as jobs
     from process_instance i where i.process = any($1)`,
    poisons.map((poison) => `load-${poison}`),
  );
  return rows
    .filter(({ process, status, codes: said, raised, jobs }) => {
      const expected = codes[process.slice('load-'.length) as Poison];
      return (
        status !== 'running' || said.length !== 1 || !expected.includes(said[0] ?? '') || raised !== 1 || jobs !== 0
      );
    })
    .map((row) => `poison ended wrong: ${JSON.stringify(row)}`);
}

/** Attempts were counted before they were begun: none came twice, and none after the last that the model allows. */
function wrongCalls(file: string): readonly string[] {
  const calls = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const tooMany = calls.filter((call) => Number(call.split(' ')[1]) > tries);
  const twice = calls.filter((call, index) => calls.indexOf(call) !== index);
  if (calls.length === 0) return ['no job that is poison was ever begun'];
  return [...tooMany.map((call) => `begun too often: ${call}`), ...twice.map((call) => `begun twice: ${call}`)];
}
