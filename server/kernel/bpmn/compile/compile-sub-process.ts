import type { AdHoc, SubProcess } from '../executable-activity.ts';
import { activityShape } from './compile-activity.ts';
import { compileExpression, report, reportMissing, type CompileContext } from './compile-context.ts';
import { calledName } from './faults/model-fault.ts';
import type { NodeShape } from './node-shape.ts';
import { elementOf, elementsOf, extensionOf, textOf, type XmlElement } from './xml-element.ts';

/** BPMN 2.0.2, 10.3.5: what is inside is compiled as a scope of its own (`compile-scope.ts`). */
export function compileSubProcess(context: CompileContext, element: XmlElement, shape: NodeShape): SubProcess {
  const kind =
    element.$type === 'bpmn:Transaction'
      ? 'transaction'
      : element.$type === 'bpmn:AdHocSubProcess'
        ? 'adHoc'
        : element['triggeredByEvent'] === true
          ? 'event'
          : 'embedded';
  checkStarts(context, element, kind);
  if (element['triggeredByEvent'] === true && kind !== 'event') reportTriggered(context, element);
  return {
    ...activityShape(context, element, shape),
    type: 'subProcess',
    kind,
    ...(kind === 'adHoc' ? { adHoc: compileAdHoc(context, element) } : {}),
  };
}

/**
 * A sub-process has one start event or none, an event sub-process has one (BPMN 2.0.2, 10.3.5, 13.3.4). A drawing that
 * has several is walked through: each is another way to begin.
 */
function checkStarts(context: CompileContext, element: XmlElement, kind: SubProcess['kind']): void {
  const starts = elementsOf(element, 'flowElements').filter(({ $type }) => $type === 'bpmn:StartEvent');
  if (starts.length < 2 || kind === 'adHoc') return;
  const isEvent = kind === 'event';
  reportMissing(
    context,
    element,
    isEvent ? 'event-sub-process-start' : 'sub-process-starts',
    `${isEvent ? '事件子流程' : '子流程'}「${calledName(element)}」有几个开始事件，不知道从哪里开始。请只留一个。`,
    `The ${isEvent ? 'event ' : ''}sub-process "${calledName(element)}" has several start events, so there is no telling where it begins. Keep one.`,
  );
}

/** Nothing says what a transaction or an ad-hoc sub-process would be that no token begins. */
function reportTriggered(context: CompileContext, element: XmlElement): void {
  report(
    context,
    element,
    'event-sub-process-kind',
    `「${calledName(element)}」是事务或临时子流程，不能由事件触发。请把它放进一个事件子流程，或去掉 triggeredByEvent。`,
    `"${calledName(element)}" is a transaction or an ad-hoc sub-process, which no event triggers. Put it into an event sub-process, or remove triggeredByEvent.`,
  );
}

function compileAdHoc(context: CompileContext, element: XmlElement): AdHoc {
  const completion = textOf(elementOf(element, 'completionCondition'), 'body');
  const active = textOf(extensionOf(element, 'zeebe:AdHoc'), 'activeElementsCollection');
  return {
    sequential: textOf(element, 'ordering') === 'Sequential',
    cancelsRemaining: element['cancelRemainingInstances'] !== false,
    ...(completion ? { completion: compileExpression(context, element, completion, { literal: false }) } : {}),
    ...(active ? { active: compileExpression(context, element, active, { literal: false }) } : {}),
  };
}
