import type { JsonObject } from '../../json.ts';
import type { BusinessRuleTask, PlainTask, ServiceTask, UserTask, VariableMapping } from '../executable-process.ts';
import { compileExpression, report, type CompileContext } from './compile-context.ts';
import type { NodeShape } from './node-shape.ts';
import { calledName } from './model-fault.ts';
import { elementOf, elementsOf, extensionOf, textOf, type XmlElement } from './xml-element.ts';

/** What every activity has besides its place in the flow: variable mappings and a default flow. */
function activityShape(context: CompileContext, element: XmlElement, shape: NodeShape) {
  const mapping = extensionOf(element, 'zeebe:IoMapping');
  const read = (property: string): VariableMapping[] =>
    (mapping ? elementsOf(mapping, property) : []).flatMap((parameter) => {
      const source = textOf(parameter, 'source');
      const target = textOf(parameter, 'target');
      return source && target
        ? [{ source: compileExpression(context, element, source, { literal: true }), target }]
        : [];
    });
  const defaultFlow = elementOf(element, 'default')?.id;
  return {
    ...shape,
    inputs: read('inputParameters'),
    outputs: read('outputParameters'),
    ...(defaultFlow ? { defaultFlow } : {}),
  };
}

/** BPMN 2.0.2, 10.3.3 (user task), with `grid:assignment`, `grid:timeLimit` and `grid:instruction`. */
export function compileUserTask(context: CompileContext, element: XmlElement, shape: NodeShape): UserTask {
  const form = textOf(extensionOf(element, 'zeebe:FormDefinition'), 'formId');
  const assignment = extensionOf(element, 'grid:Assignment');
  const post = textOf(assignment, 'post');
  const area = textOf(assignment, 'area');
  const rule = textOf(assignment, 'rule');
  if (assignment && !(post && area)) {
    report(
      context,
      element,
      'assignment-incomplete',
      `「${calledName(element)}」的办理岗位没写全。请写明由哪个岗位、在哪个区域办理。`,
      `The assignment of "${calledName(element)}" is incomplete. Name the post and the area.`,
    );
  }
  const limit = extensionOf(element, 'grid:TimeLimit');
  const limitSource = textOf(limit, 'limit');
  const ladder = textOf(limit, 'ladder');
  const instruction = textOf(extensionOf(element, 'grid:Instruction'), 'text');
  return {
    ...activityShape(context, element, shape),
    type: 'userTask',
    ...(form ? { form } : {}),
    ...(post && area
      ? {
          assignment: {
            post: compileExpression(context, element, post, { literal: true }),
            area: compileExpression(context, element, area, { literal: false }),
            ...(rule ? { rule } : {}),
          },
        }
      : {}),
    ...(limitSource ? { timeLimit: compileExpression(context, element, limitSource, { literal: true }) } : {}),
    ...(ladder ? { ladder } : {}),
    ...(instruction ? { instruction } : {}),
  };
}

/** BPMN 2.0.2, 10.3.3 (service task), run as a job of the type in `zeebe:taskDefinition`. */
export function compileServiceTask(context: CompileContext, element: XmlElement, shape: NodeShape): ServiceTask {
  const definition = extensionOf(element, 'zeebe:TaskDefinition');
  const jobType = textOf(definition, 'type');
  if (!jobType) {
    report(
      context,
      element,
      'job-type-missing',
      `自动步骤「${calledName(element)}」没有写要做什么。请在 zeebe:taskDefinition 里写明类型。`,
      `The service task "${calledName(element)}" does not say what to do. Give zeebe:taskDefinition a type.`,
    );
  }
  const retries = Number(textOf(definition, 'retries') ?? '3');
  const headerList = extensionOf(element, 'zeebe:TaskHeaders');
  const headers: Record<string, string> = {};
  for (const header of headerList ? elementsOf(headerList, 'values') : []) {
    const key = textOf(header, 'key');
    if (key) headers[key] = textOf(header, 'value') ?? '';
  }
  return {
    ...activityShape(context, element, shape),
    type: 'serviceTask',
    jobType: jobType ?? '',
    retries: Number.isInteger(retries) && retries >= 1 && retries <= 20 ? retries : 3,
    headers: headers satisfies JsonObject,
  };
}

/** BPMN 2.0.2, 10.3.3 (business rule task), a DMN decision named by `zeebe:calledDecision`. */
export function compileBusinessRuleTask(
  context: CompileContext,
  element: XmlElement,
  shape: NodeShape,
): BusinessRuleTask {
  const called = extensionOf(element, 'zeebe:CalledDecision');
  const decision = textOf(called, 'decisionId');
  const resultVariable = textOf(called, 'resultVariable');
  if (!decision || !resultVariable) {
    report(
      context,
      element,
      'decision-missing',
      `规则步骤「${calledName(element)}」没有写用哪张分派规则、结果存到哪里。`,
      `The business rule task "${calledName(element)}" does not name its decision and result variable.`,
    );
  }
  return {
    ...activityShape(context, element, shape),
    type: 'businessRuleTask',
    decision: decision ?? '',
    resultVariable: resultVariable ?? '',
  };
}

/** BPMN 2.0.2, 10.3.3 (none task, manual task): nothing to do for the engine, so it completes at once. */
export function compilePlainTask(context: CompileContext, element: XmlElement, shape: NodeShape): PlainTask {
  return { ...activityShape(context, element, shape), type: 'task' };
}
