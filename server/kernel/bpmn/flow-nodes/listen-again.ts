import type { BoundaryEvent, StartEvent } from '../executable-event.ts';
import type { Execution } from '../execution.ts';
import { catchKeys } from '../listening/catch-keys.ts';
import { listen } from '../listening/listen.ts';
import { listeningOf, type Listener, type Listening } from '../listening/listener.ts';
import { nextBeat } from '../timer-text.ts';
import { needsSeveral } from './gather.ts';

/**
 * What does not interrupt may happen again (BPMN 2.0.2, 13.5.3): a cycle on its next beat, anything else whenever it
 * comes.
 *
 * @param key of the part that has come
 * @param before what was listened to before it came
 */
export function listenAgain(
  execution: Execution,
  listener: Listener,
  event: BoundaryEvent | StartEvent,
  key: string,
  before: Listening | undefined,
): void {
  if (needsSeveral(event)) return listenToAllAgain(execution, listener, event, before?.subscriptions[key]?.generation);
  const at = { id: listener.id, scope: listener.scope, key };
  const timer = before?.timers[key];
  const due = timer && nextBeat(timer, execution.given.now);
  if (timer && due) execution.emit({ type: 'timer-armed', ...at, ...timer, due, generation: timer.generation + 1 });
  const subscription = before?.subscriptions[key];
  if (subscription)
    execution.emit({
      type: 'subscription-opened',
      ...at,
      subscription: {
        ...subscription,
        generation: subscription.generation + 1,
        ...(subscription.kind === 'conditional' ? { holds: true } : {}),
      },
    });
}

/**
 * All parts of a parallel multiple event must come anew. A time comes once, so one with a timer is over.
 *
 * @param last generation under which the last part was listened to; none for an escalation, which nobody listens to
 */
function listenToAllAgain(
  execution: Execution,
  listener: Listener,
  { id: event, catches }: BoundaryEvent | StartEvent,
  last: number | undefined,
): void {
  if (catches.some(({ kind }) => kind === 'timer')) return;
  const { id, scope } = listener;
  const { rounds = {}, element = null } = listeningOf(execution, listener) ?? {};
  const round = last ?? (rounds[event] ?? 0) + 1;
  execution.emit({ type: 'events-gathered', id, scope, key: event, round });
  const fault = listen(execution, listener, [{ catches, event }], round + 1);
  if (element) execution.stick(element, fault);
  const keys = catchKeys(catches, event);
  for (const [index, { kind }] of catches.entries())
    if (kind === 'conditional' && !fault)
      execution.emit({ type: 'condition-changed', id, scope, key: keys[index] ?? '', holds: true });
}
