import type { ElementInstance, Incident } from '../bpmn/process-instance.ts';
import type { WorldInstance } from './world-state.ts';

/** An element instance that is stuck. */
export interface StuckElement extends ElementInstance {
  readonly incident: Incident;
}

/** The element instances that are alive in an instance. */
export function aliveIn({ instance }: WorldInstance): readonly ElementInstance[] {
  return Object.values(instance.scopes).flatMap((scope) => scope.elements);
}

/** Those of them that are stuck. */
export function stuckIn(instance: WorldInstance): readonly StuckElement[] {
  return aliveIn(instance).flatMap((element) => (element.incident ? [{ ...element, incident: element.incident }] : []));
}
