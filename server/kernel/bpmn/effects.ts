import type { Instant, JsonObject } from '../json.ts';
import type { Actor, CallOutcome } from './commands.ts';
import type { ProcessEvent } from './events.ts';
import type { Incident, Position, Subscription } from './process-instance.ts';

/**
 * What the world must now hold for the instance: each becomes a row in the same commit, and workers act on the row
 * afterwards. An effect is always the consequence of an event, so there is none without its line in the history.
 */
export type Effect =
  | {
      readonly do: 'create-job';
      readonly element: number;
      readonly scope: number;
      readonly job: number;
      readonly jobType: string;
      readonly retries: number;
      readonly headers: JsonObject;
    }
  | { readonly do: 'cancel-job'; readonly element: number }
  | {
      readonly do: 'arm-timer';
      readonly element: number;
      readonly scope: number;
      readonly key: string;
      readonly due: Instant;
      readonly generation: number;
    }
  | { readonly do: 'disarm-timer'; readonly element: number; readonly key: string }
  | {
      readonly do: 'open-subscription';
      readonly element: number;
      readonly scope: number;
      readonly key: string;
      readonly subscription: Subscription;
    }
  | { readonly do: 'close-subscription'; readonly element: number; readonly key: string }
  /** Goes to one instance that waits for it, or begins one; it may wait for either. */
  | {
      readonly do: 'publish-message';
      readonly element: string;
      readonly name: string;
      readonly correlation: string | null;
      readonly variables: JsonObject;
      readonly to: readonly string[];
    }
  /** Goes to every other instance that waits for it now, and begins new ones; within the instance it has arrived. */
  | { readonly do: 'broadcast-signal'; readonly name: string; readonly variables: JsonObject }
  | {
      readonly do: 'start-call';
      readonly element: number;
      readonly scope: number;
      readonly process: string;
      readonly variables: JsonObject;
    }
  | { readonly do: 'cancel-call'; readonly element: number }
  | { readonly do: 'answer-call'; readonly outcome: CallOutcome }
  | {
      readonly do: 'create-user-task';
      readonly task: number;
      readonly scope: number;
      readonly element: string;
      readonly asked: Position;
      readonly position: Position;
    }
  | { readonly do: 'reassign-user-task'; readonly task: number; readonly position: Position }
  | {
      readonly do: 'set-user-task-clock';
      readonly task: number;
      readonly limit: string;
      readonly dueAt: Instant;
      readonly yellowAt: Instant;
      readonly light: 'green' | 'yellow' | 'red';
    }
  | { readonly do: 'set-user-task-light'; readonly task: number; readonly light: 'yellow' | 'red' }
  | {
      readonly do: 'close-user-task';
      readonly task: number;
      readonly reason: 'completed' | 'cancelled';
      readonly by: Actor | null;
    }
  | { readonly do: 'start-ladder'; readonly task: number; readonly scope: number; readonly ladder: string }
  | { readonly do: 'end-companions'; readonly task: number | null }
  | { readonly do: 'raise-incident'; readonly element: number; readonly scope: number; readonly incident: Incident }
  | { readonly do: 'clear-incident'; readonly element: number }
  | { readonly do: 'continue' };

/**
 * The effects that follow from one event. Total by type: a new event does not compile until it says what follows.
 *
 * @param event one event of a step, in order
 * @returns the rows to write or remove, in order; often none
 */
