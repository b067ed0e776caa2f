import { setTimeout as sleep } from 'node:timers/promises';
import type { LeanClient } from '../../harness/load-street/lean-client.ts';
import { outsideJob, outsideMessage } from '../../harness/load-street/load-processes.ts';
import type { FaultedStreet } from './faulted-street.ts';
import { Person, type SteadyLoad, untilAnswered } from './steady-load.ts';

/** A job as it is given out. */
interface TakenJob {
  readonly key: string;
  readonly lease: string;
  readonly instance: string;
  readonly variables: { readonly case: { readonly id: string } };
}

/** So long a job is held: short, so that one whose taker got no answer soon is given out again. */
const leaseSeconds = 2;

/** For each of those who work outside there are so many processes that wait for it. */
const processesEach = 3;

/** What the contract says to whoever comes too late, which a killed server makes of anybody. */
const late = ['job-lost'];

/** Every so manieth job is said to have failed first. */
const failing = 6;

let runs = 0;

/**
 * Besides others who work, a system outside that does jobs and says so by messages: it takes jobs, fails some, completes
 * the rest and publishes for each a message that lets its process go on, which makes the next job. What is not answered is
 * given again, under the same lease or key.
 *
 * @param others whose record is shared
 */
export function beginOutsideLoad(street: FaultedStreet, systems: number, others: SteadyLoad): SteadyLoad {
  const { record } = others;
  const run = (runs += 1);
  let stopped = false;
  const working = Array.from({ length: systems }, async (_, number) => {
    const name = `outside${run}-${number}`;
    const node = number % street.nodes;
    const reporter = new Person(street.client(node), record, name);
    for (let each = 0; each < processesEach; each += 1) await reporter.report('load-outside');
    reporter.client.close();
    const [doing, telling] = [street.client(node, ''), street.client(node, street.database.messenger)];
    const system = new OutsideSystem(doing, telling, others, street.database.outsider, name);
    while (!stopped) await system.workOnce();
    doing.close();
    telling.close();
  });
  return {
    record,
    async stop() {
      stopped = true;
      await Promise.all([...working, others.stop()]);
      return record;
    },
  };
}

class OutsideSystem {
  readonly #doing: LeanClient;
  readonly #telling: LeanClient;
  readonly #record: SteadyLoad['record'];
  readonly #headers: Readonly<Record<string, string>>;
  readonly #name: string;
  #jobs = 0;

  constructor(doing: LeanClient, telling: LeanClient, { record }: SteadyLoad, token: string, name: string) {
    this.#doing = doing;
    this.#telling = telling;
    this.#record = record;
    this.#headers = { authorization: `Bearer ${token}` };
    this.#name = name;
  }

  async workOnce(): Promise<void> {
    const wanted = { types: [outsideJob], most: 2, leaseSeconds, waitSeconds: 1 };
    const given = await this.#ask('/api/external-jobs/activate', wanted);
    if (given === null) await sleep(20);
    else for (const job of (JSON.parse(given) as { readonly jobs: readonly TakenJob[] }).jobs) await this.#do(job);
  }

  async #do({ key, lease, instance, variables }: TakenJob): Promise<void> {
    this.#jobs += 1;
    const logged = { key: `job ${key} ${lease}`, answer: 'null' };
    if (this.#jobs % failing === 0) {
      const failed = await this.#ask(`/api/external-jobs/${key}/fail`, { lease, message: '没人接', waitSeconds: 0 });
      if (failed !== null) this.#record.acknowledged.push({ ...logged, effect: { kind: 'none' } });
      return;
    }
    const done = await this.#ask(`/api/external-jobs/${key}/complete`, { lease, variables: {} });
    // Whoever holds the job now does it, and says so.
    if (done === null) return;
    const element = Number(key.split('.')[1]);
    this.#record.acknowledged.push({ ...logged, effect: { kind: 'job', instance, id: element } });
    await this.#say(variables.case.id);
  }

  async #say(correlation: string): Promise<void> {
    const note = `${this.#name}-m${this.#jobs}`;
    const body = { name: outsideMessage, correlation, variables: { said: 'more', note } };
    const headers = { 'idempotency-key': note };
    const answer = await untilAnswered(this.#telling, this.#record, '/api/messages', body, headers);
    if (answer !== null) this.#record.acknowledged.push({ key: note, answer, effect: { kind: 'message', note } });
  }

  #ask(path: string, body: object): Promise<string | null> {
    return untilAnswered(this.#doing, this.#record, path, body, this.#headers, late);
  }
}
