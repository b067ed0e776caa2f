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
