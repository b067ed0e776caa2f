import type { Execution } from '../execution.ts';
import { beginActivity, isActivity, listenAtBoundary } from '../flow-nodes/activity.ts';
import { isLoopBody, listenInside, openInside } from '../flow-nodes/inside.ts';
import { wait } from '../flow-nodes/leave.ts';

/**
 * Why a token may not be put into an element by hand; null when it may. Entered is what a flow could lead to: never a start
 * or boundary event, what stands behind an event-based gateway (it is entered through the gateway), an event sub-process
 * (its event begins it) or what only compensates. Loops on the way have to be alive: an iteration is added, not opened.
 */
export function whyNotEntered(execution: Execution, element: string, within: number): string | null {
  const node = execution.process.nodes.get(element);
  if (!node) return 'unknown';
  if (node.type === 'startEvent' || node.type === 'boundaryEvent') return node.type;
  if (node.type === 'subProcess' && node.kind === 'event') return 'event-sub-process';
  if (isActivity(node) && node.forCompensation) return 'for-compensation';
  if (isAwaitedByGateway(execution, element)) return 'behind-event-gateway';
  const around = execution.scopeIfAlive(within);
  const chain = around && chainTo(execution, element, around.element);
  if (!chain) return 'not-inside';
  if (isLoopBody(execution, around)) return 'in-loop';
  for (const id of chain) {
    const opened = execution.node(id);
    if (isActivity(opened) && opened.loop) return 'in-loop';
    if (opened.type === 'subProcess' && opened.kind === 'event') return 'event-sub-process';
  }
  return null;
}

/** Events behind an event-based gateway are entered through it alone (BPMN 2.0.2, 10.6.6). */
function isAwaitedByGateway({ process }: Execution, id: string): boolean {
  const node = process.nodes.get(id);
  return (node?.incoming ?? []).some(
    (flow) => process.nodes.get(process.flows.get(flow)?.source ?? '')?.type === 'eventBasedGateway',
  );
}

/** Sub-processes between a scope and an element, the outermost first; null when the element is not inside. */
function chainTo({ process }: Execution, element: string, around: string): readonly string[] | null {
  const chain: string[] = [];
  for (let id = process.nodes.get(element)?.parent; id !== around; id = process.nodes.get(id)?.parent) {
    if (id === undefined || !process.nodes.has(id)) return null;
    chain.unshift(id);
  }
  return chain;
}

/**
 * Opens the sub-processes around an element as if they had been entered: with their input mappings, their boundary and their
 * event sub-processes, but without their starts.
 *
 * @returns the innermost scope, or null when one cannot be opened: a mapping or a time on its boundary cannot be told
 */
export function openScopes(execution: Execution, element: string, within: number): number | null {
  let scope = within;
  for (const id of chainTo(execution, element, execution.scope(within).element) ?? []) {
    const node = execution.node(id);
    if (!isActivity(node)) return null;
    const beginning = beginActivity(execution, node, execution.enter(node, { scope, flow: null }));
    if (!beginning.ok) return null;
    const { begun } = beginning;
    if (listenAtBoundary(execution, begun)) return null;
    openInside(execution, begun, { variables: begun.variables });
    wait(execution, begun);
    if (listenInside(execution, begun.id)) return null;
    scope = begun.id;
  }
  return scope;
}
