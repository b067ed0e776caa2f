import type { JsonObject } from '../../json.ts';
import type { BoundaryEvent, StartEvent } from '../executable-event.ts';
import type { Execution } from '../execution.ts';
import { eventOfKey } from '../listening/catch-keys.ts';
import { listeningOf, type Listener } from '../listening/listener.ts';
import type { ElementInstance } from '../process-instance.ts';
import { cancelElement, interruptScope } from './cancel.ts';
import { gather, type Part, type Parts } from './gather.ts';
import { listenAgain } from './listen-again.ts';

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
    if (event?.type === 'startEvent') triggerStart(execution, listener, event, { key, variables });
    return true;
  }
  if (event?.type === 'boundaryEvent' && event.attachedTo === element.element) {
    triggerBoundary(execution, element, event, { key, variables });
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
 * Whether an event has happened now, of which a part has: any part is enough, or all of them must come (parallel
 * multiple). The part is listened to no more.
 *
 * @param event id of the event, null for the listener's own
 * @returns what came with the event, with each of its parts; null while parts are missing
 */
export function happens(
  execution: Execution,
  listener: Listener,
  parts: Parts,
  event: string | null,
  part: Part,
): JsonObject | null {
  fired(execution, listener, part.key);
  return gather(execution, listener, parts, event, part);
}

function triggerBoundary(execution: Execution, host: ElementInstance, event: BoundaryEvent, part: Part): void {
  const before = listeningOf(execution, host);
  const variables = happens(execution, host, event, event.id, part);
  if (!variables) return;
  if (event.interrupting) cancelElement(execution, execution.now(host), { system: 'timer' });
  else listenAgain(execution, host, event, part.key, before);
  execution.schedule({ do: 'enter', element: event.id, scope: host.scope, flow: null, variables });
}

function triggerStart(execution: Execution, listener: Listener, event: StartEvent, part: Part): void {
  const before = listeningOf(execution, listener);
  const variables = happens(execution, listener, event, event.id, part);
  if (!variables) return;
  if (event.interrupting) interruptScope(execution, listener.scope, { system: 'timer' });
  else listenAgain(execution, listener, event, part.key, before);
  const { id: start, parent: element } = event;
  execution.schedule({ do: 'enter', element, scope: listener.scope, flow: null, start, variables });
}
