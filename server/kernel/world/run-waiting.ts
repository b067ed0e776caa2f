import type { Command } from '../bpmn/commands.ts';
import { eventOfKey } from '../bpmn/listening/catch-keys.ts';
import type { ElementInstance, Scope } from '../bpmn/process-instance.ts';
import type { JsonObject } from '../json.ts';
import { carryOut, nodeIn, refuseNotWaiting, type Run } from './run.ts';
import type { RunStep } from './steps.ts';
import type { WorldInstance } from './world-state.ts';

/** Ends a user task, a job, or whatever else waits for somebody. */
export function complete(run: Run, { element: named = '', variables = {} }: RunStep): void {
  for (const [id, instance] of run.world.instances) {
    const element = waitingAt(instance, named);
    if (element) return carryOut(run, id, instance, completionOf(element, variables), named);
  }
  refuseNotWaiting(run, named);
}

/** A handler ends its job, or somebody their activity, with a BPMN error. */
export function throwError(run: Run, { element: named = '', code = '', variables = {} }: RunStep): void {
  for (const [id, instance] of run.world.instances) {
    const element = waitingAt(instance, named);
    if (!element) continue;
    const { id: of, scope, job = null } = element;
    return carryOut(run, id, instance, { type: 'throw-error', element: of, scope, job, code, variables }, named);
  }
  refuseNotWaiting(run, named);
}

/**
 * Makes happen what an element stands for: the event it waits for or is on the boundary of, the start of an event
 * sub-process, an activity of an ad-hoc sub-process, the end of what waits there, or the beginning of a process.
 */
export function trigger(run: Run, step: RunStep, start: (run: Run, step: RunStep) => void): void {
  const { element: named = '', variables = {} } = step;
  for (const [id, instance] of run.world.instances) {
    if (instance.instance.status !== 'running') continue;
    const command =
      happening(instance, named, variables) ??
      picking(instance, named) ??
      ending(instance, named, variables) ??
      thrown(run, instance, named, variables);
    if (command) return carryOut(run, id, instance, command, named);
  }
  const node = nodeIn(run, named);
  const stands = node && node.incoming.length === 0 && node.type !== 'boundaryEvent';
  const beginsProcess = stands && run.processes.some(({ id }) => id === node.parent);
  if (beginsProcess) start(run, { do: 'start', element: named, variables });
  else refuseNotWaiting(run, named);
}

function scopesOf({ instance }: WorldInstance): readonly Scope[] {
  return Object.values(instance.scopes);
}

function waitingAt(instance: WorldInstance, named: string): ElementInstance | undefined {
  return scopesOf(instance)
    .flatMap(({ elements }) => elements)
    .find(
      ({ element, state, incident, loop }) =>
        element === named && state === 'waiting' && !incident && loop === undefined,
    );
}

function completionOf({ id, scope, userTask, job }: ElementInstance, variables: JsonObject): Command {
  if (userTask) return { type: 'complete-user-task', task: id, scope, variables, by: { system: 'operator' } };
  if (job !== undefined) return { type: 'complete-job', element: id, scope, job, variables };
  return { type: 'complete-plain-task', element: id, scope, variables };
}

function ending(instance: WorldInstance, named: string, variables: JsonObject): Command | null {
  const element = waitingAt(instance, named);
  return element ? completionOf(element, variables) : null;
}

/** The trigger for what is listened to by this name, by an element of its own or for an attached event. */
function happening(instance: WorldInstance, named: string, variables: JsonObject): Command | null {
  for (const scope of scopesOf(instance)) {
    for (const of of [{ ...scope, id: scope.id, element: '' }, ...scope.elements]) {
      const isOwn = (key: string): boolean => of.element === named && !instance.process.nodes.has(eventOfKey(key));
      const at = { element: of.id, scope: scope.id };
      for (const [key, { generation }] of Object.entries(of.timers ?? {}))
        if (eventOfKey(key) === named || (isOwn(key) && !key.startsWith('light:')))
          return { type: 'fire-timer', ...at, key, generation };
      for (const [key, { generation }] of Object.entries(of.subscriptions ?? {}))
        if (eventOfKey(key) === named || isOwn(key))
          return { type: 'trigger-event', ...at, key, generation, variables };
    }
  }
  return null;
}

/** An activity of an ad-hoc sub-process that is alive. */
function picking(instance: WorldInstance, named: string): Command | null {
  const node = instance.process.nodes.get(named);
  const around = node && instance.process.nodes.get(node.parent);
  if (!node || around?.type !== 'subProcess' || !around.adHoc || node.incoming.length > 0) return null;
  const scope = scopesOf(instance).find(({ element }) => element === around.id);
  if (!scope || waitingAt(instance, named)) return null;
  return { type: 'activate', scope: scope.id, element: named, by: { system: 'operator' } };
}

/** An error event on a boundary: the activity it is on throws its error. */
function thrown(run: Run, instance: WorldInstance, named: string, variables: JsonObject): Command | null {
  const node = nodeIn(run, named);
  if (node?.type !== 'boundaryEvent') return null;
  const error = node.catches.find((part) => part.kind === 'error');
  const host = error && waitingAt(instance, node.attachedTo);
  if (!host) return null;
  const { id: element, scope, job = null } = host;
  return { type: 'throw-error', element, scope, job, code: error.code ?? '', variables };
}
