import type { ElementInstance, ProcessInstance, Scope } from '../../kernel/bpmn/process-instance.ts';
import { shownClock } from '../../kernel/bpmn/user-task-clocks.ts';
import type { ExaminedInstance } from '../../database/doctor.ts';
import type { Fault } from './doctor-report.ts';
import type { FaultCode } from './invariants.ts';

/**
 * Holds the rows around an instance against the instance: they are its index, no more and no less (I3, I5–I9).
 *
 * @param row as the database has it
 * @param instance the same, put together from its rows
 * @param dropped its history is gone, because its term had passed
 */
export function checkRows(row: ExaminedInstance, instance: ProcessInstance, dropped = false): readonly Fault[] {
  const faults: Fault[] = [];
  const say = (code: FaultCode, where: Fault['where'] = {}): void =>
    void faults.push({ code, where: { instance: row.id, ...where } });
  const { count, first, last } = row.history;
  const whole = count === 0 ? row.historySeq === 0 : first === 1 && last === count && count === row.historySeq;
  if (dropped ? count > 0 : !whole)
    say('history-gap', { events: count, first: first ?? 0, last: last ?? 0, counted: row.historySeq });
  const isRunning = row.status === 'running';
  if (row.status !== instance.status || isRunning !== (row.endedAt === null))
    say('end-unmarked', { status: row.status });
  if (!isRunning) {
    const left = leftOver(row, instance);
    if (left > 0) say('ended-with-work', { left });
    return faults;
  }
  compareAll(row, instance, say);
  for (const { element, attempts, retries } of row.jobs)
    if (attempts > Math.max(1, retries)) say('attempts-beyond', { element, attempts, retries });
  return faults;
}

type Say = (code: FaultCode, where: Fault['where']) => void;

/** Every row against what the instance waits for, and the reverse. */
function compareAll(row: ExaminedInstance, instance: ProcessInstance, say: Say): void {
  const expected = expectedRows(instance);
  const userTasks = keyed(row.userTasks, (task) => [String(task.id), `${task.post}@${task.area}`]);
  const timers = keyed(row.timers, (timer) => [`${timer.element}/${timer.key}`, String(timer.generation)]);
  const listening = keyed(row.subscriptions, (one) => [`${one.element}/${one.key}`, String(one.generation)]);
  const jobs = keyed(row.jobs, (job) => [String(job.element), String(job.job)]);
  const incidents = keyed(row.incidents, ({ element, code }) => [String(element), code]);
  // A job whose attempts are used up is no longer in the queue: its element carries the incident.
  for (const stuck of expected.incidents.keys()) jobs.delete(stuck);
  compare(say, expected.userTasks, userTasks, [
    'token-without-user-task',
    'user-task-without-token',
    'user-task-elsewhere',
  ]);
  for (const { id, dueAt, light } of row.userTasks) {
    const is = dueAt === null ? light : `${light} ${Date.parse(dueAt)}`;
    if (expected.clocks.has(id) && expected.clocks.get(id) !== is) say('user-task-clock-differs', { element: id });
  }
  compare(say, expected.timers, timers, ['token-without-timer', 'timer-without-token']);
  compare(say, expected.subscriptions, listening, ['token-without-subscription', 'subscription-without-token']);
  compare(say, expected.jobs, jobs, ['token-without-job', 'job-without-token']);
  compare(say, expected.incidents, incidents, ['token-without-incident', 'incident-without-token']);
}

function leftOver(row: ExaminedInstance, instance: ProcessInstance): number {
  const inside = Object.values(instance.scopes).flatMap((scope) => [
    ...scope.elements.map(({ id }) => id),
    ...Object.keys(scope.arrivals),
  ]);
  const rows = [row.scopes, row.timers, row.jobs, row.userTasks, row.incidents, row.subscriptions];
  return rows.reduce((sum, some) => sum + some.length, inside.length + instance.agenda.length);
}

interface ExpectedRows {
  readonly userTasks: Map<string, string>;
  /** By user task that has a limit: the light, and when it is due if it runs. */
  readonly clocks: Map<number, string | null>;
  readonly timers: Map<string, string>;
  readonly subscriptions: Map<string, string>;
  readonly jobs: Map<string, string>;
  readonly incidents: Map<string, string>;
}

/** What an instance waits for, by the key of the row that must be there. */
function expectedRows(instance: ProcessInstance): ExpectedRows {
  const expected: ExpectedRows = {
    userTasks: new Map(),
    clocks: new Map(),
    timers: new Map(),
    subscriptions: new Map(),
    jobs: new Map(),
    incidents: new Map(),
  };
  const addListening = ({ id, timers = {}, subscriptions = {} }: ElementInstance | Scope): void => {
    for (const [key, { generation }] of Object.entries(timers)) expected.timers.set(`${id}/${key}`, String(generation));
    for (const [key, { kind, generation }] of Object.entries(subscriptions))
      if (kind === 'message' || kind === 'signal') expected.subscriptions.set(`${id}/${key}`, String(generation));
  };
  for (const scope of Object.values(instance.scopes)) {
    addListening(scope);
    for (const element of scope.elements) {
      addListening(element);
      const { id, job, userTask, incident } = element;
      if (userTask) expected.userTasks.set(String(id), `${userTask.position.post}@${userTask.position.area}`);
      const shown = userTask && shownClock(userTask);
      if (shown)
        expected.clocks.set(id, shown.dueAt === null ? shown.light : `${shown.light} ${Date.parse(shown.dueAt)}`);
      if (job !== undefined && !incident) expected.jobs.set(String(id), String(job));
      if (incident) expected.incidents.set(String(id), incident.code);
    }
  }
  return expected;
}

function keyed<Row>(rows: readonly Row[], of: (row: Row) => readonly [string, string]): Map<string, string> {
  return new Map(rows.map(of));
}

/** @param codes of what is missing, of what is too much, and of what is there and differs */
function compare(
  say: Say,
  expected: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
  [missing, extra, other = extra]: readonly [FaultCode, FaultCode, FaultCode?],
): void {
  for (const [element, value] of expected) {
    const there = found.get(element);
    if (there === undefined) say(missing, { element });
    else if (there !== value) say(other, { element });
  }
  for (const element of found.keys()) if (!expected.has(element)) say(extra, { element });
}
