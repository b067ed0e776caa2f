import type { JsonObject } from '../../json.ts';
import type { BoundaryEvent, Catch, StartEvent } from '../executable-event.ts';
import type { Execution } from '../execution.ts';
import { catchKeys, eventOfKey } from '../listening/catch-keys.ts';
import { listen } from '../listening/listen.ts';
import { listeningOf, type Listener, type Listening } from '../listening/listener.ts';
import type { ElementInstance } from '../process-instance.ts';
import { nextBeat } from '../timer-text.ts';
import { cancelElement, interruptScope } from './cancel.ts';

/**
 * Something that is listened to has happened: a timer, a message, a signal, a condition. Whoever set it off first has
 * won; a trigger of another generation, or for somebody who listens no more, is stale.
 *
 * @returns false when it is stale; then nothing has changed
 */
export function trigger(
  execution: Execution,
  listener: Listener,
  key: string,
  generation: number,
  variables: JsonObject,
): boolean {
  const listening = listeningOf(execution, listener);
  const armed = listening?.timers[key] ?? listening?.subscriptions[key];
  if (!listening || armed?.generation !== generation) return false;
  const { element } = listening;
  const { nodes } = execution.process;
  const event = nodes.get(eventOfKey(key));
  if (element === null) {
    if (event?.type === 'startEvent') triggerStart(execution, listener, event, key, variables);
    return true;
  }
  if (event?.type === 'boundaryEvent' && event.attachedTo === element.element) {
    triggerBoundary(execution, element, event, key, variables);
    return true;
  }
  const node = execution.node(element.element);
  const fault = execution.behaviourOf(node).trigger?.(execution, node, element, key, variables) ?? null;
  execution.stick(element, fault);
  return true;
}

/** Marks what happened: it is listened to no more, unless it is begun anew. */
export function fired(execution: Execution, listener: Listener, key: string): void {
  const isTimer = listeningOf(execution, listener)?.timers[key] !== undefined;
  execution.emit({ type: isTimer ? 'timer-fired' : 'event-triggered', id: listener.id, scope: listener.scope, key });
}

/**
 * Whether an event with several parts has happened now: any part is enough, or all of them must come (parallel
 * multiple, BPMN 2.0.2, 10.5.5.12). What has come is marked, and what came with it is kept.
 *
 * @param event id of the event, null for the listener's own
 * @returns what came with the event, with each of its parts; null while parts are missing
 */
export function happens(
  execution: Execution,
  listener: Listener,
  parts: { readonly catches: readonly Catch[]; readonly all: boolean },
  event: string | null,
  key: string,
  variables: JsonObject,
): JsonObject | null {
  fired(execution, listener, key);
  if (!parts.all || parts.catches.length < 2) return variables;
  const { heard = [], came = {} } = listeningOf(execution, listener) ?? {};
  const missing = catchKeys(parts.catches, event).filter((other) => other !== key && !heard.includes(other));
  if (missing.length === 0) {
    const before = event === null ? Object.values(came) : [came[event] ?? {}];
    return Object.assign({}, ...before, variables) as JsonObject;
  }
  const { id, scope } = listener;
  const brought = Object.keys(variables).length > 0 ? { variables } : {};
  execution.emit({ type: 'event-heard', id, scope, key, ...brought });
  return null;
}

function triggerBoundary(
  execution: Execution,
  host: ElementInstance,
  event: BoundaryEvent,
  key: string,
  variables: JsonObject,
): void {
  const before = listeningOf(execution, host);
  const came = happens(execution, host, event, event.id, key, variables);
  if (!came) return;
  if (event.interrupting) cancelElement(execution, execution.now(host), { system: 'timer' });
  else listenAgain(execution, host, event, key, before);
  execution.schedule({ do: 'enter', element: event.id, scope: host.scope, flow: null, variables: came });
}

function triggerStart(
  execution: Execution,
  listener: Listener,
  event: StartEvent,
  key: string,
  variables: JsonObject,
): void {
  const before = listeningOf(execution, listener);
  const came = happens(execution, listener, event, event.id, key, variables);
  if (!came) return;
  if (event.interrupting) interruptScope(execution, listener.scope, { system: 'timer' });
  else listenAgain(execution, listener, event, key, before);
  const { id: start, parent: element } = event;
  execution.schedule({ do: 'enter', element, scope: listener.scope, flow: null, start, variables: came });
}

/** What does not interrupt may happen again: a cycle on its next beat, anything else whenever it comes. */
function listenAgain(
  execution: Execution,
  listener: Listener,
  event: BoundaryEvent | StartEvent,
  key: string,
  before: Listening | undefined,
): void {
  if (event.all && event.catches.length > 1) return listenToAllAgain(execution, listener, event, key, before);
  const at = { id: listener.id, scope: listener.scope, key };
  const timer = before?.timers[key];
  const due = timer && nextBeat(timer, execution.given.now);
  if (timer && due) execution.emit({ type: 'timer-armed', ...at, ...timer, due, generation: timer.generation + 1 });
  const subscription = before?.subscriptions[key];
  if (subscription)
    execution.emit({
      type: 'subscription-opened',
      ...at,
      subscription: {
        ...subscription,
        generation: subscription.generation + 1,
        ...(subscription.kind === 'conditional' ? { holds: true } : {}),
      },
    });
}

/** All parts of a parallel multiple event must come anew. A time comes once, so one with a timer is over. */
function listenToAllAgain(
  execution: Execution,
  listener: Listener,
  { id: event, catches }: BoundaryEvent | StartEvent,
  key: string,
  before: Listening | undefined,
): void {
  if (catches.some(({ kind }) => kind === 'timer')) return;
  const generation = (before?.subscriptions[key]?.generation ?? 0) + 1;
  const fault = listen(execution, listener, [{ catches, event }], generation);
  if (before?.element) execution.stick(before.element, fault);
  const keys = catchKeys(catches, event);
  for (const [index, { kind }] of catches.entries())
    if (kind === 'conditional' && !fault)
      execution.emit({
        type: 'condition-changed',
        id: listener.id,
        scope: listener.scope,
        key: keys[index] ?? '',
        holds: true,
      });
}
