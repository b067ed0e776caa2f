import type { Command } from '../../kernel/bpmn/commands.ts';
import type { Effect } from '../../kernel/bpmn/effects.ts';
import type { ProcessEvent } from '../../kernel/bpmn/events.ts';
import type { ExecutableProcess } from '../../kernel/bpmn/executable-process.ts';
import { eventOfKey } from '../../kernel/bpmn/listening/catch-keys.ts';
import type { Iteration, ProcessInstance, Subscription } from '../../kernel/bpmn/process-instance.ts';
import type { Instant, JsonObject } from '../../kernel/json.ts';
import { uuidv7 } from '../uuid.ts';
import type { InboxCommand } from './outgoing-commands.ts';

/** A message that an instance throws is kept so long for somebody who begins to wait for it later. */
const thrownMessageLivesMs = 7 * 86_400_000;

/** What a step changes in the rows through which instances reach each other, net. */
export interface ExchangeRows {
  readonly subscriptionsSet: readonly SubscriptionRow[];
  readonly subscriptionsGone: readonly { readonly element: number; readonly key: string }[];
  readonly callsSet: readonly { readonly element: number; readonly callee: string; readonly iteration?: number }[];
  readonly callsGone: readonly { readonly element: number }[];
  /** Of those that are gone: who is told to stop, by the id of the letter. */
  readonly callsCancelled: readonly { readonly element: number; readonly letter: string }[];
  readonly cancelCall: Command;
  /** Commands for all iterations that live in instances of their own. */
  readonly iterationsTold: readonly { readonly letter: string; readonly command: InboxCommand }[];
  readonly messages: readonly ThrownMessage[];
  readonly signals: readonly ThrownSignal[];
}

interface SubscriptionRow extends Omit<Subscription, 'holds'> {
  readonly element: number;
  readonly scope: number;
  readonly key: string;
  readonly event: string;
  readonly process: string;
}

interface ThrownMessage {
  readonly id: string;
  readonly name: string;
  readonly correlation: string | null;
  readonly target: string | null;
  readonly variables: JsonObject;
  readonly expiresAt: Instant;
}

interface ThrownSignal {
  readonly id: string;
  readonly name: string;
  readonly variables: JsonObject;
}

/** A call that a step makes, or an iteration it begins, with the id its instance will have. */
export interface NewCall extends Omit<Extract<Effect, { readonly do: 'start-call' }>, 'do' | 'process'> {
  readonly callee: string;
  /** What is called; an iteration is one of the same process. */
  readonly process: string | null;
  readonly iteration?: Iteration;
}

const cancelCall: Command = { type: 'cancel-instance', because: 'caller-cancelled', by: { system: 'operator' } };

/**
 * Folds a step's effects into the rows of messages, signals, subscriptions and calls. A call that is made and taken back
 * in one step is neither.
 *
 * @param now when a message begins to live
 * @param manifestHash of the release it now runs on
 */
export function exchangeRows(
  process: ExecutableProcess,
  stepped: {
    readonly instance: ProcessInstance;
    readonly effects: readonly Effect[];
    readonly events: readonly ProcessEvent[];
  },
  calls: readonly NewCall[],
  now: Instant,
  manifestHash: string,
): ExchangeRows {
  const { effects, events } = stepped;
  const cancelled = effects.flatMap((effect) =>
    effect.do === 'cancel-call' && !madeHere(effects, effect.element) ? [effect.element] : [],
  );
  const ended = events.flatMap((event) => (event.type === 'call-ended' ? [event.id] : []));
  const gone = [...new Set([...cancelled, ...ended])];
  return {
    ...subscriptionRows(process, stepped),
    callsSet: calls.map(({ element, callee, iteration }) => ({
      element,
      callee,
      ...(iteration ? { iteration: iteration.number } : {}),
    })),
    callsGone: gone.map((element) => ({ element })),
    callsCancelled: cancelled.map((element) => ({ element, letter: uuidv7() })),
    cancelCall,
    iterationsTold: effects.flatMap((effect) => toldToIterations(effect, manifestHash)),
    messages: effects.flatMap((effect) => thrownMessages(effect, now)),
    signals: effects.flatMap((effect) =>
      effect.do === 'broadcast-signal' ? [{ id: uuidv7(), name: effect.name, variables: effect.variables }] : [],
    ),
  };
}

