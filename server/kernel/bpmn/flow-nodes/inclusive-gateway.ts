import type { InclusiveGateway } from '../executable-process.ts';
import type { Behaviour } from '../execution.ts';
import { leave } from './leave.ts';

/**
 * BPMN 2.0.2, 13.4.3: a token goes on by every flow whose condition holds, else by the default. As a join it waits for
 * every token that can still come to it and could not come otherwise; that is decided when nothing else moves
 * (`waiting-joins.ts`).
 */
export const inclusiveGateway: Behaviour<InclusiveGateway> = {
  enter: (execution, _node, element) => leave(execution, element),
};
