import type { CallOutcome, Command } from '../bpmn/commands.ts';
import type { Effect } from '../bpmn/effects.ts';
import type { Catch } from '../bpmn/executable-event.ts';
import type { ExecutableProcess } from '../bpmn/executable-process.ts';
import { migrationFaults } from '../bpmn/obeying/migration-faults.ts';
import type { JsonObject } from '../json.ts';
import { beginningsOf, type Beginning } from './beginnings.ts';
import { listensAt, type KeptMessage } from './kept-messages.ts';
import type { SubscriptionEntry, WorldInstance, WorldState } from './world-state.ts';

/** What passes between instances: messages, signals, calls. */
export type Exchanged = Extract<
  Effect,
  {
    readonly do:
      | 'publish-message'
      | 'broadcast-signal'
      | 'start-call'
      | 'start-iterations'
      | 'cancel-call'
      | 'answer-call'
      | 'suspend-iterations'
      | 'resume-iterations'
      | 'migrate-iterations';
  }
>;

/** Whether an effect passes something to another instance. */
export function isExchanged(effect: Effect): effect is Exchanged {
  return /^(publish-message|broadcast-signal|(start|cancel|answer)-call|(start|suspend|resume|migrate)-iterations)$/.test(
    effect.do,
  );
}

/** The processes that may be called or begun, the pools that stand for them, and how a command gets to its instance. */
export interface Exchange {
  readonly state: WorldState;
  readonly processes: readonly ExecutableProcess[];
  /** Processes by the id of their pool. */
  readonly pools: ReadonlyMap<string, string>;
  /** Puts a command on its way; one that creates an instance says for whom. */
  readonly post: (instance: string, command: Command, begun?: Begun) => void;
  readonly newId: (process: string) => string;
}

export type Begun = Pick<WorldInstance, 'process' | 'subject' | 'host'>;

/** Carries out what an instance asked for that concerns another one. */
export function exchange(at: Exchange, from: string, effect: Exchanged): void {
  switch (effect.do) {
    case 'publish-message':
      send(at, effect);
      return;
    case 'broadcast-signal':
      return broadcast(at, from, effect.name, effect.variables);
    case 'start-call':
      return startCall(at, from, effect);
    case 'start-iterations':
      return startIterations(at, from, effect);
    case 'cancel-call':
      return cancelCalled(at, from, effect.element);
    case 'suspend-iterations':
      return tellIterations(at, from, { type: 'suspend', because: effect.because, by: effect.by });
    case 'resume-iterations':
      return tellIterations(at, from, { type: 'resume', clocks: effect.clocks, by: effect.by });
    case 'migrate-iterations':
      return migrateIterations(at, from, effect);
    case 'answer-call':
      return answer(at, from, effect.outcome);
  }
}

/** A message that an instance throws goes along each of its message flows, when it is its turn. */
function send(
  { state }: Exchange,
  { name, correlation, variables, to }: Extract<Exchanged, { do: 'publish-message' }>,
): void {
  for (const target of to.length === 0 ? [null] : to)
    state.inbox.push({ message: { name, correlation, target, variables } });
}

/** It is the turn of a message an instance has thrown: to one who waits now, or it is kept for one who will. */
export function handOver(at: Exchange, message: KeptMessage): void {
  const { target } = message;
  if (!publish(at, { ...message, to: target === null ? [] : [target] })) at.state.kept.push(message);
}

type Message = Pick<Extract<Exchanged, { do: 'publish-message' }>, 'name' | 'correlation' | 'variables' | 'to'>;

/**
 * A message that came from outside, or from an instance: to one who waits for it, or to begin a process. Message flows of
 * a drawing say to which element or pool it goes (BPMN 2.0.2, 9.4).
 */
export function publish(at: Exchange, message: Message): boolean {
  const { variables, to } = message;
  if (to.length === 0) return deliver(at, message, () => true);
  return to
    .map((target) => {
      const pool = at.processes.find(({ id }) => id === (at.pools.get(target) ?? target))?.id;
      return pool === undefined ? deliverTo(at, target, variables) : deliver(at, message, ({ id }) => id === pool);
    })
    .some(Boolean);
}

/** By its name and correlation, to one of the processes that are meant. */
function deliver(
  at: Exchange,
  { name, correlation, variables }: Message,
  isMeant: (process: ExecutableProcess) => boolean,
): boolean {
  const waiting = waitingFor(at, { name, correlation }).find(({ instance }) => isIn(instance, at, isMeant));
  if (waiting) {
    trigger(at, waiting, variables);
    return true;
  }
  const isNamed = (part: Catch): boolean => part.kind === 'message' && part.message.name === name;
  const [first] = beginningsOf(at.processes).filter(
    ({ process, catches }) => isMeant(process) && catches.some(isNamed),
  );
  if (first) beginBy(at, first, isNamed, variables);
  return first !== undefined;
}

function waitingFor(
  { state }: Exchange,
  { name, correlation }: Pick<Message, 'name' | 'correlation'>,
): readonly SubscriptionEntry[] {
  return [...state.subscriptions.values()].filter(
    ({ subscription: { kind, name: awaited, correlation: own } }) =>
      kind === 'message' && awaited === name && (own === null || correlation === null || own === correlation),
  );
}

/** Whether one who is suspended waits for a message: it is to be kept. */
export function isWaitedForLater(at: Exchange, message: Pick<Message, 'name' | 'correlation'>): boolean {
  return waitingFor(at, message).some(({ instance }) => !isIn(instance, at));
}

/** Who is suspended takes nothing: a message goes to the next who waits, or is kept until it goes on. */
function isIn(
  instance: string,
  { state }: Exchange,
  isMeant: (process: ExecutableProcess) => boolean = () => true,
): boolean {
  const of = state.instances.get(instance);
  return of !== undefined && of.instance.suspendedAt === undefined && isMeant(of.process);
}

