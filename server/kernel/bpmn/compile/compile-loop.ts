import type { Loop, LoopEvent } from '../executable-activity.ts';
import type { Throw } from '../executable-event.ts';
import { compileApproval } from './compile-approval.ts';
import { compileExpression, report, reportLeftOut, variable, type CompileContext } from './compile-context.ts';
import { variableOf } from './compile-data.ts';
import { compileThrow } from './compile-event-definition.ts';
import { calledName } from './faults/model-fault.ts';
import { elementOf, elementsOf, extensionOf, textOf, type XmlElement } from './xml-element.ts';

/** BPMN 2.0.2, 10.3.8: the loop of an activity, in the standard's own words or the Zeebe vocabulary's. */
export function compileLoop(context: CompileContext, element: XmlElement): Loop | null {
  const approval = extensionOf(element, 'grid:Approval');
  if (approval) return compileApproval(context, element, approval);
  const loop = elementOf(element, 'loopCharacteristics');
  if (!loop) return null;
  return loop.$type === 'bpmn:StandardLoopCharacteristics'
    ? standardLoop(context, element, loop)
    : multipleLoop(context, element, loop);
}

function standardLoop(context: CompileContext, element: XmlElement, loop: XmlElement): Loop {
  const condition = textOf(elementOf(loop, 'loopCondition'), 'body');
  const most = loop['loopMaximum'];
  const maximum = typeof most === 'number' ? String(most) : textOf(loop, 'loopMaximum');
  if (!condition && maximum === undefined)
    reportLeftOut(
      context,
      element,
      'loop-endless',
      `「${calledName(element)}」反复办，但没有写到什么时候为止。请写条件或最多几次。`,
      `"${calledName(element)}" loops without a condition or a maximum. Give it one of them.`,
    );
  if (typeof most === 'number' && !(most >= 1)) reportMaximum(context, element);
  return {
    kind: 'standard',
    testBefore: loop['testBefore'] === true,
    ...(condition ? { condition: compileExpression(context, element, condition, { literal: false }) } : {}),
    ...(maximum === undefined ? {} : { maximum: compileExpression(context, element, maximum, { literal: false }) }),
  };
}

/** A standard loop goes round at least once if it may go round at all (BPMN 2.0.2, table 10.28). */
function reportMaximum(context: CompileContext, element: XmlElement): void {
  report(
    context,
    element,
    'loop-maximum-wrong',
    `「${calledName(element)}」最多反复的次数不对。请写 1 以上的整数。`,
    `The loopMaximum of "${calledName(element)}" is wrong. Write a whole number from 1.`,
  );
}

/** How many iterations there are comes from a number or from a collection (BPMN 2.0.2, 10.3.8). */
function reportBoth(context: CompileContext, element: XmlElement): void {
  report(
    context,
    element,
    'loop-items-twice',
    `「${calledName(element)}」既写了办几次，又写了对哪些项办。请只留一样。`,
    `"${calledName(element)}" is done both a number of times and for the items of a collection. Keep one of them.`,
  );
}

function reportUncountable(context: CompileContext, element: XmlElement, cardinality: string): void {
  report(
    context,
    element,
    'loop-not-countable',
    `「${calledName(element)}」要办的次数「${cardinality}」不是 0 以上的整数。请改成整数。`,
    `"${calledName(element)}" is to be done "${cardinality}" times. Write a whole number from 0.`,
  );
}

