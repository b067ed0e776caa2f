import type { AdHoc, SubProcess } from '../executable-activity.ts';
import { activityShape } from './compile-activity.ts';
import { compileExpression, type CompileContext } from './compile-context.ts';
import type { NodeShape } from './node-shape.ts';
import { elementOf, extensionOf, textOf, type XmlElement } from './xml-element.ts';

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
  return {
    ...activityShape(context, element, shape),
    type: 'subProcess',
    kind,
    ...(kind === 'adHoc' ? { adHoc: compileAdHoc(context, element) } : {}),
  };
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
