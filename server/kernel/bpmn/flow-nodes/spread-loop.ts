import type { EvaluationFault } from '../../feel/expression.ts';
import type { EndedIteration } from '../commands.ts';
import type { Activity, Loop } from '../executable-activity.ts';
import type { FlowNode } from '../executable-process.ts';
import type { Execution } from '../execution.ts';
import type { ElementInstance, Iteration, LoopState } from '../process-instance.ts';
import { handlerOf } from './compensable.ts';
import { needsSeveral } from './gather.ts';
import { caughtAround } from './propagation.ts';

type Multiple = Extract<Loop, { kind: 'multiple' }>;

/** Parallel iterations that live inside their instance when nothing else is said. */
const mostInside = 200;

/** Iterations that begin in one slice: as many rows as one commit should write. */
const spreadAtOnce = 500;

/**
 * Whether the iterations of a loop live in instances of their own: when they are parallel and many, so that many people
 * can complete them at once without waiting for one row. It makes no difference that could be seen, because an iteration
 * sees what was around it when the loop began, and sets only its own variables and its output (BPMN 2.0.2, 13.3.7).
 * What can be compensated stays inside: its records belong to the scope around it. So does everything where an error is
 * a part of a parallel multiple event.
 */
export function isSpread(execution: Execution, node: Activity, loop: Multiple, total: number): boolean {
  if (loop.sequential || loop.approval || total <= (execution.given.iterationsInside ?? mostInside)) return false;
  return !concernsCompensation(execution, node) && !catchesErrorsWithOthers(execution);
}

/** An error as a part of a parallel multiple event is caught or not as the other parts have come: no list says which. */
function catchesErrorsWithOthers({ process }: Execution): boolean {
  return [...process.nodes.values()].some(
    (node) =>
      (node.type === 'boundaryEvent' || node.type === 'startEvent') &&
      needsSeveral(node) &&
      node.catches.some(({ kind }) => kind === 'error'),
  );
}

function concernsCompensation(execution: Execution, node: FlowNode): boolean {
  const { nodes } = execution.process;
  if ('forCompensation' in node && (node.forCompensation || handlerOf(execution, node.id) !== undefined)) return true;
  if (node.type === 'subProcess' && node.kind === 'transaction') return true;
  if ('catches' in node && node.catches.some(({ kind }) => kind === 'compensation')) return true;
  if ('throws' in node && node.throws.some(({ kind }) => kind === 'compensation')) return true;
  if (node.type !== 'subProcess') return false;
  return [...nodes.values()].some((inner) => inner.parent === node.id && concernsCompensation(execution, inner));
}

/** Whether iterations in instances of their own are still to begin or to end. */
export function isSpreadAlive({ spread, total, completed, terminated }: LoopState): boolean {
  return spread === true && completed + terminated < (total ?? 0);
}

/** The next iterations begin; the others have to wait for the next slice. */
export function beginSpread(execution: Execution, node: Activity, element: ElementInstance): void {
  const { loop: state, id, scope } = element;
  if (!state) return;
  const { total, next: first, items } = state;
  const left = (total ?? 0) - first + 1;
  const count = Math.min(left, spreadAtOnce);
  const theirs = items ? { items: items.slice(first - 1, first - 1 + count) } : {};
  if (count > 0) beginIterations(execution, node, element, { first, count, ...theirs });
  if (left > count) execution.schedule({ do: 'spread', element: id, scope });
}

interface Some {
  readonly first: number;
  readonly count: number;
  readonly items?: LoopState['items'];
}

/** These iterations begin now, each in an instance of its own. */
export function beginIterations(
  execution: Execution,
  node: Activity,
  element: ElementInstance,
  { first, count, items }: Some,
): void {
  const { id, scope } = element;
  const { loop } = node;
  if (loop?.kind !== 'multiple') return;
  const conditions = [loop.completion, ...loop.events.map(({ condition }) => condition)];
  execution.emit({
    type: 'iterations-begun',
    id,
    scope,
    element: node.id,
    first,
    count,
    ...(items ? { items } : {}),
    variables: execution.scope(id).variables,
    caught: caughtAround(execution, element),
    asked: [...new Set(conditions.flatMap((one) => (one?.reads ?? []).map((path) => path.split('.')[0] ?? path)))],
  });
}

/** What a loop is told by an iteration that has ended in an instance of its own; with that the instance is completed. */
export function reportIteration(
  execution: Execution,
  node: Activity,
  element: ElementInstance,
  iteration: Iteration,
): EvaluationFault | null {
  const seen = execution.visible(element.scope, element.variables);
  const source = node.loop?.kind === 'multiple' ? node.loop.output : undefined;
  const output = source ? execution.evaluate(source, seen) : null;
  if (output && !output.ok) return output.fault;
  execution.emit({ type: 'element-left', id: element.id, element: node.id, scope: element.scope });
  const asked = iteration.asked.filter((name) => Object.hasOwn(seen, name));
  const iterated: EndedIteration = {
    number: iteration.number,
    ...(output ? { output: output.value } : {}),
    seen: Object.fromEntries(asked.map((name) => [name, seen[name] ?? null])),
  };
  execution.emit({ type: 'instance-completed', iterated });
  return null;
}
