import type { EvaluationFault } from '../../feel/expression.ts';
import type { Json } from '../../json.ts';
import type { Catch } from '../executable-event.ts';
import type { Execution } from '../execution.ts';
import type { ArmedTimer, Subscription } from '../process-instance.ts';
import { timerDue } from '../timer-due.ts';
import { catchKeys } from './catch-keys.ts';
import { listeningOf, seenBy, type Listener } from './listener.ts';

/** An event to listen to: its parts, and its id unless it is the listener's own. */
export interface Listened {
  readonly catches: readonly Catch[];
  readonly event: string | null;
}

type Prepared = { readonly key: string } & ({ readonly timer: ArmedTimer } | { readonly subscription: Subscription });

/**
 * Begins to listen: timers are armed, subscriptions opened (BPMN 2.0.2, 13.5). Nothing is opened when anything is wrong:
 * an incident that is resolved begins again, and what was armed before would happen twice. Errors, escalations, links,
 * cancellations and compensations are not listened to; whoever throws one looks for who catches it.
 *
 * @param generation of what is opened; more than 1 where it was listened to before
 * @returns the fault of a time or a correlation that cannot be told
 */
export function listen(
  execution: Execution,
  listener: Listener,
  events: readonly Listened[],
  generation = 1,
): EvaluationFault | null {
  const prepared: Prepared[] = [];
  for (const { catches, event } of events) {
    const keys = catchKeys(catches, event);
    for (const [index, part] of catches.entries()) {
      const ready = prepare(execution, listener, part, keys[index] ?? '');
      if (ready && 'code' in ready) return ready;
      if (ready) prepared.push(ready);
    }
  }
  for (const ready of prepared) open(execution, listener, ready, generation);
  return null;
}

function prepare(
  execution: Execution,
  listener: Listener,
  part: Catch,
  key: string,
): Prepared | EvaluationFault | null {
  switch (part.kind) {
    case 'timer': {
      const due = timerDue(execution, part.timer, seenBy(execution, listener));
      if (!due.ok) return due.fault;
      return due.timer && { key, timer: due.timer };
    }
    case 'message': {
      const { name, correlation } = part.message;
      if (!correlation) return subscribed(key, { kind: 'message', name, correlation: null });
      const result = execution.evaluate(correlation, seenBy(execution, listener));
      if (!result.ok) return result.fault;
      const value = correlationText(result.value);
      return value === null
        ? uncorrelated(name, correlation.source)
        : subscribed(key, { kind: 'message', name, correlation: value });
    }
    case 'signal':
      return subscribed(key, { kind: 'signal', name: part.signal });
    case 'conditional':
      return subscribed(key, { kind: 'conditional', name: '', holds: false });
    case 'none':
      return subscribed(key, { kind: 'none', name: '' });
    case 'clock': // armed by the clock whenever it moves
    case 'error':
    case 'escalation':
    case 'link':
    case 'cancel':
    case 'compensation':
      return null;
  }
}

function subscribed(key: string, subscription: Omit<Subscription, 'generation'>): Prepared {
  return { key, subscription: { ...subscription, generation: 1 } };
}

/** A message is found by text or number; anything else is nothing to be found by. */
export function correlationText(value: Json): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

function uncorrelated(message: string, source: string): EvaluationFault {
  return {
    code: 'correlation-empty',
    zh: `消息「${message}」靠「${source}」找到这件事，但它没有值。请先给它一个文字或数字。`,
    en: `The message "${message}" is correlated by "${source}", which has no value. Give it a text or a number first.`,
  };
}

function open(execution: Execution, listener: Listener, ready: Prepared, generation: number): void {
  const at = { id: listener.id, scope: listener.scope, key: ready.key };
  if ('timer' in ready) return execution.emit({ type: 'timer-armed', ...at, ...ready.timer });
  execution.emit({ type: 'subscription-opened', ...at, subscription: { ...ready.subscription, generation } });
  // A condition that holds already happens as soon as the step looks at conditions again.
  if (ready.subscription.kind === 'conditional') execution.changed.add(listener.scope);
}

/** Ends listening, in the order of the keys: stored JSON does not keep the order in which things were opened. */
export function stopListening(
  execution: Execution,
  listener: Listener,
  only: (key: string) => boolean = () => true,
): void {
  const listening = listeningOf(execution, listener);
  const at = { id: listener.id, scope: listener.scope };
  for (const key of Object.keys(listening?.timers ?? {})
    .filter(only)
    .toSorted())
    execution.emit({ type: 'timer-disarmed', ...at, key });
  for (const key of Object.keys(listening?.subscriptions ?? {})
    .filter(only)
    .toSorted())
    execution.emit({ type: 'subscription-closed', ...at, key });
}