export function effectsOf(event: ProcessEvent): readonly Effect[] {
  switch (event.type) {
    case 'job-created':
    case 'job-completed':
    case 'job-cancelled':
      return [jobEffect(event)];
    case 'timer-armed':
    case 'timer-disarmed':
    case 'timer-fired':
      return [timerEffect(event)];
    case 'subscription-opened': {
      const { id: element, scope, key, subscription } = event;
      return isHeardFromOutside(subscription) ? [{ do: 'open-subscription', element, scope, key, subscription }] : [];
    }
    case 'subscription-closed':
    case 'event-triggered':
      return [{ do: 'close-subscription', element: event.id, key: event.key }];
    case 'message-thrown':
    case 'signal-thrown':
      return [thrownEffect(event)];
    case 'process-called': {
      const { id: element, scope, process, variables } = event;
      return [{ do: 'start-call', element, scope, process, variables }];
    }
    case 'call-cancelled':
      return [{ do: 'cancel-call', element: event.id }];
    case 'error-thrown':
    case 'escalation-thrown':
      return event.caughtBy === 'caller' ? [{ do: 'answer-call', outcome: outcomeOf(event) }] : [];
    case 'user-task-created':
    case 'user-task-reassigned':
    case 'user-task-completed':
    case 'user-task-cancelled':
    case 'clock-started':
    case 'light-changed':
      return userTaskEffects(event);
    case 'ladder-started':
      return [{ do: 'start-ladder', task: event.id, scope: event.scope, ladder: event.ladder }];
    case 'incident-raised':
      return [{ do: 'raise-incident', element: event.id, scope: event.scope, incident: event.incident }];
    case 'incident-resolved':
      return [{ do: 'clear-incident', element: event.id }];
    case 'slice-ended':
      return [{ do: 'continue' }];
    case 'instance-completed':
      return [
        ...(event.variables ? [answerOf({ kind: 'completed', variables: event.variables })] : []),
        { do: 'end-companions', task: null },
      ];
    case 'instance-cancelled':
      return [{ do: 'end-companions', task: null }];
    case 'instance-created':
    case 'instance-suspended':
    case 'instance-resumed':
    case 'instance-modified':
    case 'instance-migrated':
    case 'element-entered':
    case 'element-waiting':
    case 'element-completing':
    case 'element-left':
    case 'element-cancelled':
    case 'scope-opened':
    case 'scope-closed':
    case 'scope-interrupted':
    case 'gateway-phase':
    case 'event-heard':
    case 'condition-changed':
    case 'loop-changed':
    case 'activity-done':
    case 'inside-kept':
    case 'compensable-recorded':
    case 'compensation-begun':
    case 'compensating-changed':
    case 'call-ended':
    case 'sequence-flow-taken':
    case 'token-arrived':
    case 'tokens-joined':
    case 'variables-set':
    case 'decision-evaluated':
    case 'slice-continued':
      return [];
  }
}

/** Conditions are watched by the kernel itself; what nobody defined happens only when somebody says so. */
function isHeardFromOutside({ kind }: Subscription): boolean {
  return kind === 'message' || kind === 'signal';
}

function answerOf(outcome: CallOutcome): Effect {
  return { do: 'answer-call', outcome };
}

function outcomeOf(event: Of<'error-thrown' | 'escalation-thrown'>): CallOutcome {
  const { code, variables = {} } = event;
  return { kind: event.type === 'error-thrown' ? 'error' : 'escalation', code, variables };
}

function thrownEffect(event: Of<'message-thrown' | 'signal-thrown'>): Effect {
  const { name, variables } = event;
  if (event.type === 'signal-thrown') return { do: 'broadcast-signal', name, variables };
  const { element, correlation, to } = event;
  return { do: 'publish-message', element, name, correlation, variables, to };
}

type Of<Type extends ProcessEvent['type']> = Extract<ProcessEvent, { readonly type: Type }>;

function jobEffect(event: Of<'job-created' | 'job-completed' | 'job-cancelled'>): Effect {
  if (event.type !== 'job-created') return { do: 'cancel-job', element: event.id };
  const { id: element, scope, job, jobType, retries, headers } = event;
  return { do: 'create-job', element, scope, job, jobType, retries, headers };
}

function timerEffect(event: Of<'timer-armed' | 'timer-disarmed' | 'timer-fired'>): Effect {
  if (event.type !== 'timer-armed') return { do: 'disarm-timer', element: event.id, key: event.key };
  const { id: element, scope, key, due, generation } = event;
  return { do: 'arm-timer', element, scope, key, due, generation };
}

type UserTaskEvent = Of<
  | 'user-task-created'
  | 'user-task-reassigned'
  | 'user-task-completed'
  | 'user-task-cancelled'
  | 'clock-started'
  | 'light-changed'
>;

function userTaskEffects(event: UserTaskEvent): readonly Effect[] {
  const { id: task, scope } = event;
  switch (event.type) {
    case 'user-task-created': {
      const { element, asked, position } = event;
      return [{ do: 'create-user-task', task, scope, element, asked, position }];
    }
    case 'user-task-reassigned':
      return [{ do: 'reassign-user-task', task, position: event.position }];
    case 'clock-started': {
      const { limit, dueAt, yellowAt, light } = event.clock;
      return [{ do: 'set-user-task-clock', task, limit, dueAt, yellowAt, light }];
    }
    case 'light-changed':
      return [{ do: 'set-user-task-light', task, light: event.light }];
    case 'user-task-completed':
      return closed(task, 'completed', event.by);
    case 'user-task-cancelled':
      return closed(task, 'cancelled', null);
  }
}

function closed(task: number, reason: 'completed' | 'cancelled', by: Actor | null): readonly Effect[] {
  return [
    { do: 'close-user-task', task, reason, by },
    { do: 'end-companions', task },
  ];
}
