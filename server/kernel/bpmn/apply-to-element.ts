import { answerVariable } from './approval.ts';
import type { ClockEvent } from './clock-events.ts';
import type { EventOf, ProcessEvent } from './events.ts';
import type { InstanceDraft, Writable } from './instance-draft.ts';
import type { JsonObject } from '../json.ts';
import { gatheredBy } from './listening/catch-keys.ts';
import { nextState } from './lifecycle.ts';
import type { ArmedTimer, ElementInstance, LoopState, Position, Subscription } from './process-instance.ts';
import { clockOf, withClock } from './user-task-clocks.ts';

type ElementEvent = Extract<
  ProcessEvent,
  {
    readonly type:
      | 'element-entered'
      | 'element-waiting'
      | 'element-completing'
      | 'element-left'
      | 'element-cancelled'
      | 'variables-set'
      | ListeningEvent['type']
      | 'job-created'
      | 'job-completed'
      | 'job-cancelled'
      | 'user-task-created'
      | 'answer-given'
      | 'user-task-reassigned'
      | 'user-task-completed'
      | 'user-task-cancelled'
      | ClockEvent['type']
      | 'incident-raised'
      | 'incident-resolved'
      | 'loop-changed'
      | 'iterations-begun'
      | 'iterations-ended'
      | 'compensating-changed'
      | 'inside-kept';
  }
>;

/** Events about what an element instance, or the scope with that id, listens to. */
type ListeningEvent = Extract<
  ProcessEvent,
  {
    readonly type:
      | 'timer-armed'
      | 'timer-disarmed'
      | 'timer-fired'
      | 'subscription-opened'
      | 'subscription-closed'
      | 'event-triggered'
      | 'event-heard'
      | 'events-gathered'
      | 'condition-changed';
  }
>;

/** Writes what an event changes of one element instance. */
export function applyToElement(draft: InstanceDraft, event: ElementEvent): void {
  switch (event.type) {
    case 'element-entered':
      draft.own.nextId = event.id + 1;
      return draft.addElement(entered(event));
    case 'element-waiting':
    case 'element-completing':
    case 'element-left':
    case 'element-cancelled': {
      const element = draft.element(event.scope, event.id);
      const state = nextState(element, event);
      if (state === 'gone') draft.removeElement(event.scope, event.id);
      else element.state = state;
      return;
    }
    case 'variables-set': {
      const { scope, element, values } = event;
      const owner = element === undefined ? draft.scope(scope) : draft.element(scope, element);
      owner.variables = { ...owner.variables, ...values };
      return;
    }
    case 'timer-armed':
    case 'timer-disarmed':
    case 'timer-fired':
    case 'subscription-opened':
    case 'subscription-closed':
    case 'event-triggered':
    case 'event-heard':
    case 'events-gathered':
    case 'condition-changed':
      // A scope listens under its own id, and no element instance has the id of the scope it is in.
      return listen(event.id === event.scope ? draft.scope(event.scope) : draft.element(event.scope, event.id), event);
    default:
      return work(draft.element(event.scope, event.id), event);
  }
}

function entered(event: EventOf<'element-entered'>): ElementInstance {
  const { id, element, scope, iteration, compensates } = event;
  return {
    id,
    element,
    scope,
    state: 'entering',
    variables: {},
    timers: {},
    ...(iteration === undefined ? {} : { iteration }),
    ...(compensates === undefined ? {} : { compensates }),
  };
}

interface Listener {
  timers?: { readonly [key: string]: ArmedTimer };
  subscriptions?: { readonly [key: string]: Subscription };
  heard?: readonly string[];
  came?: { readonly [event: string]: JsonObject };
  rounds?: { readonly [event: string]: number };
}

function listen(listener: Listener, event: ListeningEvent): void {
  const { key } = event;
  switch (event.type) {
    case 'timer-armed': {
      const { due, generation, cycle } = event;
      const timer: ArmedTimer = { due, generation, ...(cycle === undefined ? {} : { cycle }) };
      listener.timers = { ...listener.timers, [key]: timer };
      return;
    }
    case 'timer-disarmed':
    case 'timer-fired':
      listener.timers = without(listener.timers, key);
      return;
    case 'subscription-opened':
      listener.subscriptions = { ...listener.subscriptions, [key]: event.subscription };
      // What came before counts no more: it is waited for anew. Older histories tell it by this alone.
      return forget(listener, (heard) => heard === key, gatheredBy(key));
    case 'subscription-closed':
    case 'event-triggered':
      listener.subscriptions = without(listener.subscriptions, key);
      return;
    case 'event-heard':
      return hear(listener, event);
    case 'events-gathered':
      listener.rounds = { ...listener.rounds, [key]: event.round };
      return forget(listener, (heard) => gatheredBy(heard) === key, key);
    case 'condition-changed': {
      const before = listener.subscriptions?.[key];
      if (before) listener.subscriptions = { ...listener.subscriptions, [key]: { ...before, holds: event.holds } };
    }
  }
}

