import type {
  BoundaryEvent,
  EndEvent,
  IntermediateCatchEvent,
  StartEvent,
  TimerDefinition,
} from '../executable-process.ts';
import type { Expression } from '../../feel/expression.ts';
import { isTimerText } from '../timer-text.ts';
import { compileExpression, report, type CompileContext } from './compile-context.ts';
import { calledName } from './model-fault.ts';
import type { NodeShape } from './node-shape.ts';
import { elementOf, elementsOf, textOf, type XmlElement } from './xml-element.ts';

/** BPMN 2.0.2, 10.5.2: only the none start event so far. */
export function compileStartEvent(context: CompileContext, element: XmlElement, shape: NodeShape): StartEvent {
  refuseDefinitions(context, element);
  return { ...shape, type: 'startEvent' };
}

/** BPMN 2.0.2, 10.5.3: only the none end event so far. */
export function compileEndEvent(context: CompileContext, element: XmlElement, shape: NodeShape): EndEvent {
  refuseDefinitions(context, element);
  return { ...shape, type: 'endEvent' };
}

/** BPMN 2.0.2, 10.5.4: intermediate timer in the flow. */
export function compileIntermediateCatchEvent(
  context: CompileContext,
  element: XmlElement,
  shape: NodeShape,
): IntermediateCatchEvent {
  return { ...shape, type: 'intermediateCatchEvent', timer: compileTimer(context, element) };
}

/** BPMN 2.0.2, 10.5.4: timer on the boundary of an activity, interrupting unless `cancelActivity="false"`. */
export function compileBoundaryEvent(context: CompileContext, element: XmlElement, shape: NodeShape): BoundaryEvent {
  const host = elementOf(element, 'attachedToRef')?.id;
  if (!host) {
    report(
      context,
      element,
      'boundary-unattached',
      `边界事件「${calledName(element)}」没有挂在任何步骤上。`,
      `The boundary event "${calledName(element)}" is attached to nothing.`,
    );
  }
  return {
    ...shape,
    type: 'boundaryEvent',
    attachedTo: host ?? '',
    interrupting: element['cancelActivity'] !== false,
    timer: compileTimer(context, element),
  };
}

const timerProperties = [
  ['timeDate', 'date'],
  ['timeDuration', 'duration'],
  ['timeCycle', 'cycle'],
] as const;

function compileTimer(context: CompileContext, element: XmlElement): TimerDefinition {
  const [definition, ...others] = elementsOf(element, 'eventDefinitions');
  if (definition?.$type === 'bpmn:TimerEventDefinition' && others.length === 0) {
    for (const [property, kind] of timerProperties) {
      const source = textOf(elementOf(definition, property), 'body');
      if (source) return { kind, expression: compileTime(context, element, kind, source) };
    }
    report(
      context,
      element,
      'timer-empty',
      `计时「${calledName(element)}」没有写时间。请写日期或时长。`,
      `The timer "${calledName(element)}" has no time. Give it a date or a duration.`,
    );
  } else refuseDefinitions(context, element, true);
  return { kind: 'duration', expression: compileExpression(context, element, 'PT0S', { literal: true }) };
}

/** A literal time is checked here and now; what an expression says is known only when it runs. */
function compileTime(
  context: CompileContext,
  element: XmlElement,
  kind: TimerDefinition['kind'],
  source: string,
): Expression {
  if (!source.startsWith('=') && !isTimerText(kind, source)) {
    const example = { date: '2026-09-10T09:00:00+08:00', duration: 'PT4H', cycle: 'R3/PT4H' }[kind];
    report(
      context,
      element,
      'timer-not-a-time',
      `计时「${calledName(element)}」的「${source}」不是时间。例：${example}。`,
      `"${source}" of the timer "${calledName(element)}" is no time. Example: ${example}.`,
    );
  }
  return compileExpression(context, element, source, { literal: true });
}

function refuseDefinitions(context: CompileContext, element: XmlElement, always = false): void {
  const definitions = elementsOf(element, 'eventDefinitions');
  if (definitions.length === 0 && !always) return;
  const kinds =
    definitions.map((definition) => definition.$type.replace('bpmn:', '').replace('EventDefinition', '')).join(', ') ||
    'none';
  report(
    context,
    element,
    'element-unsupported',
    `事件「${calledName(element)}」的类型（${kinds}）现在还不能运行。请换成普通事件或计时事件。`,
    `The event "${calledName(element)}" (${kinds}) cannot be run yet. Use a none or a timer event.`,
  );
}
