import type { EvaluationFault } from '../feel/expression.ts';
import { unbornInstance } from './apply.ts';
import type { Command, Needs, Rejection } from './commands.ts';
import { effectsOf, type Effect } from './effects.ts';
import type { ProcessEvent } from './events.ts';
import type { ExecutableProcess } from './executable-process.ts';
import { Execution, NeedsSignal } from './execution.ts';
import { isActivity } from './flow-nodes/activity.ts';
import { awaitsTurn, isTurnedAway } from './flow-nodes/ad-hoc.ts';
import { watchConditions } from './flow-nodes/conditions.ts';
import { tokensGather } from './flow-nodes/joins.ts';
import { enterLoop, iterationVariables } from './flow-nodes/loop.ts';
import { behaviourOf } from './flow-nodes/register.ts';
import { beginSpread } from './flow-nodes/spread-loop.ts';
import { settle, wakeJoins } from './flow-nodes/settle.ts';
import { takeFlows } from './flow-nodes/take-flows.ts';
import { obey } from './obeying/obey.ts';
import type { Given } from './given.ts';
import type { ElementInstance, ProcessInstance, Work } from './process-instance.ts';

/** What came of a command: the next instance with its events and effects, a question to the caller, or a refusal. */
export type StepResult =
  | {
      readonly kind: 'stepped';
      readonly instance: ProcessInstance;
      readonly events: readonly ProcessEvent[];
      readonly effects: readonly Effect[];
    }
  | { readonly kind: 'needs'; readonly needs: Needs }
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

/** Elements entered or left in one step before it is cut: an endless loop in a model then costs slices, not the server. */
export const stepBudget = 10_000;

/**
 * The one door of the engine: runs a command until every token waits, ends, or the budget is used up. A pure function:
 * no I/O, no clock, no chance; the same arguments always give the same result.
 *
 * @param process the compiled process the instance is pinned to
 * @param instance the instance with the scopes loaded so far; for `create-instance`, its id only
 * @param command what is asked
 * @param given the time, the pinned definitions and the answers to earlier `needs`
 * @param budget elements that may be entered or left before the rest is kept as the instance's agenda
 */
export function step(
  process: ExecutableProcess,
  instance: ProcessInstance | { readonly id: string },
  command: Command,
  given: Given,
  budget = stepBudget,
): StepResult {
  const begun = 'format' in instance ? instance : unbornInstance(instance.id, process.id);
  const execution = new Execution(process, begun, given, behaviourOf);
  try {
    const rejection = obey(execution, command);
    if (rejection) return { kind: 'rejected', rejection };
    runToRest(execution, budget);
  } catch (signal) {
    if (signal instanceof NeedsSignal)
      return { kind: 'needs', needs: { scopes: signal.scopes, lookups: signal.lookups } };
    throw signal;
  }
  const { events } = execution;
  return { kind: 'stepped', instance: execution.instance, events, effects: events.flatMap(effectsOf) };
}

/** Works until every token waits. Joins that wait for what may still come are looked at when nothing else moves. */
function runToRest(execution: Execution, budget: number): void {
  if (execution.instance.suspendedAt !== undefined) return keepAgenda(execution);
  for (const scope of Array.from(execution.touched)) settle(execution, scope);
  watchConditions(execution);
  for (let done = 0; ; done += 1) {
    if (done >= budget && execution.pending.length > 0) return keepAgenda(execution);
    const work = execution.nextWork();
    if (work) {
      perform(execution, work);
      watchConditions(execution);
      // Iterations in instances of their own are rows for others to begin: no more in one commit.
      if (work.do === 'spread') done = budget;
    } else if (execution.instance.status !== 'running' || !wakeJoins(execution)) return;
  }
}

/** Keeps what is left to do in the instance, and which scopes have joins that were still to be looked at. */
function keepAgenda(execution: Execution): void {
  const { pending, touched } = execution;
  if (pending.length === 0) return;
  const isGathering = (scope: number): boolean => Object.keys(execution.scopeIfAlive(scope)?.arrivals ?? {}).length > 0;
  const looks = [...touched].filter(isGathering).map((scope) => ({ do: 'look', scope }) as const);
  execution.emit({ type: 'slice-ended', agenda: [...pending, ...looks] });
}

function perform(execution: Execution, work: Work): void {
  if (!execution.scopeIfAlive(work.scope)) return;
  if (work.do === 'enter') {
    if (!isTurnedAway(execution, work.scope, work.start)) enter(execution, work);
  } else if (work.do !== 'look') {
    const element = execution.element(work.scope, work.element);
    if (element && work.do === 'spread') spread(execution, element);
    else if (element && !element.incident && work.do !== 'spread')
      execution.stick(element, work.do === 'leave' ? takeFlows(execution, element) : act(execution, element));
  }
  settle(execution, work.scope);
}

function spread(execution: Execution, element: ElementInstance): void {
  const node = execution.node(element.element);
  if (isActivity(node)) beginSpread(execution, node, element);
}

function act(execution: Execution, element: ElementInstance): EvaluationFault | null {
  const node = execution.node(element.element);
  return execution.behaviourOf(node).act?.(execution, node, element) ?? null;
}

function enter(execution: Execution, work: Extract<Work, { do: 'enter' }>): void {
  const node = execution.node(work.element);
  if (!tokensGather(execution, node, work.scope, work.flow)) return;
  if (awaitsTurn(execution, node, work.scope))
    return execution.emit({ type: 'activity-queued', scope: work.scope, element: node.id });
  const element = execution.enter(node, work);
  const { iteration, compensates } = work;
  const isInverse = compensates?.element === node.id;
  if (isActivity(node) && node.loop && iteration === undefined && !isInverse)
    return execution.stick(element, enterLoop(execution, node, element));
  if (isActivity(node) && iteration !== undefined)
    execution.setLocal(element, iterationVariables(execution, node, work.scope, iteration));
  else if (compensates && !isInverse) execution.setLocal(element, compensates.variables);
  const { variables, start } = work;
  const arrival = { ...(variables ? { variables } : {}), ...(start === undefined ? {} : { start }) };
  execution.stick(element, behaviourOf(node).enter(execution, node, execution.now(element), arrival));
}