/** The calls a step makes, and the iterations it begins, as far as it does not take them back. */
export function newCalls(effects: readonly Effect[]): readonly NewCall[] {
  return effects.flatMap((effect, index): readonly NewCall[] => {
    if (effect.do !== 'start-call' && effect.do !== 'start-iterations') return [];
    const { element, scope, variables } = effect;
    const isTakenBack = effects.slice(index).some((later) => later.do === 'cancel-call' && later.element === element);
    if (isTakenBack) return [];
    if (effect.do === 'start-call') return [{ element, scope, process: effect.process, variables, callee: uuidv7() }];
    return effect.iterations.map((iteration) => ({
      element,
      scope,
      process: null,
      variables,
      callee: uuidv7(),
      iteration,
    }));
  });
}

/** A call that begins and is taken back in one step has nothing to cancel; one of an earlier step has. */
function madeHere(effects: readonly Effect[], element: number): boolean {
  return effects.some((effect) => effect.do === 'start-call' && effect.element === element);
}

function toldToIterations(effect: Effect, manifestHash: string): ExchangeRows['iterationsTold'] {
  if (effect.do === 'suspend-iterations')
    return [{ letter: uuidv7(), command: { type: 'suspend', because: effect.because, by: effect.by } }];
  if (effect.do === 'resume-iterations')
    return [{ letter: uuidv7(), command: { type: 'resume', clocks: effect.clocks, by: effect.by } }];
  if (effect.do === 'migrate-iterations') {
    const { do: _, process, ...migration } = effect;
    return [{ letter: uuidv7(), command: { type: 'migrate', ...migration, onto: { process, manifestHash } } }];
  }
  return [];
}

function subscriptionRows(
  process: ExecutableProcess,
  { instance, effects }: { readonly instance: ProcessInstance; readonly effects: readonly Effect[] },
): Pick<ExchangeRows, 'subscriptionsSet' | 'subscriptionsGone'> {
  const rows = new Map<string, SubscriptionRow | { readonly element: number; readonly key: string }>();
  for (const effect of effects) {
    if (effect.do === 'close-subscription') {
      const { element, key } = effect;
      rows.set(`${element}/${key}`, { element, key });
    } else if (effect.do === 'open-subscription') {
      const { element, scope, key, subscription } = effect;
      const { kind, name, correlation = null, generation } = subscription;
      const event = listensAt(process, instance, effect);
      rows.set(`${element}/${key}`, {
        element,
        scope,
        key,
        kind,
        name,
        correlation,
        generation,
        event,
        process: process.id,
      });
    }
  }
  const all = [...rows.values()];
  return {
    subscriptionsSet: all.filter((row): row is SubscriptionRow => 'kind' in row),
    subscriptionsGone: all.filter((row) => !('kind' in row)),
  };
}

/** The flow node at which a subscription listens: the event its key names, or the element itself. */
function listensAt(
  process: ExecutableProcess,
  instance: ProcessInstance,
  { element, scope, key }: Extract<Effect, { readonly do: 'open-subscription' }>,
): string {
  const event = eventOfKey(key);
  if (process.nodes.has(event)) return event;
  return instance.scopes[scope]?.elements.find(({ id }) => id === element)?.element ?? '';
}

/** A message goes along each of its message flows by itself. */
function thrownMessages(effect: Effect, now: Instant): readonly ThrownMessage[] {
  if (effect.do !== 'publish-message') return [];
  const { name, correlation, variables, to } = effect;
  const expiresAt = new Date(Date.parse(now) + thrownMessageLivesMs).toISOString();
  const targets: readonly (string | null)[] = to.length === 0 ? [null] : to;
  return targets.map((target) => ({ id: uuidv7(), name, correlation, target, variables, expiresAt }));
}
