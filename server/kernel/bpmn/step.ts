import { unbornInstance } from './apply.ts';
import type { Command, Needs, Rejection } from './commands.ts';
import { effectsOf, type Effect } from './effects.ts';
import type { ProcessEvent } from './events.ts';
import type { ExecutableProcess } from './executable-process.ts';
import { Execution, NeedsSignal } from './execution.ts';
import { behaviourOf } from './flow-nodes/register.ts';
import { takeFlows } from './flow-nodes/leave.ts';
import { starved, tokensJoin, waitingJoin } from './flow-nodes/parallel-gateway.ts';
import { obey } from './obey.ts';
import type { Given } from './given.ts';
import type { ProcessInstance, Work } from './process-instance.ts';

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
 * One core makes 90,000 steps a second of a process of five user tasks, and 50,000 with the instance (some 800 bytes)
 * stored as JSON between two steps (`npm run bench`, 2026-11-20); bpmn-engine 25 made 231 on such a machine.
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
  const execution = new Execution(process, begun, given);
  try {
    const rejection = obey(execution, command);
    if (rejection) return { kind: 'rejected', rejection };
    runToRest(execution, budget);
  } catch (signal) {
    if (signal instanceof NeedsSignal)
      return { kind: 'needs', needs: { scopes: signal.scopes, lookups: signal.lookups } };
    throw signal;
  }
  return {
    kind: 'stepped',
    instance: execution.instance,
    events: execution.events,
    effects: execution.events.flatMap(effectsOf),
  };
}

function runToRest(execution: Execution, budget: number): void {
  for (let done = 0; execution.work.length > 0; done += 1) {
    if (done >= budget) {
      execution.emit({ type: 'slice-ended', agenda: [...execution.work] });
      return;
    }
    const work = execution.work.shift();
    if (work) perform(execution, work);
  }
  if (execution.instance.status === 'running' && execution.scope(0).elements.length === 0) end(execution);
}

/** The last token has gone. One that still waits at a join waits for ever: that is stuck, not done. */
function end(execution: Execution): void {
  const join = waitingJoin(execution, 0);
  if (!join) return execution.emit({ type: 'instance-completed' });
  execution.emit({ type: 'tokens-joined', element: join.node.id, flows: join.flows, scope: 0 });
  execution.stick(execution.enter(join.node, 0, null), starved(join.node));
}

function perform(execution: Execution, work: Work): void {
  if (work.do === 'leave') {
    const element = execution.element(work.scope, work.element);
    if (element) execution.stick(element, takeFlows(execution, element));
    return;
  }
  const node = execution.node(work.element);
  if (node.type === 'parallelGateway' && !tokensJoin(execution, node, work.scope, work.flow)) return;
  const element = execution.enter(node, work.scope, work.flow);
  execution.stick(element, behaviourOf(node).enter(execution, node, element));
}
