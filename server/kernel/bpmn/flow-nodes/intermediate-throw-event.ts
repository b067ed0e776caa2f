import type { EvaluationFault } from '../../feel/expression.ts';
import type { EndEvent, IntermediateThrowEvent, Throw } from '../executable-event.ts';
import type { Behaviour, Execution } from '../execution.ts';
import type { ElementInstance } from '../process-instance.ts';
import { mapVariables } from '../variables.ts';
import { beginCompensation, undoNext } from './compensate.ts';
import { followLink } from './follow-link.ts';
import { actInTurn, leave, wait } from './leave.ts';
import { take } from './take.ts';
import { addressMessage, throwFrom, throwMessage } from './throw-event.ts';

/**
 * BPMN 2.0.2, 13.5.6: it throws, then its token goes on; a compensation is waited for, a link goes on at its other end.
 */
export const intermediateThrowEvent: Behaviour<IntermediateThrowEvent> = {
  enter(execution, node, element) {
    const [first] = node.throws;
    if (first?.kind === 'link') return followLink(execution, node, element, first.link);
    return node.throws.length === 0 ? throwAll(execution, node, element) : actInTurn(execution, element);
  },
  act: throwAll,
  insideDone: (execution, node, element) =>
    undoNext(execution, element) ? null : compensated(execution, node, element),
};

/**
 * Throws everything an event throws, then leaves; when a throw takes the event itself away, that is the end of it.
 */
export function throwAll(
  execution: Execution,
  node: IntermediateThrowEvent | EndEvent,
  element: ElementInstance,
): EvaluationFault | null {
  const fault = throwEach(execution, node, element);
  if (fault || !execution.element(element.scope, element.id)) return fault;
  const compensation = node.throws.find((thrown) => thrown.kind === 'compensation');
  return compensation ? compensate(execution, node, element, compensation) : leave(execution, element);
}

/**
 * Throws everything an event throws, one after the other (BPMN 2.0.2, 10.5.3): what may take the event away comes after
 * what goes out from it, for it could not go out any more.
 */
export function throwEach(
  execution: Execution,
  node: IntermediateThrowEvent | EndEvent,
  element: ElementInstance,
): EvaluationFault | null {
  const visible = execution.visible(element.scope);
  const mapped = mapVariables(execution, node.inputs, visible, visible);
  if (!mapped.ok) return mapped.fault;
  const unaddressed = node.throws.length > 1 ? firstUnaddressed(execution, node, element) : null;
  if (unaddressed) return unaddressed;
  // A drawing leads a message flow out of an event without saying that it throws a message.
  if (node.messageFlows.length > 0 && !node.throws.some(({ kind }) => kind === 'message'))
    throwMessage(execution, element, {
      name: node.name,
      correlation: null,
      variables: mapped.values,
      to: node.messageFlows,
    });
  for (const thrown of node.throws.toSorted((one, other) => turnOf(one) - turnOf(other))) {
    const fault = throwFrom(execution, element, thrown, mapped.values, node.messageFlows);
    if (fault) return fault;
    if (!execution.element(element.scope, element.id)) return null;
  }
  return null;
}

/** One that cannot be addressed keeps all of them here: tried again, those before it would go out twice. */
function firstUnaddressed(
  execution: Execution,
  { throws }: IntermediateThrowEvent | EndEvent,
  element: ElementInstance,
): EvaluationFault | null {
  for (const thrown of throws) {
    const addressed = thrown.kind === 'message' ? addressMessage(execution, element, thrown.message) : null;
    if (addressed?.ok === false) return addressed.fault;
  }
  return null;
}

/**
 * Throws again what is stuck with an error that nobody caught: everything else that the event throws has gone out before
 * its error (see `turnOf`), and does not go out a second time.
 */
export function throwErrorAgain(
  execution: Execution,
  node: IntermediateThrowEvent | EndEvent,
  element: ElementInstance,
): EvaluationFault | null {
  const goneOut: readonly Throw['kind'][] = ['message', 'signal', 'escalation'];
  const left = { ...node, throws: node.throws.filter(({ kind }) => !goneOut.includes(kind)), messageFlows: [] };
  return execution.behaviourOf(left).act?.(execution, left, element) ?? null;
}

/** Messages only go out; signals and escalations may interrupt what is around; an error always does. */
function turnOf({ kind }: Throw): number {
  return ['message', 'signal', 'escalation', 'error'].indexOf(kind);
}

function compensate(
  execution: Execution,
  node: IntermediateThrowEvent | EndEvent,
  element: ElementInstance,
  { activity, waits }: Extract<Throw, { kind: 'compensation' }>,
): null {
  if (!beginCompensation(execution, element, activity)) return leave(execution, element);
  // Its token need not wait (`waitForCompletion="false"`); the event stays as that in which the compensation runs.
  if (!waits)
    for (const id of node.outgoing) {
      const flow = execution.process.flows.get(id);
      if (flow) take(execution, flow, element.scope);
    }
  return wait(execution, element);
}

/** Whether the token of an event waits for the compensation it throws. */
export function waitsForCompensation({ throws }: IntermediateThrowEvent | EndEvent): boolean {
  return throws.every((thrown) => thrown.kind !== 'compensation' || thrown.waits);
}

/** The compensation an event has thrown is over: its token goes on, unless it has gone on long ago. */
export function compensated(
  execution: Execution,
  node: IntermediateThrowEvent | EndEvent,
  element: ElementInstance,
): null {
  if (waitsForCompensation(node)) return leave(execution, element);
  const at = { id: element.id, scope: element.scope };
  execution.emit({ type: 'element-completing', ...at });
  execution.emit({ type: 'element-left', ...at, element: element.element });
  return null;
}
