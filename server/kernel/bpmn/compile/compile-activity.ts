import type { JsonObject } from '../../json.ts';
import type {
  ActivityFrame,
  BusinessRuleTask,
  CallActivity,
  PlainTask,
  ReceiveTask,
  ScriptTask,
  SendTask,
  ServiceTask,
  UserTask,
  VariableMapping,
} from '../executable-activity.ts';
import {
  compileExpression,
  constant,
  report,
  reportLeftOut,
  reportMissing,
  type CompileContext,
} from './compile-context.ts';
import { compileAnnouncement } from './compile-announcement.ts';
import { associationMappings, checkDataSets } from './compile-data.ts';
import { compileLimits } from './compile-limits.ts';
import { compileMessage } from './compile-event-definition.ts';
import { compileLoop } from './compile-loop.ts';
import type { NodeShape } from './node-shape.ts';
import { calledName } from './faults/model-fault.ts';
import { elementOf, elementsOf, extensionOf, textOf, type XmlElement } from './xml-element.ts';

/** The variable mappings of an element in the Zeebe vocabulary. */
export function mappings(
  context: CompileContext,
  element: XmlElement,
  property: 'inputParameters' | 'outputParameters',
): readonly VariableMapping[] {
  const mapping = extensionOf(element, 'zeebe:IoMapping');
  return (mapping ? elementsOf(mapping, property) : []).flatMap((parameter) => {
    const source = textOf(parameter, 'source');
    const target = textOf(parameter, 'target');
    return source && target ? [{ source: compileExpression(context, element, source, { literal: true }), target }] : [];
  });
}

/** What every activity has besides its place in the flow: variable mappings, a default flow, a loop, quantities. */
export function activityShape(context: CompileContext, element: XmlElement, shape: NodeShape): ActivityFrame {
  const defaultFlow = elementOf(element, 'default')?.id;
  const loop = compileLoop(context, element);
  checkDataSets(context, element);
  return {
    ...shape,
    inputs: [
      ...associationMappings(context, element, 'dataInputAssociations'),
      ...mappings(context, element, 'inputParameters'),
    ],
    outputs: [
      ...mappings(context, element, 'outputParameters'),
      ...associationMappings(context, element, 'dataOutputAssociations'),
    ],
    startQuantity: quantity(context, element, 'startQuantity'),
    completionQuantity: quantity(context, element, 'completionQuantity'),
    forCompensation: element['isForCompensation'] === true,
    ...(defaultFlow ? { defaultFlow } : {}),
    ...(loop ? { loop } : {}),
  };
}

/** Tokens an activity needs or makes; the standard knows no fewer than one (BPMN 2.0.2, table 10.3). */
function quantity(context: CompileContext, element: XmlElement, property: string): number {
  const value = Number(element[property] ?? 1);
  // What is no whole number at all is reported by where the text is read.
  if (Number.isNaN(value) || (Number.isInteger(value) && value >= 1 && value <= 1000)) return value || 1;
  report(
    context,
    element,
    'quantity-wrong',
    `「${calledName(element)}」的 ${property} 写错了。请写 1 到 1000 的整数。`,
    `${property} of "${calledName(element)}" is wrong. Write a whole number from 1 to 1000.`,
  );
  return 1;
}

/** BPMN 2.0.2, 10.3.3 (user task), with `grid:assignment`, `grid:timeLimit` and `grid:instruction`. */
export function compileUserTask(context: CompileContext, element: XmlElement, shape: NodeShape): UserTask {
  const form = textOf(extensionOf(element, 'zeebe:FormDefinition'), 'formId');
  const assignment = compileAssignment(context, element);
  const instruction = textOf(extensionOf(element, 'grid:Instruction'), 'text');
  return {
    ...activityShape(context, element, shape),
    type: 'userTask',
    ...(form ? { form } : {}),
    ...(assignment ? { assignment } : {}),
    ...compileAnnouncement(context, element),
    ...compileLimits(context, element),
    ...(instruction ? { instruction } : {}),
  };
}

