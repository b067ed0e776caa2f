import type { EndEvent } from '../executable-process.ts';
import type { Behaviour } from './behaviour.ts';
import { leave } from './leave.ts';

/** BPMN 2.0.2, 13.5.6: a none end event consumes the token; `step` ends the scope when it was the last one. */
export const endEvent: Behaviour<EndEvent> = {
  enter: (execution, _node, element) => leave(execution, element),
};
