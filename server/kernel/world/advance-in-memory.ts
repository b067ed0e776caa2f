import { lookupKey, type Answer, type Command, type Lookup, type Rejection } from '../bpmn/commands.ts';
import type { Effect } from '../bpmn/effects.ts';
import type { ProcessEvent } from '../bpmn/events.ts';
import type { Given } from '../bpmn/given.ts';
import { step, type StepResult } from '../bpmn/step.ts';
import { takeKept } from './kept-messages.ts';
import { elementKey, type WorldInstance, type WorldState } from './world-state.ts';

/** The world outside an instance, as far as a step may ask about it. */
export interface Surroundings {
  readonly pinned: Omit<Given, 'now' | 'answers'>;
  readonly answer: (lookup: Lookup) => Answer;
  /** Called for each effect the rows here do not cover: a ladder to start, companions to end. */
  readonly follow: (instance: string, effect: Effect) => void;
}

/** The outcome of a command in the world: its events, or why it was refused. */
export type Advanced =
  | { readonly ok: true; readonly events: readonly ProcessEvent[] }
  | { readonly ok: false; readonly code: string; readonly rejection: Rejection };

/**
 * The world's counterpart of the server's advance-instance: steps an instance, answers its questions, keeps its history
 * and turns its effects into entries.
 *
 * @param begun the instance before the command; for `create-instance` its process and id with an unborn instance
 */
export function advanceInMemory(
  world: WorldState,
  surroundings: Surroundings,
  id: string,
  begun: Omit<WorldInstance, 'instance' | 'history'> & Partial<WorldInstance>,
  command: Command,
): Advanced {
  const result = stepWithAnswers(world, surroundings, id, begun, command);
  if (result.kind === 'rejected') return { ok: false, code: result.rejection.code, rejection: result.rejection };
  if (result.kind === 'needs') throw new Error(`a step of instance ${id} needs scopes the world does not have`);
  const history = [...(begun.history ?? []), ...result.events.map((event) => ({ at: world.now, event }))];
  world.instances.set(id, {
    process: begun.process,
    subject: begun.subject,
    host: begun.host,
    ...(begun.calendars ? { calendars: begun.calendars } : {}),
    instance: result.instance,
    history,
  });
  for (const effect of result.effects) applyEffect(world, surroundings, id, effect);
  // What was kept while it was held may be for it.
  if (command.type === 'resume') world.inbox.push(...world.kept.splice(0).map((message) => ({ message })));
  return { ok: true, events: result.events };
}

function stepWithAnswers(
  world: WorldState,
  surroundings: Surroundings,
  id: string,
  begun: Partial<WorldInstance> & Pick<WorldInstance, 'process'>,
  command: Command,
): StepResult {
  const answers = new Map<string, Answer>();
  const missing = new Set<number>();
  for (;;) {
    const given: Given = { ...surroundings.pinned, now: world.now, answers, missing };
    const result = step(begun.process, begun.instance ?? { id }, command, given);
    if (result.kind !== 'needs') return result;
    // The world holds every scope there is: one that is asked for and not there has gone.
    for (const scope of result.needs.scopes) missing.add(scope);
    for (const lookup of result.needs.lookups) answers.set(lookupKey(lookup), surroundings.answer(lookup));
  }
}

function applyEffect(world: WorldState, surroundings: Surroundings, instance: string, effect: Effect): void {
  switch (effect.do) {
    case 'arm-timer':
      world.timers.set(elementKey(instance, effect.element, effect.key), { ...effect, instance });
      return;
    case 'disarm-timer':
      world.timers.delete(elementKey(instance, effect.element, effect.key));
      return;
    case 'create-job':
      world.jobs.set(elementKey(instance, effect.element), { ...effect, instance });
      return;
    case 'cancel-job':
      world.jobs.delete(elementKey(instance, effect.element));
      return;
    case 'open-subscription':
      world.subscriptions.set(elementKey(instance, effect.element, effect.key), { ...effect, instance });
      takeKept(world, { ...effect, instance });
      return;
    case 'close-subscription':
      world.subscriptions.delete(elementKey(instance, effect.element, effect.key));
      return;
    case 'continue':
      // Before anything else, so that no command meets an instance between two slices.
      world.inbox.unshift({ instance, command: { type: 'continue' } });
      return;
    case 'create-user-task':
    case 'reassign-user-task':
    case 'set-user-task-clock':
    case 'set-user-task-light':
    case 'close-user-task':
      changeUserTask(world, instance, effect);
      return;
    case 'start-ladder':
    case 'tell-posts':
    case 'end-companions':
    case 'raise-incident':
    case 'clear-incident':
    case 'publish-message':
    case 'broadcast-signal':
    case 'start-call':
    case 'start-iterations':
    case 'suspend-iterations':
    case 'resume-iterations':
    case 'migrate-iterations':
    case 'cancel-call':
    case 'answer-call':
      surroundings.follow(instance, effect);
  }
}

type UserTaskEffect = Extract<
  Effect,
  {
    readonly do:
      | 'create-user-task'
      | 'reassign-user-task'
      | 'set-user-task-clock'
      | 'set-user-task-light'
      | 'close-user-task';
  }
>;

function changeUserTask(world: WorldState, instance: string, effect: UserTaskEffect): void {
  const key = elementKey(instance, effect.task);
  if (effect.do === 'create-user-task') {
    const { task, scope, element, position, person = null } = effect;
    world.userTasks.set(key, {
      instance,
      task,
      scope,
      element,
      position,
      person,
      state: 'open',
      createdAt: world.now,
      dueAt: null,
      yellowAt: null,
      light: null,
      limit: null,
    });
    return;
  }
  const before = world.userTasks.get(key);
  if (!before) throw new Error(`user task ${key} does not exist`);
  switch (effect.do) {
    case 'reassign-user-task':
      world.userTasks.set(key, { ...before, position: effect.position, person: null });
      return;
    case 'set-user-task-clock':
      world.userTasks.set(key, {
        ...before,
        dueAt: effect.dueAt,
        yellowAt: effect.yellowAt,
        light: effect.light,
        limit: effect.limit,
      });
      return;
    case 'set-user-task-light':
      world.userTasks.set(key, { ...before, light: effect.light });
      return;
    case 'close-user-task':
      world.userTasks.set(key, { ...before, state: effect.reason });
  }
}