function multipleLoop(context: CompileContext, element: XmlElement, loop: XmlElement): Loop {
  const zeebe = extensionOf(loop, 'zeebe:LoopCharacteristics');
  const cardinality = textOf(elementOf(loop, 'loopCardinality'), 'body');
  const completion = textOf(elementOf(loop, 'completionCondition'), 'body');
  const [into, out] = [elementOf(loop, 'loopDataInputRef'), elementOf(loop, 'loopDataOutputRef')];
  const [item, given] = [elementOf(loop, 'inputDataItem'), elementOf(loop, 'outputDataItem')];
  const collection = textOf(zeebe, 'inputCollection');
  const output = textOf(zeebe, 'outputElement');
  if (!collection && !into && !cardinality)
    reportLeftOut(
      context,
      element,
      'loop-without-items',
      `「${calledName(element)}」要分别办，但没有写对哪些项、办几次。请写明清单或次数。`,
      `"${calledName(element)}" is done several times, but neither for which items nor how often is said. Give it a collection or a number.`,
    );
  if (cardinality && (collection || into)) reportBoth(context, element);
  if (cardinality && /^=?\s*(-\d|\d+\.\d|")/.test(cardinality)) reportUncountable(context, element, cardinality);
  const itemName = textOf(zeebe, 'inputElement') ?? (item && variableOf(item));
  const results = textOf(zeebe, 'outputCollection') ?? (out && variableOf(out));
  const expression = (source: string) => compileExpression(context, element, source, { literal: false });
  return {
    kind: 'multiple',
    sequential: loop['isSequential'] === true,
    events: loopEvents(context, element, loop),
    ...(cardinality ? { cardinality: expression(cardinality) } : {}),
    ...(collection ? { collection: expression(collection) } : into ? { collection: variable(variableOf(into)) } : {}),
    ...(itemName === undefined ? {} : { item: itemName }),
    ...(results === undefined ? {} : { results }),
    ...(output ? { output: expression(output) } : given ? { output: variable(variableOf(given)) } : {}),
    ...(completion ? { completion: expression(completion) } : {}),
  };
}

/** BPMN 2.0.2, table 10.29 and 10.31: what is thrown while iterations complete. */
function loopEvents(context: CompileContext, element: XmlElement, loop: XmlElement): readonly LoopEvent[] {
  const behavior = textOf(loop, 'behavior') ?? 'All';
  const simple = (property: string, when: LoopEvent['when']): readonly LoopEvent[] => {
    const definition = elementOf(loop, property);
    // Table 10.30: where no event is named, a signal without a name is thrown.
    if (!definition) return [{ when, throws: { kind: 'signal', signal: '' } }];
    return thrownBy(context, element, definition).map((throws) => ({ when, throws }));
  };
  if (behavior === 'One') return simple('oneBehaviorEventRef', 'first');
  if (behavior === 'None') return simple('noneBehaviorEventRef', 'each');
  if (behavior !== 'Complex') return [];
  const complexes = elementsOf(loop, 'complexBehaviorDefinition');
  if (complexes.length === 0) reportEventMissing(context, element);
  return complexes.flatMap((complex): readonly LoopEvent[] => {
    const condition = textOf(elementOf(complex, 'condition'), 'body');
    const event = elementOf(complex, 'event');
    const when = condition ? { condition: compileExpression(context, element, condition, { literal: false }) } : {};
    return elementsOf(event ?? complex, 'eventDefinitions').flatMap((definition) =>
      thrownBy(context, element, definition).map((throws) => ({
        when: condition ? 'condition' : 'each',
        throws,
        ...when,
      })),
    );
  });
}

function reportEventMissing(context: CompileContext, element: XmlElement): void {
  report(
    context,
    element,
    'loop-event-missing',
    `「${calledName(element)}」写了办完一项时要发事件，但没有写发哪个事件。请指明，或去掉 behavior。`,
    `"${calledName(element)}" throws an event as iterations complete, but names none. Name it, or remove the behavior.`,
  );
}

const throwable: readonly string[] = ['message', 'signal', 'escalation', 'error'];

/** A loop throws what its boundary, or somebody further out, can catch; anything else would be thrown and do nothing. */
function thrownBy(context: CompileContext, element: XmlElement, definition: XmlElement): readonly Throw[] {
  const throws = compileThrow(context, element, definition);
  if (throws && throwable.includes(throws.kind)) return [throws];
  report(
    context,
    element,
    'loop-event-kind',
    `「${calledName(element)}」办完一项时不能发这种事件。请改成消息、信号、升级或错误。`,
    `"${calledName(element)}" throws an event as iterations complete that nothing could catch. Use a message, signal, escalation or error.`,
  );
  return [];
}
