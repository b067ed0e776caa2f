import { eventOfKey } from '../bpmn/listening/catch-keys.ts';
import type { JsonObject } from '../json.ts';
import type { SubscriptionEntry, WorldState } from './world-state.ts';

/** A message that an instance has thrown; where nobody waits for it, it is kept for somebody who begins to. */
export interface KeptMessage {
  readonly name: string;
  readonly correlation: string | null;
  /** Flow node a message flow leads to; null: whoever waits for the name. */
  readonly target: string | null;
  readonly variables: JsonObject;
}

/** Gives somebody who has just begun to wait the oldest message that is kept for them. */
export function takeKept(state: WorldState, entry: SubscriptionEntry): void {
  const index = state.kept.findIndex((message) => isFor(state, message, entry));
  const [message] = index < 0 ? [] : state.kept.splice(index, 1);
  if (!message) return;
  const { instance, element, scope, key, subscription } = entry;
  const { generation } = subscription;
  const command = { type: 'trigger-event', element, scope, key, generation, variables: message.variables } as const;
  state.inbox.push({ instance, command });
}

function isFor(state: WorldState, { name, correlation, target }: KeptMessage, entry: SubscriptionEntry): boolean {
  const { subscription } = entry;
  if (subscription.kind !== 'message') return false;
  if (target !== null) return listensAt(state, entry) === target;
  const own = subscription.correlation ?? null;
  return subscription.name === name && (own === null || correlation === null || own === correlation);
}

/** The flow node at which somebody waits: the event its key names, or the element itself. */
export function listensAt(
  { instances }: WorldState,
  { instance, element, scope, key }: SubscriptionEntry,
): string | undefined {
  const event = eventOfKey(key);
  const owner = instances.get(instance);
  if (owner?.process.nodes.has(event)) return event;
  return owner?.instance.scopes[scope]?.elements.find(({ id }) => id === element)?.element;
}
