import type { Activity } from '../executable-activity.ts';
import type { Execution } from '../execution.ts';
import type { Compensable, ElementInstance } from '../process-instance.ts';

/**
 * What is kept of a completed activity so that it can be compensated (BPMN 2.0.2, 13.3.4 and 10.7): its variables as
 * they are now, and what was completed inside it.
 *
 * @returns null when nothing could compensate it
 */
export function compensableOf(execution: Execution, node: Activity, element: ElementInstance): Compensable | null {
  const inner = element.compensates?.inner ?? element.inner;
  if (handlerOf(execution, node.id) === undefined && !hasHandlerInside(execution, node.id) && !inner?.length)
    return null;
  const variables = execution.visible(element.scope, element.variables);
  return { id: element.id, element: node.id, variables, ...(inner?.length ? { inner } : {}) };
}

/** The activity that compensates another one: its compensation boundary event is associated with it. */
export function handlerOf(execution: Execution, activity: string): string | undefined {
  return execution.process.boundaryEvents
    .get(activity)
    ?.find(({ catches, handler }) => handler !== undefined && catches.some(({ kind }) => kind === 'compensation'))
    ?.handler;
}

/** The event sub-process in a sub-process that compensates it. */
export function handlerInside(
  execution: Execution,
  subProcess: string,
): { readonly id: string; readonly start: string } | null {
  const { scopes, nodes } = execution.process;
  for (const id of scopes.get(subProcess)?.eventSubProcesses ?? []) {
    const start = scopes.get(id)?.starts.find((candidate) => {
      const node = nodes.get(candidate);
      return node?.type === 'startEvent' && node.catches.some(({ kind }) => kind === 'compensation');
    });
    if (start !== undefined) return { id, start };
  }
  return null;
}

function hasHandlerInside(execution: Execution, id: string): boolean {
  return handlerInside(execution, id) !== null;
}
