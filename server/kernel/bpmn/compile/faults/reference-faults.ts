import { calledName, type ModelFault } from './model-fault.ts';
import { isXmlElement, textOf, type XmlElement } from '../xml-element.ts';

interface Kind {
  readonly type: string;
  readonly zh: string;
  readonly en: string;
}

const data: Kind = { type: 'bpmn:ItemAwareElement', zh: '数据', en: 'data element' };

/** What kind of element a reference leads to, by the name of the reference (BPMN 2.0.2, class diagrams). */
const kinds: { readonly [property: string]: Kind } = {
  processRef: { type: 'bpmn:Process', zh: '流程', en: 'process' },
  messageRef: { type: 'bpmn:Message', zh: '消息', en: 'message' },
  signalRef: { type: 'bpmn:Signal', zh: '信号', en: 'signal' },
  errorRef: { type: 'bpmn:Error', zh: '错误', en: 'error' },
  escalationRef: { type: 'bpmn:Escalation', zh: '升级', en: 'escalation' },
  eventDefinitionRef: { type: 'bpmn:EventDefinition', zh: '事件定义', en: 'event definition' },
  oneBehaviorEventRef: { type: 'bpmn:EventDefinition', zh: '事件定义', en: 'event definition' },
  noneBehaviorEventRef: { type: 'bpmn:EventDefinition', zh: '事件定义', en: 'event definition' },
  dataObjectRef: { type: 'bpmn:DataObject', zh: '数据对象', en: 'data object' },
  dataStoreRef: { type: 'bpmn:DataStore', zh: '数据存储', en: 'data store' },
  loopDataInputRef: data,
  loopDataOutputRef: data,
  dataInputRefs: { type: 'bpmn:DataInput', zh: '数据输入', en: 'data input' },
  dataOutputRefs: { type: 'bpmn:DataOutput', zh: '数据输出', en: 'data output' },
  flowNodeRef: { type: 'bpmn:FlowNode', zh: '步骤、事件或网关', en: 'flow node' },
};

const references = Object.entries(kinds);
const dataEnds = [
  ['sourceRef', data],
  ['targetRef', data],
] as const;

/** The values an attribute may have (BPMN 2.0.2, schemas). */
const words: { readonly [property: string]: readonly string[] } = {
  gatewayDirection: ['Unspecified', 'Converging', 'Diverging', 'Mixed'],
  eventGatewayType: ['Exclusive', 'Parallel'],
  behavior: ['None', 'One', 'All', 'Complex'],
  ordering: ['Parallel', 'Sequential'],
  associationDirection: ['None', 'One', 'Both'],
};

/** Attributes that say what an element does, and mean nothing at an element that cannot do it. */
const misplaced = ['default', 'attachedToRef', 'triggeredByEvent', 'calledElement'];

/**
 * References of an element that lead to the wrong kind of element, values nobody knows, and attributes at the wrong element.
 *
 * @param at the nearest element around it that has an id
 */
export function referenceFaults(element: XmlElement, at: XmlElement): readonly ModelFault[] {
  return [...wrongKinds(element, at), ...wrongWords(element, at), ...wrongPlaces(element, at)];
}

function wrongKinds(element: XmlElement, at: XmlElement): readonly ModelFault[] {
  // A data association leads from data to data; the ends of other lines are held to their own rules.
  const isData = /^bpmn:Data(Input|Output)Association$/.test(element.$type);
  return [...references, ...(isData ? dataEnds : [])].flatMap(([property, kind]) => {
    const value = element[property];
    if (value === undefined) return [];
    const targets = (Array.isArray(value) ? value : [value]).filter(isXmlElement);
    return targets.flatMap((target) => (isA(target, kind.type) ? [] : [wrongKind(at, property, target, kind)]));
  });
}

function isA(element: XmlElement, type: string): boolean {
  const { $instanceOf } = element;
  return typeof $instanceOf === 'function' && $instanceOf.call(element, type) === true;
}

function wrongKind(at: XmlElement, property: string, target: XmlElement, { zh, en }: Kind): ModelFault {
  return {
    code: 'reference-wrong-kind',
    element: at.id ?? null,
    zh: `「${calledName(at)}」的 ${property} 指向「${calledName(target)}」，那不是${zh}。请改成一个${zh}的编号。`,
    en: `${property} of "${calledName(at)}" refers to "${calledName(target)}", which is no ${en}. Point it at one.`,
  };
}

function wrongWords(element: XmlElement, at: XmlElement): readonly ModelFault[] {
  return Object.entries(words).flatMap(([property, known]) => {
    const value = textOf(element, property);
    if (value === undefined || known.includes(value)) return [];
    return [
      {
        code: 'value-wrong',
        element: at.id ?? null,
        zh: `「${calledName(at)}」的 ${property} 写的是「${value}」。请改成 ${known.join('、')} 中的一个。`,
        en: `${property} of "${calledName(at)}" is "${value}". Write one of ${known.join(', ')}.`,
      },
    ];
  });
}

function wrongPlaces(element: XmlElement, at: XmlElement): readonly ModelFault[] {
  const { $attrs } = element;
  if (typeof $attrs !== 'object' || $attrs === null) return [];
  return misplaced
    .filter((name) => Object.hasOwn($attrs, name))
    .map((name) => ({
      code: 'attribute-misplaced',
      element: at.id ?? null,
      zh: `「${calledName(at)}」（${element.$type.slice(5)}）不能有 ${name}，写了也不起作用。请删去，或换成能用它的元素。`,
      en: `"${calledName(at)}" (${element.$type.slice(5)}) cannot have ${name}, where it says nothing. Remove it, or use an element that can.`,
    }));
}
