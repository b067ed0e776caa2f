import type { CallOutcome, Command, EndedIteration, Rejection } from '../commands.ts';
import type { Execution } from '../execution.ts';
import { isActivity } from '../flow-nodes/activity.ts';
import { endIterations } from '../flow-nodes/loop.ts';
import { throwError } from '../flow-nodes/propagation.ts';
import type { ElementInstance, Iteration } from '../process-instance.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** One iteration of a loop, with what was around the loop when it began; nothing else of the process happens in it. */
export function beginIteration(
  execution: Execution,
  { variables, by }: Of<'create-instance'>,
  iteration: Iteration,
): Rejection | null {
  const { element, number } = iteration;
  const node = execution.process.nodes.get(element);
  if (!node || !isActivity(node) || !node.loop) return { code: 'unknown-element', details: { element } };
  const { id: process } = execution.process;
  execution.emit({ type: 'instance-created', process, variables, by, called: true, iteration });
  execution.schedule({ do: 'enter', element, scope: 0, flow: null, iteration: number });
  return null;
}

/** An iteration has ended, was cancelled, or an error came out of it that is caught around its loop. */
export function hearIteration(
  execution: Execution,
  element: ElementInstance,
  outcome: Exclude<CallOutcome, { kind: 'escalation' }>,
): null {
  const { id, scope } = element;
  if (outcome.kind === 'error') {
    execution.emit({ type: 'call-ended', id, scope, outcome: 'error' });
    execution.stick(element, throwError(execution, element, outcome.code, outcome.variables), 'job');
    return null;
  }
  if (outcome.kind === 'iterated') ended(execution, element, [outcome.iteration]);
  else {
    execution.emit({ type: 'iterations-ended', id, scope, ended: [], cancelled: 1 });
    ended(execution, execution.now(element), []);
  }
  return null;
}

/** Iterations have ended, any number of them at once. */
export function hearIterations(
  execution: Execution,
  { element: id, scope, ended: reports }: Of<'end-iterations'>,
): Rejection | null {
  const element = execution.element(scope, id);
  if (!element?.loop?.spread) return { code: 'event-stale' };
  ended(execution, element, reports);
  return null;
}

function ended(execution: Execution, element: ElementInstance, reports: readonly EndedIteration[]): void {
  const node = execution.node(element.element);
  if (isActivity(node)) execution.stick(element, endIterations(execution, node, element, reports));
}
