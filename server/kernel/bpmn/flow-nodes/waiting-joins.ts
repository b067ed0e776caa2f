import { evaluateCondition } from '../../feel/condition.ts';
import type { ComplexGateway, InclusiveGateway } from '../executable-process.ts';
import type { Execution } from '../execution.ts';
import type { ElementInstance, Scope } from '../process-instance.ts';
import { waitsForCompensation } from './intermediate-throw-event.ts';

/**
 * Looks at the inclusive and complex joins of a scope at which tokens wait, now that nothing else moves: tokens that could
 * still have come may have gone another way, or died.
 *
 * @returns true when one of them fires
 */
export function fireWaitingJoin(execution: Execution, scope: Scope): boolean {
  if (Object.keys(scope.arrivals).length === 0 && !scope.resetting) return false;
  for (const id of execution.definition(scope)?.waitingJoins ?? []) {
    const node = execution.process.nodes.get(id);
    if (node?.type === 'inclusiveGateway' && fireInclusive(execution, node, scope)) return true;
    if (node?.type === 'complexGateway' && fireComplex(execution, node, scope)) return true;
  }
  return false;
}

function come(node: InclusiveGateway | ComplexGateway, { arrivals }: Scope): readonly string[] {
  return node.incoming.filter((flow) => (arrivals[flow] ?? 0) > 0);
}

/**
 * BPMN 2.0.2, table 13.3: it fires when at least one flow has a token, and every token that can still come to a flow
 * without one, not passing the gateway, can also come to one that has a token already.
 */
function fireInclusive(execution: Execution, node: InclusiveGateway, scope: Scope): boolean {
  const supplied = come(node, scope);
  if (supplied.length === 0 || isAwaited(execution, node, scope, supplied)) return false;
  fire(execution, node, scope, supplied);
  return true;
}

/**
 * BPMN 2.0.2, 13.4.5: while it waits for its start, the activation condition decides; while it waits for its reset, it
 * takes in what the inclusive rule still expects by flows that had none in the first phase. When nothing more can come
 * it is reset all the same, and its conditions are asked.
 */
function fireComplex(execution: Execution, node: ComplexGateway, scope: Scope): boolean {
  const supplied = come(node, scope);
  const first = scope.resetting?.[node.id];
  if (first === undefined) {
    if (supplied.length === 0 || !isActivated(execution, node, scope, supplied)) return false;
    fire(execution, node, scope, supplied);
    execution.emit({ type: 'gateway-phase', element: node.id, scope: scope.id, resetting: supplied });
    return true;
  }
  if (!isResetDue(execution, node, scope, first)) return false;
  const rest = supplied.filter((flow) => !first.includes(flow));
  execution.emit({ type: 'gateway-phase', element: node.id, scope: scope.id, resetting: null });
  if (rest.length > 0 || asksInReset(execution, node)) fire(execution, node, scope, rest);
  return true;
}

function isResetDue(execution: Execution, node: ComplexGateway, scope: Scope, first: readonly string[]): boolean {
  const had = [...first, ...come(node, scope).filter((flow) => !first.includes(flow))];
  return node.incoming.every((flow) => had.includes(flow)) || !isAwaited(execution, node, scope, had);
}

/** Whether tokens may go out in the reset: by conditions that then hold, or by the default. */
function asksInReset({ process }: Execution, node: ComplexGateway): boolean {
  return node.outgoing.some((flow) => flow === node.defaultFlow || process.flows.get(flow)?.condition !== undefined);
}

/** Whether a complex gateway of a scope is to be reset and may put out tokens then: the scope is not done before. */
export function mayGoOnByReset(execution: Execution, scope: Scope): boolean {
  return Object.entries(scope.resetting ?? {}).some(([id, first]) => {
    const node = execution.process.nodes.get(id);
    return node?.type === 'complexGateway' && asksInReset(execution, node) && isResetDue(execution, node, scope, first);
  });
}

function fire(
  execution: Execution,
  node: InclusiveGateway | ComplexGateway,
  { id: scope }: Scope,
  flows: readonly string[],
): void {
  execution.emit({ type: 'tokens-joined', element: node.id, flows, scope });
  execution.schedule({ do: 'enter', element: node.id, scope, flow: null });
}

function isActivated(execution: Execution, node: ComplexGateway, scope: Scope, supplied: readonly string[]): boolean {
  if (!node.activation) return true;
  const activationCount = supplied.reduce((sum, flow) => sum + (scope.arrivals[flow] ?? 0), 0);
  const result = evaluateCondition(
    node.activation,
    execution.contextFor(execution.visible(scope.id, { activationCount })),
  );
  return result.ok && result.value;
}

/** Whether a token is alive in the scope that can come to an empty flow and could not come to a supplied one. */
function isAwaited(
  execution: Execution,
  node: InclusiveGateway | ComplexGateway,
  scope: Scope,
  supplied: readonly string[],
): boolean {
  const empty = node.incoming.filter((flow) => !supplied.includes(flow));
  const canCome = (token: string, flows: readonly string[]): boolean =>
    flows.some((flow) => node.upstream.get(flow)?.has(token));
  return tokensIn(execution, node, scope).some((token) => canCome(token, empty) && !canCome(token, supplied));
}

/** Where tokens are in a scope, by node; one inside a sub-process counts where the sub-process is. */
function tokensIn(execution: Execution, node: InclusiveGateway | ComplexGateway, scope: Scope): readonly string[] {
  const waiting = Object.keys(scope.arrivals).flatMap((flow) => {
    const target = execution.process.flows.get(flow)?.target;
    return target === undefined || target === node.id ? [] : [target];
  });
  const here = scope.elements.filter((element) => !hasGoneOn(execution, element));
  return [...here.map(({ element }) => element), ...waiting];
}

/** An event that does not wait for the compensation it throws: it stays as that in which it runs, without its token. */
function hasGoneOn(execution: Execution, { element, compensating }: ElementInstance): boolean {
  const node = compensating && execution.process.nodes.get(element);
  return node?.type === 'intermediateThrowEvent' && !waitsForCompensation(node);
}
