import { setTimeout as sleep } from 'node:timers/promises';
import { worker } from '../../harness/load-street/load-street.ts';
import type { Answer, LeanClient } from '../../harness/load-street/lean-client.ts';
import type { FaultedStreet } from './faulted-street.ts';

/** What a command did, as it stands in the database once. */
export type Effect =
  | { readonly kind: 'case'; readonly id: string }
  | { readonly kind: 'user-task' | 'job'; readonly instance: string; readonly id: number }
  /** A message that carried these words. */
  | { readonly kind: 'message'; readonly note: string }
  /** Nothing that is seen for long: a job that was put off. */
  | { readonly kind: 'none' };

/** A command that was answered, and where its effect must be found once. */
interface Acknowledged {
  readonly key: string;
  readonly answer: string;
  readonly effect: Effect;
}

/** What a load came to. */
export interface LoadRecord {
  readonly acknowledged: Acknowledged[];
  /** Answers that should not have come: neither done, nor "later", nor the network's silence. */
  readonly unexpected: string[];
  /** How often a command was given again because no answer came, or "later". */
  again: number;
}

/** People who work without a pause until they are told to stop. */
export interface SteadyLoad {
  readonly record: LoadRecord;
  /** Lets everybody finish what they are at. */
  stop(): Promise<LoadRecord>;
}

/**
 * How long somebody gives the same command again and again before it counts as unanswered: a program that is killed at
 * every transaction takes twenty kills, and five seconds after each, to answer anybody.
 */
const patienceMs = 300_000;

/** Keys of a run begin with this, so that what the load did can be told from what it stands on. */
let runs = 0;

/**
 * Begins a load: some people go round in `load-loop`, others take `load-steps` from report to end, so that every type of
 * command comes along: instances are created, user tasks completed, timers fire, jobs are leased and completed.
 *
 * Every command has a key and is given again under it until it is answered, as phones do.
 *
 * @param pauseMs how long each waits before completing something, so that what is left stays small
 */
export function beginLoad(street: FaultedStreet, loopers: number, steppers: number, pauseMs = 0): SteadyLoad {
  const record: LoadRecord = { acknowledged: [], unexpected: [], again: 0 };
  const run = (runs += 1);
  let stopped = false;
  const isStopped = (): boolean => stopped;
  const people = Array.from({ length: loopers + steppers }, async (_, number) => {
    const person = new Person(street.client(number % street.nodes), record, `run${run}-p${number}`, pauseMs);
    await (number < loopers ? goRound(street, person, isStopped) : takeSteps(street, person, isStopped));
    person.client.close();
  });
  return {
    record,
    async stop() {
      stopped = true;
      await Promise.all(people);
      return record;
    },
  };
}

/** Somebody with a device that repeats what was not answered. */
export class Person {
  readonly client: LeanClient;
  readonly #record: LoadRecord;
  readonly #name: string;
  readonly #pauseMs: number;
  #commands = 0;

  constructor(client: LeanClient, record: LoadRecord, name: string, pauseMs = 0) {
    this.client = client;
    this.#pauseMs = pauseMs;
    this.#record = record;
    this.#name = name;
  }

  /** Reports a case; answers its id, or null when it was refused. */
  async report(caseType: string): Promise<string | null> {
    const key = this.#key();
    const answer = await this.#tell('/api/cases', reportOf(caseType), key);
    if (answer === null) return null;
    const { id } = JSON.parse(answer) as { id: string };
    this.#record.acknowledged.push({ key, answer, effect: { kind: 'case', id } });
    return id;
  }

  async complete(instance: string, id: number, outcome: 'more' | 'enough'): Promise<boolean> {
    await sleep(this.#pauseMs);
    const key = this.#key();
    const body = { data: { outcome, account: `第 ${this.#commands} 次上门看过。`, visits: this.#commands % 1000 } };
    const answer = await this.#tell(`/api/user-tasks/${instance}.${id}/complete`, body, key);
    if (answer !== null) this.#record.acknowledged.push({ key, answer, effect: { kind: 'user-task', instance, id } });
    return answer !== null;
  }

  #key(): string {
    this.#commands += 1;
    return `${this.#name}-c${this.#commands}`;
  }

  #tell(path: string, body: object, key: string): Promise<string | null> {
    return untilAnswered(this.client, this.#record, path, body, { 'idempotency-key': key });
  }
}

/**
 * Gives a command again and again until it is answered; "later" and the network's silence are no answers.
 *
 * @param headers what it goes under
 * @param expected refusals that are no fault
 * @returns the answer, or null when it was refused, or came never
 */
export async function untilAnswered(
  client: LeanClient,
  record: LoadRecord,
  path: string,
  body: object,
  headers: Readonly<Record<string, string>>,
  expected: readonly string[] = [],
): Promise<string | null> {
  const deadline = Date.now() + patienceMs;
  const what = `${headers['idempotency-key'] ?? ''} ${path}`;
  for (;;) {
    const answer: Answer | Error = await client.send('POST', path, body, headers).catch((error: Error) => error);
    if (!(answer instanceof Error) && answer.status < 300) return answer.body;
    if (!(answer instanceof Error) && answer.status !== 503 && answer.status !== 429) {
      if (!expected.some((code) => answer.body.includes(`"${code}"`)))
        record.unexpected.push(`${what}: ${answer.status} ${answer.body}`);
      return null;
    }
    if (Date.now() > deadline) {
      record.unexpected.push(`${what}: no answer within ${patienceMs / 1000} s`);
      return null;
    }
    record.again += 1;
    await sleep(20);
  }
}

/** The report of a case, as small as its form allows. */
function reportOf(caseType: string): object {
  const data = { category: 'sanitation-other', description: '楼道里堆了东西。', place: '西关正街 12 号院' };
  return { caseType, area: worker.grid, form: { data } };
}

/** The open user task of a case, once there is one; null when the load was stopped before. */
export async function openTask(
  street: FaultedStreet,
  subject: string,
  after: number,
  isStopped: () => boolean,
): Promise<{ readonly instance: string; readonly id: number } | null> {
  while (!isStopped()) {
    const rows = await street
      .rows<{ instance: string; id: number }>(
        `select instance_id as instance, id from user_task where subject_id = $1 and state = 'open' and id > $2`,
        subject,
        after,
      )
      .catch(() => []);
    if (rows[0]) return rows[0];
    await sleep(20);
  }
  return null;
}

async function goRound(street: FaultedStreet, person: Person, isStopped: () => boolean): Promise<void> {
  const subject = await person.report('load-loop');
  let task = subject && (await openTask(street, subject, 0, isStopped));
  let before: number | null = null;
  let stride: number | null = null;
  while (subject && task && !isStopped()) {
    const { instance, id }: { readonly instance: string; readonly id: number } = task;
    if (!(await person.complete(instance, id, 'more'))) return;
    // The kernel numbers what happens in order, so after two rounds the next user task is known without asking.
    if (before !== null) stride = id - before;
    before = id;
    task = stride === null ? await openTask(street, subject, id, isStopped) : { instance, id: id + stride };
  }
}

async function takeSteps(street: FaultedStreet, person: Person, isStopped: () => boolean): Promise<void> {
  while (!isStopped()) {
    const subject = await person.report('load-steps');
    if (subject === null) continue;
    let last = 0;
    for (let step = 0; step < 2; step += 1) {
      const task = await openTask(street, subject, last, isStopped);
      if (task === null) return;
      last = task.id;
      if (!(await person.complete(task.instance, task.id, 'enough'))) return;
    }
  }
}
