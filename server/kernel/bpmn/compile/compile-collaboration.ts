import { calledName, type ModelFault } from './faults/model-fault.ts';
import { elementOf, elementsOf, type XmlElement } from './xml-element.ts';

/** The pools of a file and the message flows between them (BPMN 2.0.2, 9). */
export interface Collaboration {
  readonly participants: readonly { readonly id: string; readonly process: string | null }[];
  /** Ids of the elements or pools a message goes from and to. */
  readonly messageFlows: readonly { readonly id: string; readonly source: string; readonly target: string }[];
}

/**
 * Reads the collaboration and holds it to its rules: a message flow goes from one pool to another one.
 *
 * @param runs whether executable processes are to run as they are; in a drawing any event may get a message
 */
export function compileCollaboration(
  elements: readonly XmlElement[],
  faults: ModelFault[],
  runs: boolean,
): Collaboration {
  const collaborations = elements.filter(({ $type }) => $type === 'bpmn:Collaboration');
  const pools = collaborations.flatMap((element) => elementsOf(element, 'participants'));
  faults.push(...pools.flatMap((pool) => multiplicityFaults(pool)));
  const participants = pools.map((element) => ({
    id: element.id ?? '',
    process: elementOf(element, 'processRef')?.id ?? null,
  }));
  const poolOf = poolsByElement(elements, participants);
  const messageFlows = collaborations
    .flatMap((element) => elementsOf(element, 'messageFlows'))
    .flatMap((element) => {
      const [source, target] = [elementOf(element, 'sourceRef'), elementOf(element, 'targetRef')];
      if (!source?.id || !target?.id) {
        const known = faults.some((fault) => fault.code === 'reference-unresolved' && fault.element === element.id);
        if (!known) faults.push(withOneEnd(element));
        return [];
      }
      const from = poolOf.get(source.id) ?? source.id;
      if (from === (poolOf.get(target.id) ?? target.id)) faults.push(withinOnePool(element));
      if (!mayBeAt(source, sources, runs) || !mayBeAt(target, targets, runs)) faults.push(wrongEnd(element));
      return [{ id: element.id ?? '', source: source.id, target: target.id }];
    });
  return { participants, messageFlows };
}

const activities = /Task$|SubProcess$|^bpmn:(Transaction|CallActivity)$/;
/** What a message flow may begin and end at (BPMN 2.0.2, 7.6.2). */
const sources = /^bpmn:(Participant|EndEvent|IntermediateThrowEvent)$/;
const targets = /^bpmn:(Participant|StartEvent|IntermediateCatchEvent|BoundaryEvent)$/;

/** An event that waits for something else, or throws something else, has no message (BPMN 2.0.2, 10.5.2 to 10.5.4). */
function mayBeAt(element: XmlElement, ends: RegExp, runs: boolean): boolean {
  if (activities.test(element.$type)) return true;
  if (!ends.test(element.$type)) return false;
  const definitions = [...elementsOf(element, 'eventDefinitions'), ...elementsOf(element, 'eventDefinitionRef')];
  if (element.$type === 'bpmn:Participant' || !runs || !isExecutable(element)) return true;
  return definitions.some(({ $type }) => $type === 'bpmn:MessageEventDefinition');
}

/** Whether an element stands in a process that says it is executable. */
function isExecutable(element: XmlElement): boolean {
  const around = elementOf(element, '$parent');
  return element['isExecutable'] === true || (around !== undefined && isExecutable(around));
}

/** How many of a participant there are (BPMN 2.0.2, table 9.5): at most one or more, and no fewer than at least. */
function multiplicityFaults(pool: XmlElement): readonly ModelFault[] {
  const multiplicity = elementOf(pool, 'participantMultiplicity');
  if (!multiplicity) return [];
  const [least, most] = [Number(multiplicity['minimum'] ?? 0), Number(multiplicity['maximum'] ?? 1)];
  if (least >= 0 && most >= 1 && most >= least) return [];
  return [
    {
      code: 'multiplicity-wrong',
      element: pool.id ?? null,
      zh: `泳池「${calledName(pool)}」的数量写错了：最多要在 1 以上，并且不少于最少。请改正。`,
      en: `The multiplicity of the pool "${calledName(pool)}" is wrong: the maximum is at least 1 and no less than the minimum. Change them.`,
    },
  ];
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

function withOneEnd(flow: XmlElement): ModelFault {
  return {
    code: 'message-flow-unattached',
    element: flow.id ?? null,
    zh: `消息线「${calledName(flow)}」有一端没有接。请写明从哪里来、到哪里去。`,
    en: `The message flow "${calledName(flow)}" has a loose end. Say where it comes from and where it leads.`,
  };
}
