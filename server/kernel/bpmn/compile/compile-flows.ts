import type { SequenceFlow } from '../executable-process.ts';
import { compileExpression, report, reportLeftOut, type CompileContext } from './compile-context.ts';
import { calledName } from './faults/model-fault.ts';
import { elementOf, extensionOf, textOf, type XmlElement } from './xml-element.ts';

/** Flow elements that carry meaning for readers only; they stay in the XML untouched. */
const documentation: ReadonlySet<string> = new Set([
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
]);

/** The members of a process that a token can come to, whether they can be run or not. */
export function flowNodesAmong(members: readonly XmlElement[]): readonly XmlElement[] {
  return members.filter(({ $type }) => $type !== 'bpmn:SequenceFlow' && !documentation.has($type));
}

/**
 * Compiles the sequence flows among the members of a process (BPMN 2.0.2, 8.4.13). A flow joins two flow nodes of the
 * same process; one that does not would drop its token at run time, so it is reported and left out.
 *
 * @param members all flow elements of the scope
 * @param firstIndex index of the first flow
 */
export function compileFlows(
  context: CompileContext,
  members: readonly XmlElement[],
  firstIndex: number,
): Map<string, SequenceFlow> {
  const inProcess = new Set(flowNodesAmong(members).map((node) => node.id));
  const flows = new Map<string, SequenceFlow>();
  for (const member of members) {
    if (member.$type !== 'bpmn:SequenceFlow') continue;
    const [source, target] = [elementOf(member, 'sourceRef')?.id, elementOf(member, 'targetRef')?.id];
    if (source && target && inProcess.has(source) && inProcess.has(target))
      flows.set(member.id ?? '', compileFlow(context, member, firstIndex + flows.size, source, target));
    else reportUnattached(context, member);
  }
  return flows;
}

function compileFlow(
  context: CompileContext,
  element: XmlElement,
  index: number,
  source: string,
  target: string,
): SequenceFlow {
  const expression = elementOf(element, 'conditionExpression');
  const condition = textOf(expression, 'body');
  if (expression && !condition) reportEmptyCondition(context, element);
  if (condition && context.executable && /^=?\s*("[^"]*"|-?\d+(\.\d+)?|null)$/.test(condition))
    reportNoCondition(context, element, condition);
  const passes = extensionOf(element, 'grid:Passes');
  const stages = textOf(passes, 'stages')?.split(/\s+/);
  return {
    id: element.id ?? '',
    index,
    name: textOf(element, 'name') ?? '',
    source,
    target,
    ...(condition ? { condition: compileExpression(context, element, condition, { literal: false }) } : {}),
    ...(stages ? { passes: { stages, because: textOf(passes, 'because') ?? '' } } : {}),
  };
}

function reportEmptyCondition(context: CompileContext, flow: XmlElement): void {
  reportLeftOut(
    context,
    flow,
    'condition-empty',
    `线「${calledName(flow)}」的条件是空的。请写上条件，或删去它。`,
    `The condition of the flow "${calledName(flow)}" is empty. Write one, or remove it.`,
  );
}

function reportNoCondition(context: CompileContext, flow: XmlElement, condition: string): void {
  report(
    context,
    flow,
    'condition-not-boolean',
    `线「${calledName(flow)}」的条件「${condition}」既不是真也不是假。请写成一个判断。`,
    `The condition "${condition}" of the flow "${calledName(flow)}" is neither true nor false. Write a comparison.`,
  );
}

function reportUnattached(context: CompileContext, flow: XmlElement): void {
  const known = context.faults.some((fault) => fault.code === 'reference-unresolved' && fault.element === flow.id);
  if (known) return;
  report(
    context,
    flow,
    'flow-unattached',
    `线「${calledName(flow)}」没有连接本流程的两个步骤。请把两端接到同一个流程的步骤上。`,
    `The flow "${calledName(flow)}" does not join two elements of this process. Attach both ends inside one process.`,
  );
}