/** `grid:assignment`; where several decide together, their posts may stand in `grid:approval` alone. */
function compileAssignment(context: CompileContext, element: XmlElement): UserTask['assignment'] | null {
  const assignment = extensionOf(element, 'grid:Assignment');
  if (!assignment) return null;
  const post = textOf(assignment, 'post') ?? textOf(extensionOf(element, 'grid:Approval'), 'posts');
  const area = textOf(assignment, 'area');
  const [rule, fallback] = [textOf(assignment, 'rule'), textOf(assignment, 'fallback')];
  if (post && area)
    return {
      post: compileExpression(context, element, post, { literal: true }),
      area: compileExpression(context, element, area, { literal: false }),
      ...(fallback ? { fallback: compileExpression(context, element, fallback, { literal: true }) } : {}),
      ...(rule ? { rule } : {}),
    };
  report(
    context,
    element,
    'assignment-incomplete',
    `「${calledName(element)}」的办理岗位没写全。请写明由哪个岗位、在哪个区域办理。`,
    `The assignment of "${calledName(element)}" is incomplete. Name the post and the area.`,
  );
  return null;
}

/** BPMN 2.0.2, 10.3.3 (service task), run as a job of the type in `zeebe:taskDefinition`. */
export function compileServiceTask(
  context: CompileContext,
  element: XmlElement,
  shape: NodeShape,
): ServiceTask | PlainTask {
  // A drawing that does not say what is to be done has nothing to wait for.
  if (context.lenient && !extensionOf(element, 'zeebe:TaskDefinition'))
    return compilePlainTask(context, element, shape);
  const definition = extensionOf(element, 'zeebe:TaskDefinition');
  const jobType = textOf(definition, 'type');
  if (!jobType) {
    reportMissing(
      context,
      element,
      'job-type-missing',
      `自动步骤「${calledName(element)}」没有写要做什么。请在 zeebe:taskDefinition 里写明类型。`,
      `The service task "${calledName(element)}" does not say what to do. Give zeebe:taskDefinition a type.`,
    );
  }
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
    retries: retriesOf(context, element, definition),
    headers: headers satisfies JsonObject,
  };
}

/** How often a job may fail; somebody who writes an expression or nothing sensible must not get another number. */
function retriesOf(context: CompileContext, element: XmlElement, definition: XmlElement | undefined): number {
  const retries = Number(textOf(definition, 'retries') ?? '3');
  if (Number.isInteger(retries) && retries >= 1 && retries <= 20) return retries;
  report(
    context,
    element,
    'retries-wrong',
    `「${calledName(element)}」的重试次数不对。请写 1 到 20 的整数。`,
    `The retries of "${calledName(element)}" are wrong. Write a whole number from 1 to 20.`,
  );
  return 3;
}

