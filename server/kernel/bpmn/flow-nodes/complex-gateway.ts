import type { ComplexGateway } from '../executable-process.ts';
import type { Behaviour } from '../execution.ts';
import { leave } from './leave.ts';

/**
 * BPMN 2.0.2, 13.4.5: activated when its condition over the tokens that have come holds, and reset when those have come
 * that are still expected. In both phases tokens go out as its conditions say, which may ask `waitingForStart`; a reset
 * without any of them puts out none. When it is activated and reset is decided in `waiting-joins.ts`.
 */
export const complexGateway: Behaviour<ComplexGateway> = {
  enter(execution, node, element) {
    const resetting = execution.scope(element.scope).resetting?.[node.id];
    execution.setLocal(element, { waitingForStart: resetting !== undefined || node.incoming.length < 2 });
    return leave(execution, execution.now(element));
  },
};
