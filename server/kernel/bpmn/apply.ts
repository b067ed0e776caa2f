import type { ProcessEvent } from './events.ts';
import { nextState, type ElementEvent } from './lifecycle.ts';
import type { ArmedTimer, ElementInstance, ProcessInstance, Scope } from './process-instance.ts';

/** A process instance before anything has happened to it. `id` is a UUIDv7 made outside. */
export function unbornInstance(id: string, process: string): ProcessInstance {
  return { format: 1, id, process, status: 'running', nextId: 0, scopes: {}, agenda: [] };
}

/**
 * The instance after an event. Nothing else changes an instance: folding a step's events over the instance it began
 * with gives the instance it ended with. Unchanged scopes keep their identity, so a caller sees which rows to write.
 *
 * @throws Error when the event does not fit the instance: a bug of the engine
 */
export function apply(instance: ProcessInstance, event: ProcessEvent): ProcessInstance {
  switch (event.type) {
    case 'instance-created':
      return {
        ...instance,
        nextId: 1,
        scopes: {
          0: { id: 0, element: event.process, parent: null, variables: event.variables, elements: [], arrivals: {} },
        },
      };
    case 'instance-completed':
      return { ...instance, status: 'completed', agenda: [] };
    case 'instance-cancelled':
      // Tokens that waited at a join go with it, as those on their way do.
      return { ...onScope(instance, 0, (scope) => ({ ...scope, arrivals: {} })), status: 'cancelled', agenda: [] };
    case 'slice-ended':
      return { ...instance, agenda: event.agenda };
    case 'slice-continued':
      return { ...instance, agenda: [] };
    case 'element-entered':
      return {
        ...onScope(instance, event.scope, (scope) => ({ ...scope, elements: [...scope.elements, entered(event)] })),
        nextId: event.id + 1,
      };
    case 'element-waiting':
    case 'element-completing':
    case 'element-left':
    case 'element-cancelled':
      return onScope(instance, event.scope, (scope) => moveElement(scope, event));
    case 'token-arrived':
      return onScope(instance, event.scope, (scope) => ({
        ...scope,
        arrivals: { ...scope.arrivals, [event.flow]: (scope.arrivals[event.flow] ?? 0) + 1 },
      }));
    case 'tokens-joined':
      return onScope(instance, event.scope, (scope) => ({
        ...scope,
        arrivals: withoutOneEach(scope.arrivals, event.flows),
      }));
    case 'variables-set':
      return setVariables(instance, event);
    default:
      return onElement(instance, event.type === 'sequence-flow-taken' ? null : event, (element) =>
        applyToElement(element, event),
      );
  }
}

type ElementDetail = Extract<ProcessEvent, { readonly id: number }>;

function applyToElement(element: ElementInstance, event: ProcessEvent): ElementInstance {
  switch (event.type) {
    case 'timer-armed': {
      const { key, due, generation, cycle } = event;
      const timer: ArmedTimer = { due, generation, ...(cycle === undefined ? {} : { cycle }) };
      return { ...element, timers: { ...element.timers, [key]: timer } };
    }
    case 'timer-disarmed':
    case 'timer-fired': {
      const { [event.key]: _gone, ...timers } = element.timers;
      return { ...element, timers };
    }
    case 'job-created':
      return { ...element, job: event.job };
    case 'job-completed':
    case 'job-cancelled': {
      const { job: _done, ...rest } = element;
      return rest;
    }
    case 'user-task-created':
      return { ...element, userTask: { asked: event.asked, position: event.position } };
    case 'user-task-reassigned':
      return element.userTask ? { ...element, userTask: { ...element.userTask, position: event.position } } : element;
    case 'clock-started':
      return element.userTask ? { ...element, userTask: { ...element.userTask, clock: event.clock } } : element;
    case 'light-changed':
      return element.userTask?.clock
        ? { ...element, userTask: { ...element.userTask, clock: { ...element.userTask.clock, light: event.light } } }
        : element;
    case 'user-task-completed':
    case 'user-task-cancelled': {
      const { userTask: _closed, ...rest } = element;
      return rest;
    }
    case 'incident-raised':
      return { ...element, incident: event.incident };
    case 'incident-resolved': {
      const { incident: _resolved, ...rest } = element;
      return rest;
    }
    default:
      return element;
  }
}

function entered(event: Extract<ProcessEvent, { type: 'element-entered' }>): ElementInstance {
  return { id: event.id, element: event.element, scope: event.scope, state: 'entering', variables: {}, timers: {} };
}

function onScope(instance: ProcessInstance, id: number, change: (scope: Scope) => Scope): ProcessInstance {
  const scope = instance.scopes[id];
  if (!scope) throw new Error(`scope ${id} of instance ${instance.id} is not loaded`);
  const changed = change(scope);
  return changed === scope ? instance : { ...instance, scopes: { ...instance.scopes, [id]: changed } };
}

function onElement(
  instance: ProcessInstance,
  event: ElementDetail | null,
  change: (element: ElementInstance) => ElementInstance,
): ProcessInstance {
  if (!event) return instance;
  return onScope(instance, event.scope, (scope) => {
    const before = scope.elements.find((element) => element.id === event.id);
    if (!before)
      throw new Error(
        `${event.type}: element instance ${event.id} is not in scope ${event.scope} of instance ${instance.id}`,
      );
    const after = change(before);
    return after === before
      ? scope
      : { ...scope, elements: scope.elements.map((element) => (element === before ? after : element)) };
  });
}

function moveElement(scope: Scope, event: ElementEvent): Scope {
  const element = scope.elements.find((candidate) => candidate.id === event.id);
  if (!element) throw new Error(`${event.type}: element instance ${event.id} is not in scope ${scope.id}`);
  const state = nextState(element, event);
  if (state === 'gone') return { ...scope, elements: scope.elements.filter((candidate) => candidate !== element) };
  return {
    ...scope,
    elements: scope.elements.map((candidate) => (candidate === element ? { ...element, state } : candidate)),
  };
}

function setVariables(
  instance: ProcessInstance,
  event: Extract<ProcessEvent, { type: 'variables-set' }>,
): ProcessInstance {
  const { element: owner, values } = event;
  if (owner === undefined)
    return onScope(instance, event.scope, (scope) => ({ ...scope, variables: { ...scope.variables, ...values } }));
  return onScope(instance, event.scope, (scope) => ({
    ...scope,
    elements: scope.elements.map((element) =>
      element.id === owner ? { ...element, variables: { ...element.variables, ...values } } : element,
    ),
  }));
}

function withoutOneEach(arrivals: Scope['arrivals'], flows: readonly string[]): Scope['arrivals'] {
  const left: Record<string, number> = { ...arrivals };
  for (const flow of flows) {
    const count = (left[flow] ?? 0) - 1;
    if (count < 0) throw new Error(`a token on flow ${flow} was joined that never arrived`);
    if (count === 0) delete left[flow];
    else left[flow] = count;
  }
  return left;
}