/** Along a message flow of a drawing: to the element it ends at, or whoever it begins. */
function deliverTo(at: Exchange, target: string, variables: JsonObject): boolean {
  const waiting = [...at.state.subscriptions.values()].find(
    (entry) => listensAt(at.state, entry) === target && isIn(entry.instance, at),
  );
  if (waiting) {
    trigger(at, waiting, variables);
    return true;
  }
  const first = beginningsOf(at.processes).find(({ node, event }) => (event ?? node) === target);
  if (first) beginBy(at, first, ({ kind }) => kind === 'message', variables);
  return first !== undefined;
}

function trigger(at: Exchange, entry: SubscriptionEntry, variables: JsonObject): void {
  const { instance, element, scope, key, subscription } = entry;
  at.post(instance, { type: 'trigger-event', element, scope, key, generation: subscription.generation, variables });
}

/** A signal reaches everybody else who waits for it now, and begins every process that begins by it. */
export function broadcast(at: Exchange, from: string | null, name: string, variables: JsonObject): void {
  for (const entry of Array.from(at.state.subscriptions.values()))
    if (entry.instance !== from && entry.subscription.kind === 'signal' && entry.subscription.name === name)
      trigger(at, entry, variables);
  const isNamed = (part: Catch): boolean => part.kind === 'signal' && part.signal === name;
  for (const beginning of beginningsOf(at.processes))
    if (beginning.catches.some(isNamed)) beginBy(at, beginning, isNamed, variables);
}

/**
 * Begins an instance by an event that has happened; one that needs several events waits until the last of them has come
 * (BPMN 2.0.2, 10.5.2.3), and then has what came with each.
 *
 * @param happened tells which parts of the event have happened
 */
export function beginBy(
  at: Exchange,
  beginning: Beginning,
  happened: (part: Catch) => boolean,
  variables: JsonObject,
): void {
  const { process, node, event, catches, all } = beginning;
  const key = `${process.id}.${event ?? node}`;
  const before = at.state.gathering.get(key);
  const heard = catches.filter((part) => happened(part) || before?.heard.includes(part));
  const came = { ...before?.variables, ...variables };
  if (all && heard.length < catches.length) return void at.state.gathering.set(key, { heard, variables: came });
  at.state.gathering.delete(key);
  at.post(
    at.newId(process.id),
    {
      type: 'create-instance',
      variables: came,
      by: { system: 'operator' },
      startEvent: node,
      ...(event === undefined ? {} : { event }),
    },
    { process, subject: null, host: null },
  );
}

function startCall(at: Exchange, from: string, call: Extract<Exchanged, { do: 'start-call' }>): void {
  const { element: task, scope, process: named, variables } = call;
  const process = at.processes.find(({ id }) => id === named);
  if (!process)
    return at.post(from, { type: 'end-call', element: task, scope, outcome: { kind: 'unknown', process: named } });
  const subject = at.state.instances.get(from)?.subject ?? null;
  at.post(
    at.newId(process.id),
    { type: 'create-instance', variables, by: { system: 'operator' }, called: true },
    { process, subject, host: { instance: from, task, scope } },
  );
}

/** Each iteration is an instance of the same process, which belongs to its loop as a called one does to its call. */
function startIterations(at: Exchange, from: string, start: Extract<Exchanged, { do: 'start-iterations' }>): void {
  const owner = at.state.instances.get(from);
  if (!owner) return;
  const { process, subject } = owner;
  const { element: task, scope, iterations, variables } = start;
  for (const iteration of iterations)
    at.post(
      at.newId(process.id),
      { type: 'create-instance', variables, by: { system: 'operator' }, called: true, iteration },
      { process, subject, host: { instance: from, task, scope } },
    );
}

/** Takes away what an element called or spread; what has not begun yet does not begin. */
function cancelCalled({ state, post }: Exchange, from: string, task: number): void {
  const isTheirs = (host: WorldInstance['host'] | undefined): boolean => host?.instance === from && host.task === task;
  const others = state.inbox.filter((entry) => 'message' in entry || !isTheirs(entry.begun?.host));
  state.inbox.splice(0, state.inbox.length, ...others);
  for (const [id, { host, instance }] of state.instances)
    if (isTheirs(host) && instance.status === 'running' && instance.called)
      post(id, { type: 'cancel-instance', because: 'caller-cancelled', by: { system: 'operator' } });
}

/** Only iterations: what is called is a process of its own, which an operator holds by itself. */
function tellIterations({ state, post }: Exchange, from: string, command: Command): void {
  for (const [id, { host, instance }] of state.instances)
    if (host?.instance === from && instance.iteration && instance.status === 'running') post(id, command);
}

/** They go where their loop went; one that has no place there stays on the model it has. */
function migrateIterations(
  at: Exchange,
  from: string,
  { plan, by, because }: Extract<Exchanged, { do: 'migrate-iterations' }>,
): void {
  const process = at.state.instances.get(from)?.process;
  if (!process) return;
  for (const [id, owned] of at.state.instances) {
    const { host, instance } = owned;
    if (host?.instance !== from || !instance.iteration || instance.status !== 'running') continue;
    if (migrationFaults(instance, process, plan).length > 0) continue;
    at.state.instances.set(id, { ...owned, process });
    at.post(id, { type: 'migrate', plan, ...(because === undefined ? {} : { because }), by });
  }
}

function answer(at: Exchange, from: string, outcome: CallOutcome): void {
  const host = at.state.instances.get(from)?.host;
  if (host) at.post(host.instance, { type: 'end-call', element: host.task, scope: host.scope, outcome });
}
