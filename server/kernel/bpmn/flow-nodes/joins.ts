import type { EvaluationFault } from '../../feel/expression.ts';
import type { FlowNode } from '../executable-process.ts';
import type { Execution } from '../execution.ts';
import type { Scope } from '../process-instance.ts';
import { isActivity } from './activity.ts';

/**
 * Takes in a token where tokens gather before anything begins: at a parallel join, an inclusive or complex one, or an
 * activity that needs several.
 *
 * @returns true when the node is entered now; false when the token waits for others
 */
export function tokensGather(execution: Execution, node: FlowNode, scope: number, flow: string | null): boolean {
  if (flow === null) return true;
  if (isActivity(node)) return node.startQuantity < 2 || enoughTokens(execution, node.incoming, node, scope, flow);
  if (node.incoming.length < 2) return true;
  if (node.type === 'parallelGateway') return allTokens(execution, node, scope, flow);
  if (node.type !== 'inclusiveGateway' && node.type !== 'complexGateway') return true;
  execution.emit({ type: 'token-arrived', flow, scope });
  return false;
}

function allTokens(execution: Execution, node: FlowNode, scope: number, flow: string): boolean {
  execution.emit({ type: 'token-arrived', flow, scope });
  const { arrivals } = execution.scope(scope);
  if (!node.incoming.every((incoming) => (arrivals[incoming] ?? 0) > 0)) return false;
  execution.emit({ type: 'tokens-joined', element: node.id, flows: node.incoming, scope });
  return true;
}

/** BPMN 2.0.2, 13.3.2: an activity begins when as many tokens have come as it needs, by whichever flows. */
function enoughTokens(
  execution: Execution,
  incoming: readonly string[],
  node: { readonly id: string; readonly startQuantity: number },
  scope: number,
  flow: string,
): boolean {
  execution.emit({ type: 'token-arrived', flow, scope });
  const { arrivals } = execution.scope(scope);
  const come = incoming.flatMap((id) => Array.from({ length: arrivals[id] ?? 0 }, () => id));
  if (come.length < node.startQuantity) return false;
  execution.emit({ type: 'tokens-joined', element: node.id, flows: come.slice(0, node.startQuantity), scope });
  return true;
}

/** A node of a scope at which tokens wait that came by some of its flows. */
export function gatheringNode(
  execution: Execution,
  scope: Scope,
): { readonly node: FlowNode; readonly flows: readonly string[] } | null {
  const [first] = Object.keys(scope.arrivals);
  const node = execution.process.nodes.get(execution.process.flows.get(first ?? '')?.target ?? '');
  if (!node) return null;
  return { node, flows: node.incoming.filter((flow) => (scope.arrivals[flow] ?? 0) > 0) };
}

/**
 * Why a join is stuck whose other tokens can no longer come, because nothing else is alive. Whoever resolves the
 * incident lets those that came go on.
 */
export function starved(node: FlowNode): EvaluationFault {
  const name = node.name || node.id;
  return {
    code: 'join-starved',
    zh: `「${name}」在等别的分支，但已经没有分支会再来。请让已到的分支继续，或中止这件事。`,
    en: `"${name}" waits for other branches, but none can come any more. Let those that came go on, or cancel.`,
  };
}
