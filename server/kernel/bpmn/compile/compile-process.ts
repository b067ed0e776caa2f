import type { BoundaryEvent, ExecutableProcess, FlowNode, SequenceFlow } from '../executable-process.ts';
import { compileBusinessRuleTask, compilePlainTask, compileServiceTask, compileUserTask } from './compile-activity.ts';
import { compileExpression, report, type CompileContext } from './compile-context.ts';
import {
  compileBoundaryEvent,
  compileEndEvent,
  compileIntermediateCatchEvent,
  compileStartEvent,
} from './compile-event.ts';
import { calledName } from './model-fault.ts';
import type { NodeShape } from './node-shape.ts';
import { elementOf, elementsOf, extensionOf, textOf, type XmlElement } from './xml-element.ts';

type NodeCompiler = (context: CompileContext, element: XmlElement, shape: NodeShape) => FlowNode;

/** Every BPMN element that runs, and how it is compiled. */
const nodeCompilers: { readonly [type: string]: NodeCompiler } = {
  'bpmn:StartEvent': compileStartEvent,
  'bpmn:EndEvent': compileEndEvent,
  'bpmn:UserTask': compileUserTask,
  'bpmn:ServiceTask': compileServiceTask,
  'bpmn:BusinessRuleTask': compileBusinessRuleTask,
  'bpmn:Task': compilePlainTask,
  'bpmn:ManualTask': compilePlainTask,
  'bpmn:ExclusiveGateway': (_context, element, shape) => {
    const defaultFlow = elementOf(element, 'default')?.id;
    return { ...shape, type: 'exclusiveGateway', ...(defaultFlow ? { defaultFlow } : {}) };
  },
  'bpmn:ParallelGateway': (_context, _element, shape) => ({ ...shape, type: 'parallelGateway' }),
  'bpmn:IntermediateCatchEvent': compileIntermediateCatchEvent,
  'bpmn:BoundaryEvent': compileBoundaryEvent,
};

/** Flow elements that carry meaning for readers only; they stay in the XML untouched. */
const documentation: ReadonlySet<string> = new Set([
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
]);

/**
 * Compiles one `bpmn:Process`. All faults are collected, so that an author sees them at once.
 *
 * @param context where faults are reported
 * @param element the process element
 * @returns the executable process, or null when it has no single none start event to begin at
 */
export function compileProcess(context: CompileContext, element: XmlElement): ExecutableProcess | null {
  const parent = element.id ?? '';
  const members = elementsOf(element, 'flowElements');
  const flows = compileFlows(context, members);
  const nodes = new Map<string, FlowNode>();
  for (const member of members) {
    if (member.$type === 'bpmn:SequenceFlow' || documentation.has(member.$type)) continue;
    const compile = nodeCompilers[member.$type];
    if (compile) nodes.set(member.id ?? '', compile(context, member, shapeOf(member, nodes.size, parent, flows)));
    else reportUnsupported(context, member);
  }
  const starts = [...nodes.values()].filter((node) => node.type === 'startEvent');
  const [start] = starts;
  if (!start || starts.length > 1) {
    report(
      context,
      element,
      start ? 'start-several' : 'start-missing',
      `流程「${calledName(element)}」${start ? '有几个开始事件' : '没有开始事件'}。请只留一个开始事件。`,
      `The process "${calledName(element)}" has ${start ? 'several start events' : 'no start event'}. It needs exactly one.`,
    );
    return null;
  }
  return {
    id: parent,
    name: calledName(element),
    nodes,
    flows,
    boundaryEvents: boundaryEventsOf(nodes),
    startEvent: start.id,
  };
}

function compileFlows(context: CompileContext, members: readonly XmlElement[]): Map<string, SequenceFlow> {
  const flows = new Map<string, SequenceFlow>();
  for (const member of members) {
    if (member.$type !== 'bpmn:SequenceFlow') continue;
    const source = elementOf(member, 'sourceRef')?.id;
    const target = elementOf(member, 'targetRef')?.id;
    const id = member.id ?? '';
    if (!source || !target) continue; // reported as an unresolved reference while reading
    const condition = textOf(elementOf(member, 'conditionExpression'), 'body');
    const passes = extensionOf(member, 'grid:Passes');
    const stages = textOf(passes, 'stages')?.split(/\s+/);
    flows.set(id, {
      id,
      index: flows.size,
      name: textOf(member, 'name') ?? '',
      source,
      target,
      ...(condition ? { condition: compileExpression(context, member, condition, { literal: false }) } : {}),
      ...(stages ? { passes: { stages, because: textOf(passes, 'because') ?? '' } } : {}),
    });
  }
  return flows;
}

function shapeOf(
  element: XmlElement,
  index: number,
  parent: string,
  flows: ReadonlyMap<string, SequenceFlow>,
): NodeShape {
  const id = element.id ?? '';
  const stage = textOf(extensionOf(element, 'grid:Stage'), 'id');
  return {
    id,
    index,
    name: textOf(element, 'name') ?? '',
    parent,
    incoming: [...flows.values()].filter((flow) => flow.target === id).map((flow) => flow.id),
    outgoing: [...flows.values()].filter((flow) => flow.source === id).map((flow) => flow.id),
    ...(stage ? { stage } : {}),
  };
}

function boundaryEventsOf(nodes: ReadonlyMap<string, FlowNode>): Map<string, BoundaryEvent[]> {
  const byHost = new Map<string, BoundaryEvent[]>();
  for (const node of nodes.values()) {
    if (node.type === 'boundaryEvent') byHost.set(node.attachedTo, [...(byHost.get(node.attachedTo) ?? []), node]);
  }
  return byHost;
}

function reportUnsupported(context: CompileContext, element: XmlElement): void {
  const kind = element.$type.replace('bpmn:', '');
  report(
    context,
    element,
    'element-unsupported',
    `「${calledName(element)}」（${kind}）现在还不能运行。请换成已支持的步骤。`,
    `"${calledName(element)}" (${kind}) cannot be run yet. Replace it by a supported element.`,
  );
}
