import type { StartEvent } from '../executable-process.ts';
import type { Behaviour } from './behaviour.ts';
import { leave } from './leave.ts';

/** BPMN 2.0.2, 13.5.1: a none start event passes the token on. */
export const startEvent: Behaviour<StartEvent> = {
  enter: (execution, _node, element) => leave(execution, element),
};