/** A part of a parallel multiple event has come; what came with it is kept until the others have come too. */
function hear(listener: Listener, { key, variables }: Extract<ListeningEvent, { type: 'event-heard' }>): void {
  listener.heard = [...(listener.heard ?? []), key];
  if (!variables) return;
  const event = gatheredBy(key);
  listener.came = { ...listener.came, [event]: { ...listener.came?.[event], ...variables } };
}

function forget(listener: Listener, isMeant: (key: string) => boolean, event: string): void {
  if (!listener.heard?.some(isMeant)) return;
  listener.heard = listener.heard.filter((key) => !isMeant(key));
  if (listener.came) listener.came = without(listener.came, event);
  if (listener.heard.length === 0) delete listener.heard;
  if (Object.keys(listener.came ?? {}).length === 0) delete listener.came;
}

function without<Value>(
  keyed: { readonly [key: string]: Value } | undefined,
  key: string,
): { readonly [key: string]: Value } {
  const { [key]: _gone, ...others } = keyed ?? {};
  return others;
}

type WorkEvent = Exclude<
  ElementEvent,
  ListeningEvent | { readonly type: `element-${string}` } | { readonly type: 'variables-set' }
>;

function work(element: Writable<ElementInstance>, event: WorkEvent): void {
  switch (event.type) {
    case 'job-created':
      element.job = event.job;
      return;
    case 'job-completed':
    case 'job-cancelled':
      Reflect.deleteProperty(element, 'job');
      return;
    case 'user-task-created':
      element.userTask = {
        asked: event.asked,
        position: event.position,
        ...(event.person === undefined ? {} : { person: event.person }),
      };
      return;
    case 'answer-given':
      element.variables = { ...element.variables, [answerVariable]: { ...event.answer } };
      return;
    case 'user-task-reassigned':
      if (element.userTask) element.userTask = movedTo(element.userTask, event.position);
      return;
    case 'clock-started':
    case 'clock-shifted':
    case 'clock-paused':
    case 'clock-resumed':
    case 'clock-review-moved':
    case 'clock-extended':
    case 'clock-rebased':
    case 'clock-stopped':
    case 'light-changed':
      if (element.userTask) element.userTask = withClockEvent(element.userTask, event);
      return;
    case 'user-task-completed':
    case 'user-task-cancelled':
      Reflect.deleteProperty(element, 'userTask');
      return;
    case 'incident-raised':
      element.incident = event.incident;
      return;
    case 'incident-resolved':
      Reflect.deleteProperty(element, 'incident');
      return;
    case 'loop-changed':
      element.loop = event.loop;
      return;
    case 'iterations-begun':
      if (element.loop) element.loop = afterBegun(element.loop, event.first + event.count);
      return;
    case 'iterations-ended':
      if (element.loop) element.loop = afterEnded(element.loop, event);
      return;
    case 'inside-kept':
      element.inner = event.inner;
      return;
    case 'compensating-changed':
      element.compensating = event.compensating;
      return;
  }
}

function withClockEvent(
  userTask: NonNullable<ElementInstance['userTask']>,
  event: ClockEvent,
): NonNullable<ElementInstance['userTask']> {
  if (event.type !== 'light-changed') return withClock(userTask, event.clock);
  const clock = clockOf(userTask, event.stage);
  return clock ? withClock(userTask, { ...clock, light: event.light }) : userTask;
}

/** Whoever was asked by name was asked as a holder of the position it leaves. */
function movedTo(
  { person: _asked, ...userTask }: NonNullable<ElementInstance['userTask']>,
  position: Position,
): NonNullable<ElementInstance['userTask']> {
  return { ...userTask, position };
}

/** Items that have been given out are not kept. */
function afterBegun({ items, ...loop }: LoopState, next: number): LoopState {
  return { ...loop, next, ...(items && next <= (loop.total ?? 0) ? { items } : {}) };
}

function afterEnded(loop: LoopState, { ended, cancelled }: EventOf<'iterations-ended'>): LoopState {
  const results = loop.results && [...loop.results];
  for (const { number, output } of ended) if (results && output !== undefined) results[number - 1] = output;
  return {
    ...loop,
    completed: loop.completed + ended.length,
    terminated: loop.terminated + cancelled,
    ...(results ? { results } : {}),
  };
}
