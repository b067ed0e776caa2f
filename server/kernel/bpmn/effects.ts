import type { Instant, JsonObject } from '../json.ts';
import type { ClockEvent } from './clock-events.ts';
import type { Actor, CallOutcome, MigrationPlan } from './commands.ts';
import type { EventOf, ProcessEvent } from './events.ts';
import type { Incident, Iteration, Position, Subscription } from './process-instance.ts';
import { asShown, type ShownClock } from './user-task-clocks.ts';

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
  /** Each is an instance of its own: one iteration, of the same process, with these variables around it. */
  | {
      readonly do: 'start-iterations';
      readonly element: number;
      readonly scope: number;
      readonly iterations: readonly Iteration[];
      readonly variables: JsonObject;
    }
  /** Iterations of this instance that live in instances of their own are held, and go on, with it. */
  | { readonly do: 'suspend-iterations'; readonly because: string; readonly by: Actor }
  | { readonly do: 'resume-iterations'; readonly clocks: 'run-on' | 'shift'; readonly by: Actor }
  /** They are taken over to the other model with it, by the same plan. */
  | {
      readonly do: 'migrate-iterations';
      readonly process: string;
      readonly plan: MigrationPlan;
      readonly because?: string;
      readonly by: Actor;
    }
  | { readonly do: 'answer-call'; readonly outcome: CallOutcome }
  | {
      readonly do: 'create-user-task';
      readonly task: number;
      readonly scope: number;
      readonly element: string;
      readonly asked: Position;
      readonly position: Position;
      readonly person?: string;
    }
  /** Positions are told, beside this user task. */
  | {
      readonly do: 'tell-posts';
      readonly task: number;
      readonly element: string;
      readonly positions: readonly Position[];
    }
  | { readonly do: 'reassign-user-task'; readonly task: number; readonly position: Position }
  | ({ readonly do: 'set-user-task-clock'; readonly task: number } & ShownClock)
  | { readonly do: 'set-user-task-light'; readonly task: number; readonly light: 'yellow' | 'red' }
  | {
      readonly do: 'close-user-task';
      readonly task: number;
      readonly reason: 'completed' | 'cancelled';
      readonly by: Actor | null;
    }
  | {
      readonly do: 'start-ladder';
      readonly task: number;
      readonly scope: number;
      readonly ladder: string;
      readonly dueAt?: Instant;
    }
  | { readonly do: 'end-companions'; readonly task: number | null }
  | { readonly do: 'raise-incident'; readonly element: number; readonly scope: number; readonly incident: Incident }
  | { readonly do: 'clear-incident'; readonly element: number }
  | { readonly do: 'continue' };

/**
 * The effects that follow from one event.
 *
 * @param event one event of a step, in order
 * @returns the rows to write or remove, in order; often none
 */
export function effectsOf(event: ProcessEvent): readonly Effect[] {
  // The table is keyed by the very type the event carries, which the compiler cannot follow through a union.
  return (following[event.type] as (event: ProcessEvent) => readonly Effect[])(event);
}

type Following = { readonly [Type in ProcessEvent['type']]: (event: EventOf<Type>) => readonly Effect[] };

const none: readonly Effect[] = [];
const nothing = (): readonly Effect[] => none;

