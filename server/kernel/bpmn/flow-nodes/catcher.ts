import type { BoundaryEvent, StartEvent } from '../executable-event.ts';
import type { Execution } from '../execution.ts';
import { catchKeys } from '../listening/catch-keys.ts';
import { scopeListener, type Listener } from '../listening/listener.ts';
import type { ElementInstance } from '../process-instance.ts';
import { missingParts, needsSeveral } from './gather.ts';

/** What goes outwards until somebody catches it. */
interface Thrown {
  readonly kind: 'error' | 'escalation';
  readonly code: string | null;
}

/** Who catches an error or an escalation: an event on a boundary, or at the start of an event sub-process. */
export interface Catcher {
  readonly event: BoundaryEvent | StartEvent;
  /** Which part of the event it is. */
  readonly key: string;
  readonly listener: Listener;
  /** The activity the event is on; null for an event sub-process. */
  readonly host: ElementInstance | null;
}

/**
 * The nearest that catches what an element throws, from the inside out (BPMN 2.0.2, 10.5.1, 10.5.6). A parallel multiple
 * event takes an escalation as one of its parts, once; an error cannot wait for the other parts, so it is caught where
 * they have come already.
 *
 * @param from where it comes from: an activity's own boundary is asked too
 */
export function catcherOf(execution: Execution, from: ElementInstance, thrown: Thrown): Catcher | null {
  for (let element: ElementInstance | null = from; element !== null;) {
    const onBoundary = boundaryCatcher(execution, element, thrown);
    if (onBoundary) return onBoundary;
    const inScope = scopeCatcher(execution, element.scope, thrown, element.element);
    if (inScope) return inScope;
    element = execution.host(execution.scope(element.scope));
  }
  return null;
}

function boundaryCatcher(execution: Execution, host: ElementInstance, thrown: Thrown): Catcher | null {
  if (host.iteration !== undefined) return null;
  const events = execution.process.boundaryEvents.get(host.element) ?? [];
  const found = best(execution, host, events, thrown);
  return found && { ...found, listener: host, host };
}

/** An event sub-process in the scope; what comes out of one is not caught by itself, or it would go on for ever. */
function scopeCatcher(execution: Execution, id: number, thrown: Thrown, from: string): Catcher | null {
  const scope = execution.scope(id);
  if (scope.interrupted) return null;
  const { scopes, nodes } = execution.process;
  const others = (execution.definition(scope)?.eventSubProcesses ?? []).filter((subProcess) => subProcess !== from);
  const starts = others.flatMap((subProcess) =>
    (scopes.get(subProcess)?.starts ?? []).flatMap((start) => {
      const node = nodes.get(start);
      return node?.type === 'startEvent' ? [node] : [];
    }),
  );
  const listener = scopeListener(id);
  const found = best(execution, listener, starts, thrown);
  return found && { ...found, listener, host: null };
}

/** One that names the code before one that catches all. */
function best(
  execution: Execution,
  listener: Listener,
  events: readonly (BoundaryEvent | StartEvent)[],
  thrown: Thrown,
): Pick<Catcher, 'event' | 'key'> | null {
  const found = events.flatMap((event) => {
    const keys = catchKeys(event.catches, event.id);
    const missing = needsSeveral(event) ? missingParts(execution, listener, event, event.id) : keys;
    return event.catches.flatMap((part, index) => {
      const key = keys[index] ?? '';
      if (part.kind !== thrown.kind || (part.code !== null && part.code !== thrown.code)) return [];
      const comesInTime = part.kind === 'escalation' || !needsSeveral(event) || missing.length === 1;
      return missing.includes(key) && comesInTime ? [{ event, key, isNamed: part.code !== null }] : [];
    });
  });
  return found.find(({ isNamed }) => isNamed) ?? found[0] ?? null;
}
