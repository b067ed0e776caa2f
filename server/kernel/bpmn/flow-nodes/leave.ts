import type { Execution } from '../execution.ts';
import type { ElementInstance } from '../process-instance.ts';

/** Ends an element that has done its part: from here on only its way out is left. */
export function leave(execution: Execution, element: ElementInstance): null {
  execution.emit({ type: 'element-completing', id: element.id, scope: element.scope });
  execution.schedule({ do: 'leave', element: element.id, scope: element.scope });
  return null;
}

/** Does what it is there for in its turn: tokens that were on their way before arrive first, though it may end them. */
export function actInTurn(execution: Execution, { id: element, scope }: ElementInstance): null {
  execution.schedule({ do: 'throw', element, scope });
  return null;
}

/** Waits: what happens next comes as a command. */
export function wait(execution: Execution, element: ElementInstance): null {
  execution.emit({ type: 'element-waiting', id: element.id, scope: element.scope });
  return null;
}
