import type { FlowNode, FlowNodeType } from '../executable-process.ts';
import type { Behaviour } from './behaviour.ts';
import { boundaryEvent } from './boundary-event.ts';
import { businessRuleTask } from './business-rule-task.ts';
import { endEvent } from './end-event.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { intermediateCatchEvent } from './intermediate-catch-event.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { plainTask } from './plain-task.ts';
import { serviceTask } from './service-task.ts';
import { startEvent } from './start-event.ts';
import { userTask } from './user-task.ts';

type Register = { readonly [Type in FlowNodeType]: Behaviour<Extract<FlowNode, { type: Type }>> };

/** Every BPMN element that runs, and what it does. Total by type: a new element does not compile without its behaviour. */
const register: Register = {
  startEvent,
  endEvent,
  userTask,
  serviceTask,
  businessRuleTask,
  task: plainTask,
  exclusiveGateway,
  parallelGateway,
  intermediateCatchEvent,
  boundaryEvent,
};

/** The behaviour of a flow node. */
export function behaviourOf<Node extends FlowNode>(node: Node): Behaviour<Node> {
  // The register is keyed by the very type the node carries, which the compiler cannot follow through a union.
  return register[node.type] as unknown as Behaviour<Node>;
}
