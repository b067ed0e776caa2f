import type {
  BoundaryEvent,
  Catch,
  EndEvent,
  IntermediateCatchEvent,
  IntermediateThrowEvent,
  StartEvent,
  Throw,
} from '../executable-event.ts';
import { mappings } from './compile-activity.ts';
import { report, type CompileContext } from './compile-context.ts';
import { associationMappings } from './compile-data.ts';
import { compileClockCatch } from './compile-limits.ts';
import { compileCatch, compileThrow } from './compile-event-definition.ts';
import { calledName } from './faults/model-fault.ts';
import type { NodeShape } from './node-shape.ts';
import { elementOf, elementsOf, type XmlElement } from './xml-element.ts';

/** What defines an event: in itself, or once for the whole file and referred to (BPMN 2.0.2, table 10.83). */
function definitionsOf(element: XmlElement): readonly XmlElement[] {
  return [...elementsOf(element, 'eventDefinitions'), ...elementsOf(element, 'eventDefinitionRef')];
}

/** A time or a condition is never thrown, a termination never caught (BPMN 2.0.2, table 10.93). */
function neverHere(context: CompileContext, element: XmlElement, { $type }: XmlElement): readonly [] {
  const kind = $type.replace(/^bpmn:|EventDefinition$/g, '').toLowerCase();
  report(
    context,
    element,
    'event-kind-here',
    `「${calledName(element)}」在这里不能用「${kind}」事件。请换成允许的事件。`,
    `"${calledName(element)}" is a ${kind} event, which is not allowed here. Use another kind.`,
  );
  return [];
}

/** @param instead what it waits for instead of what its definitions say */
function catching(context: CompileContext, element: XmlElement, instead: Catch | null = null) {
  const catches: Catch[] = instead
    ? [instead]
    : definitionsOf(element).flatMap(
        (definition) => compileCatch(context, element, definition) ?? neverHere(context, element, definition),
      );
  return {
    catches,
    all: element['parallelMultiple'] === true,
    outputs: [
      ...mappings(context, element, 'outputParameters'),
      ...associationMappings(context, element, 'dataOutputAssociations'),
    ],
  };
}

function throwing(context: CompileContext, element: XmlElement) {
  const throws: Throw[] = definitionsOf(element).flatMap(
    (definition) => compileThrow(context, element, definition) ?? neverHere(context, element, definition),
  );
  return {
    throws,
    inputs: [
      ...mappings(context, element, 'inputParameters'),
      ...associationMappings(context, element, 'dataInputAssociations'),
    ],
    messageFlows: context.messageFlows.get(element.id ?? '') ?? [],
  };
}

/** BPMN 2.0.2, 10.5.2. */
export function compileStartEvent(context: CompileContext, element: XmlElement, shape: NodeShape): StartEvent {
  return {
    ...shape,
    type: 'startEvent',
    ...catching(context, element),
    interrupting: element['isInterrupting'] !== false,
  };
}

/** BPMN 2.0.2, 10.5.3. */
export function compileEndEvent(context: CompileContext, element: XmlElement, shape: NodeShape): EndEvent {
  return { ...shape, type: 'endEvent', ...throwing(context, element) };
}

/** BPMN 2.0.2, 10.5.4: an event in the flow that is waited for. */
export function compileIntermediateCatchEvent(
  context: CompileContext,
  element: XmlElement,
  shape: NodeShape,
): IntermediateCatchEvent {
  const event = catching(context, element);
  const catches: readonly Catch[] = event.catches.length > 0 ? event.catches : [{ kind: 'none' }];
  return { ...shape, type: 'intermediateCatchEvent', ...event, catches };
}

/** BPMN 2.0.2, 10.5.4: an event in the flow that is thrown. */
export function compileIntermediateThrowEvent(
  context: CompileContext,
  element: XmlElement,
  shape: NodeShape,
): IntermediateThrowEvent {
  return { ...shape, type: 'intermediateThrowEvent', ...throwing(context, element) };
}

/** BPMN 2.0.2, 10.5.4: an event on the boundary of an activity, interrupting unless `cancelActivity="false"`. */
export function compileBoundaryEvent(context: CompileContext, element: XmlElement, shape: NodeShape): BoundaryEvent {
  const host = elementOf(element, 'attachedToRef')?.id;
  if (!host) {
    report(
      context,
      element,
      'boundary-unattached',
      `边界事件「${calledName(element)}」没有挂在任何步骤上。请挂到一个步骤上。`,
      `The boundary event "${calledName(element)}" is attached to nothing. Attach it to an activity.`,
    );
  }
  const event = catching(context, element, compileClockCatch(context, element));
  const [handler, another] = context.associations.get(element.id ?? '') ?? [];
  if (another)
    report(
      context,
      element,
      'compensation-handler',
      `补偿事件「${calledName(element)}」关联了几个步骤。请只留一个。`,
      `The compensation event "${calledName(element)}" is associated with several elements. Keep one.`,
    );
  return {
    ...shape,
    type: 'boundaryEvent',
    ...event,
    catches: event.catches.length > 0 ? event.catches : [{ kind: 'none' }],
    attachedTo: host ?? '',
    interrupting: element['cancelActivity'] !== false,
    ...(handler?.id === undefined ? {} : { handler: handler.id }),
  };
}
