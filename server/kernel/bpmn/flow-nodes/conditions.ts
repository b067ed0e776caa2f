import { evaluateCondition } from '../../feel/condition.ts';
import type { Catch } from '../executable-event.ts';
import type { Execution } from '../execution.ts';
import { catchKeys, eventOfKey } from '../listening/catch-keys.ts';
import { listeningOf, seenBy, type Listener } from '../listening/listener.ts';
import { listeners } from './listeners.ts';
import { trigger } from './trigger.ts';

/**
 * Looks at the conditions that are listened to, after variables have changed (BPMN 2.0.2, 10.5.5.3): one that has come
 * true happens; it must fail before it can happen again.
 */
export function watchConditions(execution: Execution): void {
  if (!execution.process.hasConditions || execution.changed.size === 0) return;
  execution.changed.clear();
  for (const listener of Array.from(listeners(execution, 0))) {
    const subscriptions = listeningOf(execution, listener)?.subscriptions ?? {};
    for (const [key, { kind, holds, generation }] of Object.entries(subscriptions)) {
      if (kind !== 'conditional') continue;
      const isTrue = conditionHolds(execution, listener, key);
      if (isTrue && !holds) trigger(execution, listener, key, generation, {});
      else if (isTrue !== (holds ?? false))
        execution.emit({ type: 'condition-changed', id: listener.id, scope: listener.scope, key, holds: isTrue });
    }
  }
}

/** A condition that cannot be told, because variables are missing yet, does not hold. */
function conditionHolds(execution: Execution, listener: Listener, key: string): boolean {
  const part = partOf(execution, listener, key);
  if (part?.kind !== 'conditional') return false;
  const result = evaluateCondition(part.condition, execution.contextFor(seenBy(execution, listener)));
  return result.ok && result.value;
}

function partOf(execution: Execution, listener: Listener, key: string): Catch | undefined {
  const { nodes } = execution.process;
  const element = listeningOf(execution, listener)?.element;
  const named = nodes.get(eventOfKey(key));
  const own = element ? nodes.get(element.element) : undefined;
  const node = named && 'catches' in named ? named : own;
  if (!node || !('catches' in node)) return undefined;
  return node.catches[catchKeys(node.catches, node === named ? node.id : null).indexOf(key)];
}
