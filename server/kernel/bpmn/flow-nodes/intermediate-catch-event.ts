import type { IntermediateCatchEvent } from '../executable-process.ts';
import { timerDue } from '../timer-due.ts';
import { armTimer } from './arm-timer.ts';
import type { Behaviour } from './behaviour.ts';
import { leave } from './leave.ts';

/** BPMN 2.0.2, 13.5.2: the token waits until the timer is due; a time that has passed is due at once. */
export const intermediateCatchEvent: Behaviour<IntermediateCatchEvent> = {
  enter(execution, node, element) {
    const due = timerDue(execution, node.timer, execution.visible(element.scope));
    if (!due.ok) return due.fault;
    if (!due.timer) return leave(execution, element);
    armTimer(execution, element, 'timer', due.timer);
    execution.emit({ type: 'element-waiting', id: element.id, scope: element.scope });
    return null;
  },
  trigger(execution, _node, element, key) {
    execution.emit({ type: 'timer-fired', id: element.id, scope: element.scope, key });
    leave(execution, execution.element(element.scope, element.id) ?? element);
  },
};
