import type { ElementInstance } from './process-instance.ts';
import type { ProcessEvent } from './events.ts';

type State = ElementInstance['state'];

/**
 * The life of an element instance as a table: which events may happen to it in which state, and what state follows.
 * `apply` refuses anything else, so a behaviour that forgets a step fails at once instead of leaving a lost token.
 */
export const lifecycle: {
  readonly [event in ElementEvent['type']]: { readonly from: readonly State[]; readonly to: State | 'gone' };
} = {
  'element-waiting': { from: ['entering'], to: 'waiting' },
  'element-completing': { from: ['entering', 'waiting'], to: 'completing' },
  'element-left': { from: ['completing'], to: 'gone' },
  'element-cancelled': { from: ['entering', 'waiting', 'completing'], to: 'gone' },
};

/** The events that move an element instance through its life. */
export type ElementEvent = Extract<
  ProcessEvent,
  { readonly type: 'element-waiting' | 'element-completing' | 'element-left' | 'element-cancelled' }
>;

/**
 * The state an element instance has after an event.
 *
 * @throws Error when the event is not legal in the present state: a bug of the engine, never of a model
 */
export function nextState(element: ElementInstance, event: ElementEvent): State | 'gone' {
  const row = lifecycle[event.type];
  if (!row.from.includes(element.state)) {
    throw new Error(
      `${event.type} is not legal for element instance ${element.id} (${element.element}) in state ${element.state}`,
    );
  }
  return row.to;
}
