import type { Execution } from '../execution.ts';
import type { Compensable, ElementInstance, Scope } from '../process-instance.ts';
import { handlerInside, handlerOf } from './compensable.ts';
import { closeInside, openInside } from './inside.ts';

/**
 * Begins to compensate (BPMN 2.0.2, 13.5.5): the completed activities that are meant are undone one after the other,
 * the last one first, inside the element that asks for it.
 *
 * @param element the throwing event, or the end event of a transaction that was cancelled
 * @param activity the activity that is meant; null: everything completed in the scope
 * @returns false when there is nothing to undo
 */
export function beginCompensation(execution: Execution, element: ElementInstance, activity: string | null): boolean {
  const found = recordsFor(execution, element.scope, activity);
  if (found.length === 0) return false;
  for (const { scope, records } of found)
    execution.emit({ type: 'compensation-begun', scope, ids: records.map(({ id }) => id) });
  undo(
    execution,
    element,
    found.flatMap(({ records }) => records),
  );
  return true;
}

/** Undoes what was completed inside a sub-process, inside its element that was entered for it. */
function undo(execution: Execution, element: ElementInstance, records: readonly Compensable[]): void {
  setCompensating(execution, element, records);
  openInside(execution, element, { variables: {} });
  undoNext(execution, execution.now(element));
}

/**
 * Begins the next compensation that is left.
 *
 * @returns false when none is left; then the inside is closed
 */
export function undoNext(execution: Execution, element: ElementInstance): boolean {
  const left = element.compensating ?? [];
  const next = left.at(-1);
  if (next === undefined) {
    closeInside(execution, element.id);
    return false;
  }
  const handler = handlerOf(execution, next.element);
  const isLoop = next.inner?.some(({ element: inner }) => inner === next.element) === true;
  if (isLoop) {
    setCompensating(execution, element, [...left.slice(0, -1), ...(next.inner ?? [])]);
    return undoNext(execution, execution.now(element));
  }
  // The event sub-process inside sees what was done; the handler on the boundary undoes it as a whole, afterwards.
  const bothWays = handler !== undefined && handlerInside(execution, next.element) !== null && !next.insideDone;
  setCompensating(execution, element, [
    ...left.slice(0, -1),
    ...(bothWays ? [{ ...next, insideDone: true as const }] : []),
  ]);
  const node = bothWays ? next.element : (handler ?? next.element);
  execution.schedule({ do: 'enter', element: node, scope: element.id, flow: null, compensates: next });
  return true;
}

function setCompensating(
  execution: Execution,
  { id, scope }: ElementInstance,
  compensating: readonly Compensable[],
): void {
  execution.emit({ type: 'compensating-changed', id, scope, compensating });
}

interface Found {
  readonly scope: number;
  readonly records: readonly Compensable[];
}

/** In the scope itself; from inside an event sub-process also in the scope that one is in (10.7). */
function recordsFor(execution: Execution, from: number, activity: string | null): readonly Found[] {
  const found: Found[] = [];
  for (let scope: Scope | null = execution.scope(from); scope !== null; scope = enclosing(execution, scope)) {
    const records = (scope.compensable ?? []).filter(({ element }) => activity === null || element === activity);
    if (records.length > 0) found.unshift({ scope: scope.id, records });
    if (activity !== null && records.length > 0) break;
  }
  return found;
}

function enclosing(execution: Execution, scope: Scope): Scope | null {
  const node = execution.process.nodes.get(scope.element);
  const isEventSubProcess = node?.type === 'subProcess' && node.kind === 'event';
  return isEventSubProcess && scope.parent !== null ? execution.scope(scope.parent) : null;
}

/** How a sub-process is compensated that has no handler of its own: by the event sub-process in it, or from inside. */
export function compensateInside(execution: Execution, element: ElementInstance, record: Compensable): void {
  const handler = handlerInside(execution, element.element);
  if (!handler) return undo(execution, element, record.inner ?? []);
  setCompensating(execution, element, []);
  openInside(execution, element, {
    variables: record.variables,
    closed: true,
    ...(record.inner ? { compensable: record.inner } : {}),
  });
  const { id, start } = handler;
  execution.schedule({ do: 'enter', element: id, scope: element.id, flow: null, start });
}