/** What follows from which event. Total by type: a new event does not compile until it says what follows. */
const following: Following = {
  'job-created': (event) => [jobEffect(event)],
  'job-completed': (event) => [jobEffect(event)],
  'job-cancelled': (event) => [jobEffect(event)],
  'timer-armed': (event) => [timerEffect(event)],
  'timer-disarmed': (event) => [timerEffect(event)],
  'timer-fired': (event) => [timerEffect(event)],
  'subscription-opened': ({ id: element, scope, key, subscription }) =>
    isHeardFromOutside(subscription) ? [{ do: 'open-subscription', element, scope, key, subscription }] : none,
  'subscription-closed': ({ id: element, key }) => [{ do: 'close-subscription', element, key }],
  'event-triggered': ({ id: element, key }) => [{ do: 'close-subscription', element, key }],
  'message-thrown': ({ element, name, correlation, variables, to }) => [
    { do: 'publish-message', element, name, correlation, variables, to },
  ],
  'signal-thrown': ({ name, variables }) => [{ do: 'broadcast-signal', name, variables }],
  'process-called': ({ id: element, scope, process, variables }) => [
    { do: 'start-call', element, scope, process, variables },
  ],
  'call-cancelled': ({ id: element }) => [{ do: 'cancel-call', element }],
  'error-thrown': ({ caughtBy, code, variables = {} }) => toCaller(caughtBy, { kind: 'error', code, variables }),
  'escalation-thrown': ({ caughtBy, code, variables = {} }) =>
    toCaller(caughtBy, { kind: 'escalation', code, variables }),
  'user-task-created': userTaskEffects,
  'user-task-reassigned': userTaskEffects,
  'user-task-completed': userTaskEffects,
  'user-task-cancelled': userTaskEffects,
  'clock-started': clockEffects,
  'clock-shifted': clockEffects,
  'clock-paused': clockEffects,
  'clock-resumed': clockEffects,
  'clock-review-moved': clockEffects,
  'clock-extended': clockEffects,
  'clock-rebased': clockEffects,
  'clock-stopped': clockEffects,
  'calendars-adopted': nothing,
  'light-changed': ({ id: task, light, shown }) => [
    shown ? { do: 'set-user-task-clock', task, ...shown } : { do: 'set-user-task-light', task, light },
  ],
  'ladder-started': ({ id: task, scope, ladder, dueAt }) => [
    { do: 'start-ladder', task, scope, ladder, ...(dueAt === undefined ? {} : { dueAt }) },
  ],
  'incident-raised': ({ id: element, scope, incident }) => [{ do: 'raise-incident', element, scope, incident }],
  'incident-resolved': ({ id: element }) => [{ do: 'clear-incident', element }],
  'slice-ended': () => [{ do: 'continue' }],
  'iterations-begun': (event) => [iterationsEffect(event)],
  'instance-completed': ({ variables, iterated }) => [
    ...(variables ? toCaller('caller', { kind: 'completed', variables }) : none),
    ...(iterated ? toCaller('caller', { kind: 'iterated', iteration: iterated }) : none),
    { do: 'end-companions', task: null },
  ],
  'instance-cancelled': ({ told }) => [
    ...(told ? toCaller('caller', { kind: 'cancelled' }) : none),
    { do: 'end-companions', task: null },
  ],
  'posts-told': ({ id: task, element, positions }) =>
    positions.length > 0 ? [{ do: 'tell-posts', task, element, positions }] : none,
  'duties-given': nothing,
  'answer-given': nothing,
  'approval-decided': nothing,
  'instance-created': nothing,
  'instance-suspended': ({ because, by }) => [{ do: 'suspend-iterations', because, by }],
  'instance-resumed': ({ clocks, by }) => [{ do: 'resume-iterations', clocks, by }],
  'instance-modified': nothing,
  'instance-migrated': ({ process, elements, because, by }) => [
    { do: 'migrate-iterations', process, plan: { elements }, ...(because === undefined ? {} : { because }), by },
  ],
  'element-entered': nothing,
  'element-waiting': nothing,
  'element-completing': nothing,
  'element-left': nothing,
  'element-cancelled': nothing,
  'scope-opened': nothing,
  'scope-closed': nothing,
  'scope-interrupted': nothing,
  'gateway-phase': nothing,
  'event-heard': nothing,
  'events-gathered': nothing,
  'condition-changed': nothing,
  'loop-changed': nothing,
  'iterations-ended': nothing,
  'inside-kept': nothing,
  'activity-picked': nothing,
  'activity-done': nothing,
  'activity-queued': nothing,
  'activity-turn': nothing,
  'ad-hoc-finishing': nothing,
  'compensable-recorded': nothing,
  'compensation-begun': nothing,
  'compensating-changed': nothing,
  'call-ended': nothing,
  'sequence-flow-taken': nothing,
  'token-arrived': nothing,
  'tokens-joined': nothing,
  'variables-set': nothing,
  'decision-evaluated': nothing,
  'slice-continued': nothing,
};

function toCaller(caughtBy: string | null, outcome: CallOutcome): readonly Effect[] {
  return caughtBy === 'caller' ? [{ do: 'answer-call', outcome }] : none;
}

/** Conditions are watched by the kernel itself; what nobody defined happens only when somebody says so. */
function isHeardFromOutside({ kind }: Subscription): boolean {
  return kind === 'message' || kind === 'signal';
}

function jobEffect(event: EventOf<'job-created' | 'job-completed' | 'job-cancelled'>): Effect {
  if (event.type !== 'job-created') return { do: 'cancel-job', element: event.id };
  const { id: element, scope, job, jobType, retries, headers } = event;
  return { do: 'create-job', element, scope, job, jobType, retries, headers };
}

function iterationsEffect(event: EventOf<'iterations-begun'>): Effect {
  const { id, scope, element, first, count, items, variables, caught, asked } = event;
  const iterations = Array.from({ length: count }, (_, at): Iteration => {
    const item = items?.[at];
    return { element, number: first + at, caught, asked, ...(item === undefined ? {} : { item }) };
  });
  return { do: 'start-iterations', element: id, scope, iterations, variables };
}

function timerEffect(event: EventOf<'timer-armed' | 'timer-disarmed' | 'timer-fired'>): Effect {
  if (event.type !== 'timer-armed') return { do: 'disarm-timer', element: event.id, key: event.key };
  const { id: element, scope, key, due, generation } = event;
  return { do: 'arm-timer', element, scope, key, due, generation };
}

type UserTaskEvent = EventOf<
  'user-task-created' | 'user-task-reassigned' | 'user-task-completed' | 'user-task-cancelled'
>;

/** What is shown of a user task is its most urgent clock; what climbs for one that is overdue no more ends. */
function clockEffects(event: Exclude<ClockEvent, { readonly type: 'light-changed' }>): readonly Effect[] {
  const { id: task, clock, shown = asShown(clock) } = event;
  const isOver = 'calmed' in event && event.calmed;
  return [
    { do: 'set-user-task-clock', task, ...shown },
    ...(isOver ? [{ do: 'end-companions', task } as const] : none),
  ];
}

function userTaskEffects(event: UserTaskEvent): readonly Effect[] {
  const { id: task, scope } = event;
  switch (event.type) {
    case 'user-task-created': {
      const { element, asked, position, person } = event;
      const byName = person === undefined ? {} : { person };
      return [{ do: 'create-user-task', task, scope, element, asked, position, ...byName }];
    }
    case 'user-task-reassigned':
      return [{ do: 'reassign-user-task', task, position: event.position }];
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
