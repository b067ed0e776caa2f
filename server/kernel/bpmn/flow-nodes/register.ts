import type { FlowNode, FlowNodeType } from '../executable-process.ts';
import type { Behaviour } from '../execution.ts';
import { businessRuleTask } from './business-rule-task.ts';
import { callActivity } from './call-activity.ts';
import { complexGateway } from './complex-gateway.ts';
import { endEvent } from './end-event.ts';
import { eventBasedGateway } from './event-based-gateway.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { inclusiveGateway } from './inclusive-gateway.ts';
import { intermediateCatchEvent } from './intermediate-catch-event.ts';
import { intermediateThrowEvent } from './intermediate-throw-event.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { plainTask } from './plain-task.ts';
import { receiveTask } from './receive-task.ts';
import { scriptTask } from './script-task.ts';
import { sendTask } from './send-task.ts';
import { serviceTask } from './service-task.ts';
import { boundaryEvent, startEvent } from './start-event.ts';
import { subProcess } from './sub-process.ts';
import { userTask } from './user-task.ts';

type Register = { readonly [Type in FlowNodeType]: Behaviour<Extract<FlowNode, { type: Type }>> };

/** Every BPMN element that runs, and what it does. Total by type: a new element does not compile without its behaviour. */
const register: Register = {
  startEvent,
  endEvent,
  intermediateCatchEvent,
  intermediateThrowEvent,
  boundaryEvent,
  userTask,
  serviceTask,
  businessRuleTask,
  scriptTask,
  sendTask,
  receiveTask,
  task: plainTask,
  callActivity,
  subProcess,
  exclusiveGateway,
  parallelGateway,
  inclusiveGateway,
  complexGateway,
  eventBasedGateway,
};

/** The behaviour of a flow node. */
export function behaviourOf<Node extends FlowNode>(node: Node): Behaviour<Node> {
  // The register is keyed by the very type the node carries, which the compiler cannot follow through a union.
  return register[node.type] as unknown as Behaviour<Node>;
}
