import type { BoundaryEvent, ExecutableProcess, FlowNode, SequenceFlow } from '../executable-process.ts';
import { groupBy } from '../../group-by.ts';
import { compileBusinessRuleTask, compilePlainTask, compileServiceTask, compileUserTask } from './compile-activity.ts';
import { report, type CompileContext } from './compile-context.ts';
import {
  compileBoundaryEvent,
  compileEndEvent,
  compileIntermediateCatchEvent,
  compileStartEvent,
} from './compile-event.ts';
import { compileFlows, flowNodesAmong } from './compile-flows.ts';
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
  for (const nameless of [element, ...members].filter((member) => !member.id)) reportNameless(context, nameless);
  const flows = compileFlows(context, members);
  const nodes = compileNodes(context, members, parent, flows);
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
    boundaryEvents: attach(context, members, nodes),
    startEvent: start.id,
  };
}

function compileNodes(
  context: CompileContext,
  members: readonly XmlElement[],
  parent: string,
  flows: ReadonlyMap<string, SequenceFlow>,
): Map<string, FlowNode> {
  const all = [...flows.values()];
  const ends = { from: groupBy(all, (flow) => flow.source), to: groupBy(all, (flow) => flow.target) };
  const nodes = new Map<string, FlowNode>();
  for (const member of flowNodesAmong(members)) {
    const compile = nodeCompilers[member.$type];
    if (compile) nodes.set(member.id ?? '', compile(context, member, shapeOf(member, nodes.size, parent, ends)));
    else reportUnsupported(context, member);
  }
  return nodes;
}

/** The flows of a process by where they begin and where they end. */
interface Ends {
  readonly from: ReadonlyMap<string, readonly SequenceFlow[]>;
  readonly to: ReadonlyMap<string, readonly SequenceFlow[]>;
}

function shapeOf(element: XmlElement, index: number, parent: string, { from, to }: Ends): NodeShape {
  const id = element.id ?? '';
  const stage = textOf(extensionOf(element, 'grid:Stage'), 'id');
  return {
    id,
    index,
    name: textOf(element, 'name') ?? '',
    parent,
    incoming: (to.get(id) ?? []).map((flow) => flow.id),
    outgoing: (from.get(id) ?? []).map((flow) => flow.id),
    ...(stage ? { stage } : {}),
  };
}

/** Boundary events by their host, which must be an activity of the same process: nothing else has a boundary. */
function attach(
  context: CompileContext,
  members: readonly XmlElement[],
  nodes: ReadonlyMap<string, FlowNode>,
): ReadonlyMap<string, readonly BoundaryEvent[]> {
  const boundaryEvents = [...nodes.values()].filter((node) => node.type === 'boundaryEvent');
  for (const { id, name, attachedTo } of boundaryEvents) {
    const unsupported = !nodes.has(attachedTo) && members.some((member) => member.id === attachedTo);
    const host = nodes.get(attachedTo);
    if (attachedTo === '' || unsupported || (host && 'inputs' in host)) continue;
    report(
      context,
      { $type: 'bpmn:BoundaryEvent', id },
      'boundary-unattached',
      `边界事件「${calledName({ id, name })}」只能挂在本流程的一个步骤上。`,
      `The boundary event "${calledName({ id, name })}" can only be attached to an activity of this process.`,
    );
  }
  return groupBy(boundaryEvents, (event) => event.attachedTo);
}

function reportNameless(context: CompileContext, element: XmlElement): void {
  const kind = element.$type.replace('bpmn:', '');
  report(
    context,
    element,
    'id-missing',
    `有一个元素（${kind}${element.name ? `「${element.name}」` : ''}）没有编号。请给它一个唯一的编号。`,
    `An element (${kind}${element.name ? ` "${element.name}"` : ''}) has no id. Give it one of its own.`,
  );
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
