import type { ParallelGateway } from '../executable-process.ts';
import type { Behaviour } from '../execution.ts';
import { leave } from './leave.ts';

/**
 * BPMN 2.0.2, 13.4.1: fires when there is at least one token on every incoming flow, consumes one from each, and puts
 * one on every outgoing flow. Two tokens on the same flow do not make up for a missing one on another (`joins.ts`).
 */
export const parallelGateway: Behaviour<ParallelGateway> = {
  enter: (execution, _node, element) => leave(execution, element),
};
