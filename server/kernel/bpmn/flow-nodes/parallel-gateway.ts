import type { EvaluationFault } from '../../feel/expression.ts';
import type { ParallelGateway } from '../executable-process.ts';
import type { Execution } from '../execution.ts';
import type { Behaviour } from './behaviour.ts';
import { leave } from './leave.ts';

/**
 * BPMN 2.0.2, 13.4.1: fires when there is at least one token on every incoming flow, consumes one from each, and puts
 * one on every outgoing flow. Two tokens on the same flow do not make up for a missing one on another.
 */
export const parallelGateway: Behaviour<ParallelGateway> = {
  enter: (execution, _node, element) => leave(execution, element),
};

/**
 * Takes in a token that reaches a join.
 *
 * @returns true when the gateway fires now; false when the token waits for others
 */
export function tokensJoin(execution: Execution, node: ParallelGateway, scope: number, flow: string | null): boolean {
  if (node.incoming.length < 2 || flow === null) return true;
  execution.emit({ type: 'token-arrived', flow, scope });
  const { arrivals } = execution.scope(scope);
  if (!node.incoming.every((incoming) => (arrivals[incoming] ?? 0) > 0)) return false;
  execution.emit({ type: 'tokens-joined', element: node.id, flows: node.incoming, scope });
  return true;
}

/** A join of a scope at which tokens wait, and the flows they came by. */
export function waitingJoin(
  execution: Execution,
  scope: number,
): { readonly node: ParallelGateway; readonly flows: readonly string[] } | null {
  const { arrivals } = execution.scope(scope);
  for (const node of execution.process.nodes.values()) {
    const flows = node.type === 'parallelGateway' ? node.incoming.filter((flow) => (arrivals[flow] ?? 0) > 0) : [];
    if (node.type === 'parallelGateway' && flows.length > 0) return { node, flows };
  }
  return null;
}

/**
 * Why a join is stuck whose other tokens can no longer come, because nothing else is alive. Whoever resolves the
 * incident lets those that came go on.
 */
export function starved(node: ParallelGateway): EvaluationFault {
  const name = node.name || node.id;
  return {
    code: 'join-starved',
    zh: `「${name}」在等别的分支，但已经没有分支会再来。请让已到的分支继续，或中止这件事。`,
    en: `"${name}" waits for other branches, but none can come any more. Let those that came go on, or cancel.`,
  };
}
