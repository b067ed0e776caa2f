import type { JsonObject } from '../../json.ts';
import type { Execution } from '../execution.ts';
import { listeningOf } from '../listening/listener.ts';
import type { ElementInstance } from '../process-instance.ts';
import { listeners } from './listeners.ts';
import { trigger } from './trigger.ts';

/**
 * Throws a signal (BPMN 2.0.2, 10.5.1): everybody who waits for it now gets it, in this instance at once and from the
 * inside out, elsewhere through the broadcast. A signal has no memory: who begins to wait afterwards does not get it.
 * Once it has interrupted the very event that throws it, what lies further around that event is not interrupted too.
 */
export function throwSignal(execution: Execution, from: ElementInstance, name: string, variables: JsonObject): void {
  const { id, scope, element } = from;
  execution.emit({ type: 'signal-thrown', id, scope, element, name, variables });
  receiveSignal(execution, name, variables, from);
}

/** Gives a signal to everybody in the instance who waits for it now. */
function receiveSignal(execution: Execution, name: string, variables: JsonObject, from: ElementInstance): void {
  const around = hostsOf(execution, from);
  const waiting = [...listeners(execution, 0)].toReversed().flatMap((listener) =>
    Object.entries(listeningOf(execution, listener)?.subscriptions ?? {})
      .filter(([, subscription]) => subscription.kind === 'signal' && subscription.name === name)
      .map(([key, { generation }]) => ({ listener, key, generation })),
  );
  for (const { listener, key, generation } of waiting) {
    const isOver = execution.element(from.scope, from.id) === undefined;
    if (!isOver || !around.has(listener.id)) trigger(execution, listener, key, generation, variables);
  }
}

/** The scopes an element is in, by the ids under which they and their hosts listen. */
function hostsOf(execution: Execution, { scope }: ElementInstance): ReadonlySet<number> {
  const around = new Set<number>();
  for (let id: number | null = scope; id !== null; id = execution.scope(id).parent) around.add(id);
  return around;
}
