import { BpmnModdle, type ModdleWarning } from 'bpmn-moddle';
import zeebeDescriptor from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { gridDescriptor } from './grid-descriptor.ts';
import type { ModelFault } from './faults/model-fault.ts';
import { standardDescriptor } from './standard-descriptor.ts';
import { markupFaults } from './faults/markup-faults.ts';
import { isXmlElement, type XmlElement } from './xml-element.ts';
import { broken } from './faults/xml-broken.ts';
import { xmlSize } from './xml-size.ts';

/** Limits of a model file, so that no upload can hold the server: characters, elements, nesting depth. */
export const modelLimits = { characters: 2_000_000, elements: 20_000, depth: 60 } as const;

/** Reads any number of files; to build one takes as long as to read a model of fifty elements (3 ms, 2026-11-28). */
const moddle = new BpmnModdle({ bpmn: standardDescriptor, zeebe: zeebeDescriptor, grid: gridDescriptor });

type Reading =
  | { readonly root: XmlElement; readonly faults: readonly ModelFault[] }
  | { readonly root: null; readonly faults: readonly ModelFault[] };

/**
 * Reads BPMN 2.0 XML into its element tree. A DOCTYPE is refused outright, so no entity is ever declared, let alone
 * expanded. What bpmn-moddle only warns about (a reference to nothing, a duplicate id) is a fault here.
 *
 * @param xml the file's text
 * @returns the `bpmn:Definitions` element, or null with the faults that made it unreadable
 */
export async function readBpmnXml(xml: string): Promise<Reading> {
  const refused = refusal(xml);
  if (refused) return { root: null, faults: [refused] };
  try {
    const { rootElement, warnings } = await moddle.fromXML(withPlainBooleans(xml));
    if (!isXmlElement(rootElement)) return { root: null, faults: [broken('no definitions element')] };
    return {
      root: rootElement,
      faults: [...markupFaults(xml), ...warnings.flatMap((warning) => warningFault(warning))],
    };
  } catch (error) {
    return { root: null, faults: [broken(error instanceof Error ? error.message : String(error))] };
  }
}

/** XML Schema also writes a truth as 1, which bpmn-moddle takes for false. */
function withPlainBooleans(xml: string): string {
  return xml.replaceAll(
    /(\s(?:is[A-Z]\w*|instantiate|parallelMultiple|cancelActivity|waitForCompletion|triggeredByEvent|testBefore|cancelRemainingInstances)\s*=\s*)(["'])\s*1\s*\2/g,
    '$1$2true$2',
  );
}

function refusal(xml: string): ModelFault | null {
  if (xml.length > modelLimits.characters) return tooLarge(`${xml.length} > ${modelLimits.characters}`);
  if (/<!DOCTYPE/i.test(xml)) {
    return {
      code: 'xml-doctype',
      element: null,
      zh: '文件带有 DOCTYPE 声明，为安全起见不予读取。请删去 DOCTYPE 一行后再试。',
      en: 'The file has a DOCTYPE declaration, which is refused for safety. Remove the DOCTYPE line and try again.',
    };
  }
  const { elements, depth } = xmlSize(xml);
  if (elements > modelLimits.elements) return tooLarge(`${elements} elements > ${modelLimits.elements}`);
  return depth > modelLimits.depth ? tooLarge(`depth ${depth} > ${modelLimits.depth}`) : null;
}

function tooLarge(what: string): ModelFault {
  return {
    code: 'xml-too-large',
    element: null,
    zh: `流程文件太大（${what}）。请把它拆成几个流程。`,
    en: `The process file is too large (${what}). Split it into several processes.`,
  };
}

/**
 * References that say what a model does. A shape of a deleted element changes nothing, a node's list of its flows only
 * repeats what the flows say, and types of data are another notation's.
 */
const meaningful =
  /^bpmn:(sourceRef|targetRef|attachedToRef|default|eventDefinitionRef|messageRef|signalRef|errorRef|escalationRef|activityRef|processRef|dataObjectRef|flowNodeRef|loopDataInputRef|loopDataOutputRef|dataInputRefs|dataOutputRefs|oneBehaviorEventRef|noneBehaviorEventRef|source|target)$/;

function warningFault(warning: ModdleWarning): ModelFault[] {
  const duplicate = /duplicate ID <(.+)>/.exec(warning.message);
  if (duplicate) {
    const id = duplicate[1] ?? '?';
    return [
      {
        code: 'id-duplicate',
        element: id,
        zh: `编号「${id}」用了两次。每个元素的编号必须唯一，请改其中一个。`,
        en: `The id "${id}" is used twice. Every element needs an id of its own; change one of them.`,
      },
    ];
  }
  if (warning.message.startsWith('unresolved reference')) {
    const owner = isXmlElement(warning.element) ? (warning.element.id ?? null) : null;
    if (!meaningful.test(warning.property ?? '')) return [];
    return [
      {
        code: 'reference-unresolved',
        element: owner,
        zh: `「${owner ?? '?'}」指向不存在的「${warning.value ?? '?'}」。请改成存在的元素编号。`,
        en: `"${owner ?? '?'}" refers to "${warning.value ?? '?'}", which does not exist. Point it at an existing element.`,
      },
    ];
  }
  const unknown = /^unparsable content <((?:zeebe|grid):\S+)> detected/.exec(warning.message)?.[1];
  if (unknown !== undefined) return [unknownExtension(unknown)];
  return warning.message.startsWith('unparsable content') ? [broken(warning.message)] : [];
}

/** A word of a vocabulary that is run, but not among those that are known: it may say what is to happen. */
function unknownExtension(name: string): ModelFault {
  return {
    code: 'extension-unknown',
    element: null,
    zh: `文件里有不认识的扩展「${name}」。请检查写法，或删去它。`,
    en: `The file has the unknown extension "${name}". Check how it is written, or remove it.`,
  };
}
