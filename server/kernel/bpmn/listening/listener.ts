import type { JsonObject } from '../../json.ts';
import type { Execution } from '../execution.ts';
import type { ArmedTimer, ElementInstance, Subscription } from '../process-instance.ts';

/** Who listens: an element instance, or (with its own id) a scope for its event sub-processes. */
export interface Listener {
  readonly id: number;
  readonly scope: number;
}

/** What a listener has armed and opened, as it is now; undefined when it has gone. */
export interface Listening {
  readonly timers: { readonly [key: string]: ArmedTimer };
  readonly subscriptions: { readonly [key: string]: Subscription };
  readonly heard: readonly string[];
  readonly came: { readonly [event: string]: JsonObject };
  readonly rounds: { readonly [event: string]: number };
  /** The element instance, or null when a scope listens. */
  readonly element: ElementInstance | null;
}

/** The listener a scope is for its event sub-processes. */
export function scopeListener(scope: number): Listener {
  return { id: scope, scope };
}

/** What is listened to. */
export function listeningOf(execution: Execution, { id, scope }: Listener): Listening | undefined {
  const element = id === scope ? null : execution.element(scope, id);
  const of = element === null ? execution.scopeIfAlive(scope) : element;
  if (element === undefined || of === undefined) return undefined;
  return {
    timers: of.timers ?? {},
    subscriptions: of.subscriptions ?? {},
    heard: of.heard ?? [],
    came: of.came ?? {},
    rounds: of.rounds ?? {},
    element,
  };
}

/** The variables a listener sees. */
export function seenBy(execution: Execution, listener: Listener): JsonObject {
  const own = listener.id === listener.scope ? undefined : execution.element(listener.scope, listener.id)?.variables;
  return execution.visible(listener.scope, own);
}
