import type { ExclusiveGateway } from '../executable-process.ts';
import type { Behaviour } from '../execution.ts';
import { leave } from './leave.ts';

/**
 * BPMN 2.0.2, 13.4.2: each arriving token passes at once, by the first outgoing flow whose condition holds, else by the
 * default flow. The choice itself is made in `sequence-flows.ts`; no way out leaves the token here as an incident.
 */
export const exclusiveGateway: Behaviour<ExclusiveGateway> = {
  enter: (execution, _node, element) => leave(execution, element),
};
