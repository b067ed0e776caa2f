import type { Command, Modification, Rejection } from '../commands.ts';
import type { Execution } from '../execution.ts';
import { isActivity, listenAtBoundary } from '../flow-nodes/activity.ts';
import { cancelElement } from '../flow-nodes/cancel.ts';
import { isLoopBody, listenInside, openInside } from '../flow-nodes/inside.ts';
import { wait } from '../flow-nodes/leave.ts';
import { resumeLoop } from '../flow-nodes/loop.ts';
import { beginIterations } from '../flow-nodes/spread-loop.ts';
import type { ElementInstance } from '../process-instance.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/**
 * Moves tokens by hand: what is named is taken away, tokens are put where they are wanted, iterations added or removed.
 * All of it or nothing. Scopes around what is activated are opened as if they had been entered, without their starts.
 */
export function modify(execution: Execution, { changes, by }: Of<'modify'>): Rejection | null {
  const refused = changes.map((change) => refusal(execution, change)).find((found) => found !== null);
  if (refused) return refused;
  execution.emit({ type: 'instance-modified', by });
  for (const change of changes) carryOut(execution, change, by);
  return null;
}

/** What may be entered: a node of the normal flow or an activity; never a start, boundary or following event by itself. */
function refusal(execution: Execution, change: Modification): Rejection | null {
  if (change.do === 'activate') {
    const node = execution.process.nodes.get(change.element);
    const enterable =
      node &&
      node.type !== 'startEvent' &&
      node.type !== 'boundaryEvent' &&
      !isAwaitedByGateway(execution, change.element);
    const within = change.within ?? 0;
    const around = execution.scopeIfAlive(within);
    const chain = around && !isLoopBody(execution, around) ? chainTo(execution, change.element, around.element) : null;
    return enterable && chain && !chain.some((id) => isLoop(execution, id))
      ? null
      : { code: 'cannot-activate', details: { element: change.element } };
  }
  const element = execution.element(change.scope, change.element);
  if (!element) return { code: 'unknown-element', details: { element: change.element } };
  const node = execution.node(element.element);
  if (change.do === 'add-iteration') {
    const isParallel = isActivity(node) && node.loop?.kind === 'multiple' && !node.loop.sequential && element.loop;
    return isParallel ? null : { code: 'cannot-activate', details: { element: node.id } };
  }
  return change.do === 'remove-iteration' && element.iteration === undefined
    ? { code: 'unknown-element', details: { element: change.element } }
    : null;
}

function isLoop({ process }: Execution, id: string): boolean {
  const node = process.nodes.get(id);
  return node !== undefined && isActivity(node) && node.loop !== undefined;
}

/** Events behind an event-based gateway are entered through it alone. */
function isAwaitedByGateway({ process }: Execution, id: string): boolean {
  const node = process.nodes.get(id);
  return (node?.incoming ?? []).some(
    (flow) => process.nodes.get(process.flows.get(flow)?.source ?? '')?.type === 'eventBasedGateway',
  );
}

function carryOut(execution: Execution, change: Modification, by: Of<'modify'>['by']): void {
  switch (change.do) {
    case 'cancel': {
      const element = execution.element(change.scope, change.element);
      if (element) cancelElement(execution, element, by);
      return;
    }
    case 'activate': {
      const { element, within = 0, variables } = change;
      const scope = openScopes(execution, element, within);
      if (variables) execution.emit({ type: 'variables-set', scope, values: variables });
      return execution.schedule({ do: 'enter', element, scope, flow: null });
    }
    case 'add-iteration': {
      const element = execution.element(change.scope, change.element);
      if (element?.loop) addIteration(execution, change, element.id, element.element);
      return;
    }
    case 'remove-iteration':
      return removeIteration(execution, change, by);
  }
}

type OnElement = Extract<Modification, { readonly scope: number }>;

function addIteration(
  execution: Execution,
  change: Extract<OnElement, { do: 'add-iteration' }>,
  id: number,
  node: string,
): void {
  const { loop } = execution.now({ id, scope: change.scope } as Parameters<Execution['now']>[0]);
  if (!loop) return;
  const total = (loop.total ?? 0) + 1;
  const grown = {
    ...loop,
    total,
    next: total + 1,
    ...(loop.items ? { items: [...loop.items, change.item ?? null] } : {}),
    ...(loop.results ? { results: [...loop.results, null] } : {}),
  };
  execution.emit({ type: 'loop-changed', id, scope: change.scope, loop: grown });
  const activity = execution.node(node);
  if (loop.spread && isActivity(activity))
    return beginIterations(execution, activity, execution.now({ id, scope: change.scope } as ElementInstance), {
      first: total,
      count: 1,
      ...(activity.loop?.kind === 'multiple' && activity.loop.collection ? { items: [change.item ?? null] } : {}),
    });
  execution.schedule({ do: 'enter', element: node, scope: id, flow: null, iteration: total });
}

function removeIteration(execution: Execution, change: OnElement, by: Of<'modify'>['by']): void {
  const iteration = execution.element(change.scope, change.element);
  const body = iteration && execution.host(execution.scope(iteration.scope));
  if (!iteration || !body?.loop) return;
  cancelElement(execution, iteration, by);
  const loop = { ...body.loop, terminated: body.loop.terminated + 1 };
  execution.emit({ type: 'loop-changed', id: body.id, scope: body.scope, loop });
  // A sequential loop begins the next one.
  const node = execution.node(body.element);
  if (isActivity(node)) execution.stick(body, resumeLoop(execution, node, execution.now(body)));
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

function openScopes(execution: Execution, element: string, within: number): number {
  let scope = within;
  for (const id of chainTo(execution, element, execution.scope(within).element) ?? []) {
    const node = execution.node(id);
    const opened = execution.enter(node, { scope, flow: null });
    listenAtBoundary(execution, opened);
    openInside(execution, opened, { variables: {} });
    wait(execution, opened);
    listenInside(execution, opened.id);
    scope = opened.id;
  }
  return scope;
}
