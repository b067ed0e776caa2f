import type { BoundaryEvent } from '../executable-process.ts';
import type { Behaviour } from './behaviour.ts';
import { leave } from './leave.ts';

/** BPMN 2.0.2, 13.5.3: once triggered, a boundary event passes a token on like any caught event. */
export const boundaryEvent: Behaviour<BoundaryEvent> = {
  enter: (execution, _node, element) => leave(execution, element),
};
