import { calledName, type ModelFault } from './model-fault.ts';
import { elementOf, elementsOf, type XmlElement } from './xml-element.ts';

/** The pools of a file and the message flows between them (BPMN 2.0.2, 9). */
export interface Collaboration {
  readonly participants: readonly { readonly id: string; readonly process: string | null }[];
  /** Ids of the elements or pools a message goes from and to. */
  readonly messageFlows: readonly { readonly id: string; readonly source: string; readonly target: string }[];
}

/** Reads the collaboration and holds it to its rules: a message flow goes from one pool to another one. */
export function compileCollaboration(elements: readonly XmlElement[], faults: ModelFault[]): Collaboration {
  const collaborations = elements.filter(({ $type }) => $type === 'bpmn:Collaboration');
  const participants = collaborations
    .flatMap((element) => elementsOf(element, 'participants'))
    .map((element) => ({ id: element.id ?? '', process: elementOf(element, 'processRef')?.id ?? null }));
  const pools = poolsByElement(elements, participants);
  const messageFlows = collaborations
    .flatMap((element) => elementsOf(element, 'messageFlows'))
    .flatMap((element) => {
      const [source, target] = [elementOf(element, 'sourceRef'), elementOf(element, 'targetRef')];
      if (!source?.id || !target?.id) return [];
      const from = pools.get(source.id) ?? source.id;
      if (from === (pools.get(target.id) ?? target.id)) faults.push(withinOnePool(element));
      if (!mayBeAt(source, sources) || !mayBeAt(target, targets)) faults.push(wrongEnd(element));
      return [{ id: element.id ?? '', source: source.id, target: target.id }];
    });
  return { participants, messageFlows };
}

const activities = /Task$|SubProcess$|^bpmn:(Transaction|CallActivity)$/;
/** What a message flow may begin and end at (BPMN 2.0.2, 7.6.2). */
const sources = /^bpmn:(Participant|EndEvent|IntermediateThrowEvent)$/;
const targets = /^bpmn:(Participant|StartEvent|IntermediateCatchEvent|BoundaryEvent)$/;

function mayBeAt({ $type }: XmlElement, events: RegExp): boolean {
  return activities.test($type) || events.test($type);
}

/** The pool each element lies in. */
function poolsByElement(
  elements: readonly XmlElement[],
  participants: Collaboration['participants'],
): ReadonlyMap<string, string> {
  const pools = new Map<string, string>();
  const visit = (element: XmlElement, pool: string): void => {
    if (element.id !== undefined) pools.set(element.id, pool);
    for (const inner of elementsOf(element, 'flowElements')) visit(inner, pool);
  };
  for (const process of elements.filter(({ $type }) => $type === 'bpmn:Process')) {
    const pool = participants.find((participant) => participant.process === process.id);
    visit(process, pool?.id ?? process.id ?? '');
  }
  return pools;
}

function withinOnePool(flow: XmlElement): ModelFault {
  return {
    code: 'message-flow-within-pool',
    element: flow.id ?? null,
    zh: `消息线「${calledName(flow)}」两端在同一个泳池里。消息只在不同的泳池之间传，同一个泳池里请用顺序线。`,
    en: `The message flow "${calledName(flow)}" has both ends in one pool. Use a sequence flow inside a pool.`,
  };
}

function wrongEnd(flow: XmlElement): ModelFault {
  return {
    code: 'message-flow-end',
    element: flow.id ?? null,
    zh: `消息线「${calledName(flow)}」有一端接在不能收发消息的元素上。请接到步骤、消息事件或泳池上。`,
    en: `The message flow "${calledName(flow)}" ends at an element that neither sends nor receives. Attach it to an activity, a message event or a pool.`,
  };
}
