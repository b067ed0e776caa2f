import type { EvaluationFault } from '../../feel/expression.ts';
import type { JsonObject } from '../../json.ts';
import type { Execution } from '../execution.ts';
import { listen, stopListening } from '../listening/listen.ts';
import { scopeListener } from '../listening/listener.ts';
import type { Compensable, ElementInstance, Scope } from '../process-instance.ts';

/** How the inside of an element begins. */
interface Opening {
  readonly variables: JsonObject;
  /** Sees and sets nothing outside. */
  readonly closed?: true;
  /** Sets nothing outside. */
  readonly sealed?: true;
  readonly compensable?: readonly Compensable[];
}

/** Opens the inside of an element: a scope with the element's own id. */
export function openInside(execution: Execution, element: ElementInstance, opening: Opening): void {
  const { id, scope: parent } = element;
  execution.emit({ type: 'scope-opened', id, parent, element: element.element, ...opening });
}

/** What event sub-processes of a scope wait for is listened to as long as the scope is alive (BPMN 2.0.2, 13.5.4). */
export function listenInside(execution: Execution, scope: number): EvaluationFault | null {
  const events = eventSubProcessStarts(execution, scope);
  return events.length === 0 ? null : listen(execution, scopeListener(scope), events);
}

function eventSubProcessStarts(execution: Execution, scope: number) {
  const { scopes, nodes } = execution.process;
  const definition = execution.definition(execution.scope(scope));
  return (definition?.eventSubProcesses ?? []).flatMap((id) =>
    (scopes.get(id)?.starts ?? []).flatMap((start) => {
      const node = nodes.get(start);
      return node?.type === 'startEvent' ? [{ event: start, catches: node.catches }] : [];
    }),
  );
}

/** Puts a token where a scope begins by itself. */
export function startInside(execution: Execution, scope: number, starts: readonly string[]): void {
  for (const start of starts) execution.schedule({ do: 'enter', element: start, scope, flow: null });
}

/** Whether an element has an inside that is open: a sub-process, a loop, a compensation. */
export function hasInside(execution: Execution, element: ElementInstance): boolean {
  if (element.loop !== undefined || element.compensating !== undefined) return true;
  return execution.node(element.element).type === 'subProcess' && element.state === 'waiting';
}

/** Closes a scope in which nothing goes on any more. */
export function closeInside(execution: Execution, scope: number): void {
  stopListening(execution, scopeListener(scope));
  execution.emit({ type: 'scope-closed', scope });
}

/** Whether only iterations may be in a scope: the body of a loop, or what is around a single iteration. */
export function isLoopBody(execution: Execution, scope: Scope): boolean {
  const isAlone = scope.parent === null && execution.instance.iteration !== undefined;
  return isAlone || execution.host(scope)?.loop !== undefined;
}
