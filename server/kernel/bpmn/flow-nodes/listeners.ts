import type { Execution } from '../execution.ts';
import { scopeListener, type Listener } from '../listening/listener.ts';
import { hasInside } from './inside.ts';

/** Everybody in a scope and inside it who may listen, from the outside in. */
export function* listeners(execution: Execution, scope: number): Generator<Listener> {
  yield scopeListener(scope);
  for (const element of execution.scope(scope).elements) {
    yield element;
    if (hasInside(execution, element) && execution.scopeIfAlive(element.id)) yield* listeners(execution, element.id);
  }
}
