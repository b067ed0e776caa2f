import type { Expression } from '../../feel/expression.ts';
import type { VariableMapping } from '../executable-activity.ts';
import { compileExpression, report, variable, type CompileContext } from './compile-context.ts';
import { calledName } from './faults/model-fault.ts';
import { elementOf, elementsOf, textOf, type XmlElement } from './xml-element.ts';

/**
 * The variable a data element is (BPMN 2.0.2, 10.4): data objects, properties, inputs and outputs are variables under
 * their names; a reference to a data object is the object.
 */
export function variableOf(data: XmlElement): string {
  const object = elementOf(data, 'dataObjectRef') ?? elementOf(data, 'dataStoreRef') ?? data;
  return textOf(object, 'name') ?? textOf(data, 'name') ?? object.id ?? '';
}

/** Names of the data objects and properties of a process or sub-process. */
export function dataIn(element: XmlElement): readonly string[] {
  const objects = elementsOf(element, 'flowElements').filter(({ $type }) => $type === 'bpmn:DataObject');
  return [...objects, ...elementsOf(element, 'properties')].map(variableOf);
}

/** How many sets and how many pieces of data a task has that stands for a message or an operation (BPMN 2.0.2, 10.4.2). */
const limits: { readonly [type: string]: readonly (readonly [by: string, data: string, most: number])[] } = {
  'bpmn:SendTask': [
    ['messageRef', 'inputSets', 1],
    ['messageRef', 'dataInputs', 1],
  ],
  'bpmn:ReceiveTask': [
    ['messageRef', 'outputSets', 1],
    ['messageRef', 'dataOutputs', 1],
  ],
  'bpmn:ServiceTask': [
    ['operationRef', 'inputSets', 1],
    ['operationRef', 'dataInputs', 1],
    ['operationRef', 'outputSets', 1],
    ['operationRef', 'dataOutputs', 1],
  ],
};

/** Reports data that a message or an operation has no place for: it would be neither sent nor received. */
export function checkDataSets(context: CompileContext, element: XmlElement): void {
  const specification = elementOf(element, 'ioSpecification');
  for (const [by, data, most] of (specification && limits[element.$type]) || []) {
    if (!elementOf(element, by) || elementsOf(specification ?? element, data).length <= most) continue;
    report(
      context,
      element,
      'data-sets',
      `「${calledName(element)}」收发的是一份内容，${data} 却不止一个。请只留一个。`,
      `"${calledName(element)}" sends or receives one piece of data, but has several ${data}. Keep one.`,
    );
  }
}

/**
 * Data associations as variable mappings (BPMN 2.0.2, 10.4.2): each copies its source to its target, transformed or
 * member by member where it says so.
 *
 * @param property `dataInputAssociations` or `dataOutputAssociations`
 */
export function associationMappings(
  context: CompileContext,
  element: XmlElement,
  property: 'dataInputAssociations' | 'dataOutputAssociations',
): readonly VariableMapping[] {
  return elementsOf(element, property).flatMap((association) => {
    const [source, second] = elementsOf(association, 'sourceRef');
    const target = elementOf(association, 'targetRef');
    const assigned = elementsOf(association, 'assignment').flatMap((assignment) =>
      assignedBy(context, element, assignment),
    );
    if (assigned.length > 0) return assigned;
    const transformation = textOf(elementOf(association, 'transformation'), 'body');
    if (second && !transformation) reportSources(context, element);
    if (!target) reportTarget(context, element);
    const value: Expression | null = transformation
      ? compileExpression(context, element, transformation, { literal: false })
      : source
        ? variable(variableOf(source))
        : null;
    return value && target ? [{ source: value, target: variableOf(target) }] : [];
  });
}

function reportSources(context: CompileContext, element: XmlElement): void {
  report(
    context,
    element,
    'association-sources',
    `「${calledName(element)}」的一条数据线有几个来源，却没有写怎样合成一个值。请写 transformation，或只留一个来源。`,
    `A data association of "${calledName(element)}" has several sources and does not say what they come to. Give it a transformation, or keep one source.`,
  );
}

function reportTarget(context: CompileContext, element: XmlElement): void {
  report(
    context,
    element,
    'association-target',
    `「${calledName(element)}」的一条数据线没有写送到哪里。请用 targetRef 指明。`,
    `A data association of "${calledName(element)}" leads nowhere. Name its targetRef.`,
  );
}

function assignedBy(context: CompileContext, element: XmlElement, assignment: XmlElement): readonly VariableMapping[] {
  const from = textOf(elementOf(assignment, 'from'), 'body');
  const to = textOf(elementOf(assignment, 'to'), 'body');
  return from && to ? [{ source: compileExpression(context, element, from, { literal: false }), target: to }] : [];
}