/** BPMN 2.0.2, 10.3.3 (business rule task), a DMN decision named by `zeebe:calledDecision`. */
export function compileBusinessRuleTask(
  context: CompileContext,
  element: XmlElement,
  shape: NodeShape,
): BusinessRuleTask | ServiceTask | PlainTask {
  if (extensionOf(element, 'zeebe:TaskDefinition')) return compileServiceTask(context, element, shape);
  if (context.lenient && !extensionOf(element, 'zeebe:CalledDecision'))
    return compilePlainTask(context, element, shape);
  const called = extensionOf(element, 'zeebe:CalledDecision');
  const decision = textOf(called, 'decisionId');
  const resultVariable = textOf(called, 'resultVariable');
  if (!decision || !resultVariable) {
    reportMissing(
      context,
      element,
      'decision-missing',
      `规则步骤「${calledName(element)}」没有写用哪张分派规则、结果存到哪里。请在 zeebe:calledDecision 里写明。`,
      `The business rule task "${calledName(element)}" does not name its decision and result variable. Give them in zeebe:calledDecision.`,
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
  const messageFlows = context.messageFlows.get(element.id ?? '') ?? [];
  return { ...activityShape(context, element, shape), type: 'task', messageFlows };
}

/** BPMN 2.0.2, 10.3.3 (script task): one FEEL expression, in `zeebe:script` or the standard's own element. */
export function compileScriptTask(
  context: CompileContext,
  element: XmlElement,
  shape: NodeShape,
): ScriptTask | ServiceTask | PlainTask {
  if (extensionOf(element, 'zeebe:TaskDefinition')) return compileServiceTask(context, element, shape);
  const script = extensionOf(element, 'zeebe:Script');
  const source = textOf(script, 'expression') ?? textOf(element, 'script');
  const resultVariable = textOf(script, 'resultVariable');
  const format = textOf(element, 'scriptFormat') ?? textOf(element, 'scriptLanguage');
  if (context.lenient && !source) return compilePlainTask(context, element, shape);
  const isForeign = format !== undefined && !/feel/i.test(format);
  if (!source || isForeign)
    report(
      context,
      element,
      isForeign ? 'script-language' : 'script-missing',
      isForeign
        ? `脚本「${calledName(element)}」用的是「${format}」，这里只运行 FEEL 表达式。请改写成 FEEL。`
        : `脚本「${calledName(element)}」是空的。请写一个 FEEL 表达式。`,
      isForeign
        ? `The script "${calledName(element)}" is in "${format}"; only FEEL is run here. Rewrite it in FEEL.`
        : `The script "${calledName(element)}" is empty. Write a FEEL expression.`,
    );
  return {
    ...activityShape(context, element, shape),
    type: 'scriptTask',
    script: source && !isForeign ? compileExpression(context, element, source, { literal: false }) : constant(null),
    ...(resultVariable ? { resultVariable } : {}),
  };
}

/** BPMN 2.0.2, 10.3.3 (send task): a job where it names a type, else a message. */
export function compileSendTask(
  context: CompileContext,
  element: XmlElement,
  shape: NodeShape,
): SendTask | ServiceTask | PlainTask {
  if (extensionOf(element, 'zeebe:TaskDefinition')) return compileServiceTask(context, element, shape);
  return {
    ...activityShape(context, element, shape),
    type: 'sendTask',
    message: compileMessage(context, element, elementOf(element, 'messageRef')),
    messageFlows: context.messageFlows.get(element.id ?? '') ?? [],
  };
}

/** BPMN 2.0.2, 10.3.3 (receive task). */
export function compileReceiveTask(context: CompileContext, element: XmlElement, shape: NodeShape): ReceiveTask {
  return {
    ...activityShape(context, element, shape),
    type: 'receiveTask',
    message: compileMessage(context, element, elementOf(element, 'messageRef')),
    instantiate: element['instantiate'] === true,
  };
}

/** BPMN 2.0.2, 10.3.6: the called process or global task, by the standard's attribute or `zeebe:calledElement`. */
export function compileCallActivity(
  context: CompileContext,
  element: XmlElement,
  shape: NodeShape,
): CallActivity | PlainTask {
  const zeebe = extensionOf(element, 'zeebe:CalledElement');
  const called = textOf(zeebe, 'processId') ?? textOf(element, 'calledElement');
  if (!called) {
    reportLeftOut(
      context,
      element,
      'called-process-missing',
      `「${calledName(element)}」没有写调用哪个流程。请用 calledElement 指明。`,
      `"${calledName(element)}" does not name the process it calls. Name one by calledElement.`,
    );
    if (context.lenient) return compilePlainTask(context, element, shape);
  }
  return {
    ...activityShape(context, element, shape),
    type: 'callActivity',
    called: compileExpression(context, element, (called ?? '').replace(/^[^=:]*:/, ''), { literal: true }),
    propagatesAll: zeebe?.['propagateAllChildVariables'] !== false,
  };
}
