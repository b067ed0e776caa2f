import type { IntermediateCatchEvent } from '../executable-event.ts';
import type { Behaviour } from '../execution.ts';
import { listen, stopListening } from '../listening/listen.ts';
import { listeningOf } from '../listening/listener.ts';
import { wait } from './leave.ts';
import { passOn } from './start-event.ts';
import { happens } from './trigger.ts';

/**
 * BPMN 2.0.2, 13.5.2: the token waits until the event happens; a time that has passed is due at once, and a cycle
 * without a beat is no wait. A link is where its throwing event has led to, so it is there already.
 */
export const intermediateCatchEvent: Behaviour<IntermediateCatchEvent> = {
  enter(execution, node, element, { variables }) {
    if (node.catches.every(({ kind }) => kind === 'link') || variables)
      return passOn(execution, node, element, variables);
    const fault = listen(execution, element, [{ catches: node.catches, event: null }]);
    if (fault) return fault;
    const { timers, subscriptions } = listeningOf(execution, element) ?? { timers: {}, subscriptions: {} };
    const waitsForSomething = Object.keys(timers).length + Object.keys(subscriptions).length > 0;
    return waitsForSomething ? wait(execution, element) : passOn(execution, node, element);
  },
  trigger(execution, node, element, key, variables) {
    const came = happens(execution, element, node, null, { key, variables });
    if (!came) return null;
    stopListening(execution, element);
    return passOn(execution, node, execution.now(element), came);
  },
};
