import { adopting, keeping } from '../calendar/own-calendars.ts';
import { applyMigration } from './apply-migration.ts';
import { applyToElement } from './apply-to-element.ts';
import { applyToScope } from './apply-to-scope.ts';
import type { EventOf, ProcessEvent } from './events.ts';
import { InstanceDraft } from './instance-draft.ts';
import type { ProcessInstance, Scope } from './process-instance.ts';

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
  const draft = new InstanceDraft(instance);
  applyTo(draft, event);
  return draft.isChanged ? draft.now : instance;
}

/** Writes an event into a draft; the one place where an instance changes, for a step as for `apply`. */
export function applyTo(draft: InstanceDraft, event: ProcessEvent): void {
  switch (event.type) {
    case 'instance-created':
      return create(draft, event);
    case 'instance-completed':
      return end(draft, 'completed');
    case 'instance-cancelled':
      // Tokens that waited at a join go with it, as those on their way do.
      draft.scope(0).arrivals = {};
      return end(draft, 'cancelled');
    case 'slice-ended':
    case 'slice-continued':
      draft.own.agenda = event.type === 'slice-ended' ? event.agenda : [];
      return;
    case 'instance-suspended':
      draft.own.suspendedAt = event.at;
      return;
    case 'instance-resumed':
      Reflect.deleteProperty(draft.own, 'suspendedAt');
      return;
    case 'calendars-adopted':
      return void (draft.own.calendars = adopting(draft.now.calendars, event.calendars));
    case 'instance-migrated':
      return migrate(draft, event);
    case 'instance-modified':
    case 'sequence-flow-taken':
    case 'decision-evaluated':
    case 'error-thrown':
    case 'escalation-thrown':
    case 'signal-thrown':
    case 'message-thrown':
    case 'process-called':
    case 'call-ended':
    case 'call-cancelled':
    case 'ladder-started':
    case 'posts-told':
    case 'duties-given':
    case 'approval-decided':
    case 'activity-picked':
      return; // history only
    case 'scope-opened':
    case 'scope-closed':
    case 'scope-interrupted':
    case 'token-arrived':
    case 'tokens-joined':
    case 'gateway-phase':
    case 'compensable-recorded':
    case 'compensation-begun':
    case 'activity-done':
    case 'activity-queued':
    case 'activity-turn':
    case 'ad-hoc-finishing':
      return applyToScope(draft, event);
    default:
      return applyToElement(draft, event);
  }
}

/** Nothing waits any more for its turn in an instance that is over. */
function end(draft: InstanceDraft, status: 'completed' | 'cancelled'): void {
  draft.own.status = status;
  draft.own.agenda = [];
}

function migrate(draft: InstanceDraft, event: EventOf<'instance-migrated'>): void {
  if (event.kept) draft.own.calendars = keeping(event.kept);
  applyMigration(draft, event.process, event.elements);
}

function create(draft: InstanceDraft, event: EventOf<'instance-created'>): void {
  draft.own.nextId = 1;
  if (event.called) draft.own.called = true;
  if (event.iteration) draft.own.iteration = event.iteration;
  draft.addScope(rootScope(event.process, event.variables));
}

function rootScope(process: string, variables: Scope['variables']): Scope {
  return { id: 0, element: process, parent: null, variables, elements: [], arrivals: {} };
}
