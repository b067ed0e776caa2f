import { groupBy } from '../../group-by.ts';
import type { FlowNode, ScopeDefinition, SequenceFlow } from '../executable-process.ts';
import { dataIn } from './compile-data.ts';
import { report, type CompileContext } from './compile-context.ts';
import { compileFlows, flowNodesAmong } from './compile-flows.ts';
import { calledName } from './faults/model-fault.ts';
import { nodeCompilers } from './node-compilers.ts';
import type { NodeShape } from './node-shape.ts';
import { elementsOf, extensionOf, textOf, type XmlElement } from './xml-element.ts';

/** What a process and the sub-processes in it are put together from. */
export interface CompiledScopes {
  readonly nodes: Map<string, FlowNode>;
  readonly flows: Map<string, SequenceFlow>;
  readonly scopes: Map<string, ScopeDefinition>;
}

/** Compiles what is inside a process or sub-process, and the sub-processes in it. */
export function compileScope(
  context: CompileContext,
  element: XmlElement,
  parent: string | null,
  into: CompiledScopes,
): void {
  const id = element.id ?? '';
  const members = elementsOf(element, 'flowElements');
  for (const nameless of members.filter((member) => !member.id)) reportNameless(context, nameless);
  const flows = compileFlows(context, members, into.flows.size);
  for (const [flow, compiled] of flows) into.flows.set(flow, compiled);
  const inside: FlowNode[] = [];
  const ends = {
    from: groupBy([...flows.values()], (flow) => flow.source),
    to: groupBy([...flows.values()], (flow) => flow.target),
  };
  for (const member of flowNodesAmong(members)) {
    const compile = nodeCompilers[member.$type];
    if (!compile) {
      reportUnsupported(context, member);
      continue;
    }
    const node = compile(context, member, shapeOf(member, into.nodes.size, id, ends));
    into.nodes.set(node.id, node);
    inside.push(node);
    if (node.type === 'subProcess') compileScope(context, member, id, into);
  }
  into.scopes.set(id, {
    id,
    parent,
    starts: startsOf(inside),
    eventSubProcesses: inside.flatMap((node) => (isEventSubProcess(node) ? [node.id] : [])),
    waitingJoins: inside.flatMap((node) =>
      (node.type === 'inclusiveGateway' || node.type === 'complexGateway') && node.incoming.length > 1 ? [node.id] : [],
    ),
    data: dataIn(element),
  });
}

function isEventSubProcess(node: FlowNode): boolean {
  return node.type === 'subProcess' && node.kind === 'event';
}

/**
 * Where a scope begins by itself (BPMN 2.0.2, 13.2, 10.5.2): at its start events without a trigger, and at every node of
 * the flow that nothing leads to. A definition that runs has one or the other; a drawing may have both.
 */
function startsOf(nodes: readonly FlowNode[]): readonly string[] {
  const events = nodes.filter((node) => node.type === 'startEvent');
  const none = events.filter(({ catches }) => catches.length === 0);
  const starts = none.length > 0 ? none : events;
  return [...starts, ...nodes.filter(beginsByItself)].map(({ id }) => id);
}

function beginsByItself(node: FlowNode): boolean {
  if (node.incoming.length > 0 || node.type === 'boundaryEvent' || node.type === 'startEvent') return false;
  if (isEventSubProcess(node) || ('forCompensation' in node && node.forCompensation)) return false;
  return node.type !== 'intermediateCatchEvent' || !node.catches.some(({ kind }) => kind === 'link');
}

/** The flows of a scope by where they begin and where they end. */
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

export function reportNameless(context: CompileContext, element: XmlElement): void {
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
    `「${calledName(element)}」（${kind}）不能运行。请换成流程里的步骤、事件或网关。`,
    `"${calledName(element)}" (${kind}) cannot be run. Replace it by an activity, event or gateway of a process.`,
  );
}
