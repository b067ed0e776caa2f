import { DmnModdle } from 'dmn-moddle';
import { isDmnElement, type DmnElement } from './dmn-element.ts';
import type { DmnFault } from './dmn-fault.ts';

/** Limits of a decision file, so that no upload can hold the server: characters, tags, nesting of tags. */
export const dmnLimits = { characters: 2_000_000, tags: 40_000, depth: 60 } as const;

/** dmn-moddle knows DMN 1.3; the other versions differ from it only in names of their own that we refuse by name. */
const READ_AS = 'https://www.omg.org/spec/DMN/20191111/';
const VERSIONS: readonly (readonly [namespace: string, readAs: string])[] = [
  ['http://www.omg.org/spec/DMN/20151101/dmn.xsd', `${READ_AS}MODEL/`],
  ['http://www.omg.org/spec/DMN/20180521/MODEL/', `${READ_AS}MODEL/`],
  ['http://www.omg.org/spec/DMN/20180521/DMNDI/', `${READ_AS}DMNDI/`],
  ['https://www.omg.org/spec/DMN/20211108/MODEL/', `${READ_AS}MODEL/`],
  ['https://www.omg.org/spec/DMN/20211108/DMNDI/', `${READ_AS}DMNDI/`],
  ['https://www.omg.org/spec/DMN/20230324/MODEL/', `${READ_AS}MODEL/`],
  ['https://www.omg.org/spec/DMN/20230324/DMNDI/', `${READ_AS}DMNDI/`],
];

export type DmnReading =
  | { readonly root: DmnElement; readonly faults: readonly DmnFault[] }
  | { readonly root: null; readonly faults: readonly DmnFault[] };

/**
 * Reads DMN 1.1–1.5 XML into its element tree. A DOCTYPE is refused outright, so no entity is ever declared, let alone
 * expanded. What dmn-moddle skips with a warning (an unknown element, a duplicate id) is a fault here.
 *
 * @returns the `dmn:Definitions` element, or null with the faults that made the file unreadable
 */
export async function readDmnXml(xml: string): Promise<DmnReading> {
  const refused = refusal(xml);
  if (refused !== null) return { root: null, faults: [refused] };
  try {
    const { rootElement, warnings } = await new DmnModdle().fromXML(asVersion13(xml));
    if (!isDmnElement(rootElement)) return { root: null, faults: [broken('no definitions element')] };
    return { root: rootElement, faults: warnings.flatMap(({ message }) => warningFault(message)) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { root: null, faults: [broken(error.message)] };
  }
}

function asVersion13(xml: string): string {
  return VERSIONS.reduce(
    (text, [namespace, readAs]) =>
      text.replaceAll(`"${namespace}"`, `"${readAs}"`).replaceAll(`'${namespace}'`, `'${readAs}'`),
    xml,
  );
}

function refusal(xml: string): DmnFault | null {
  if (xml.length > dmnLimits.characters) return tooLarge(`${xml.length} > ${dmnLimits.characters}`);
  if (/<!DOCTYPE/i.test(xml)) {
    return {
      code: 'xml-doctype',
      element: null,
      zh: '文件带有 DOCTYPE 声明，为安全起见不予读取。请删去 DOCTYPE 一行后再试。',
      en: 'The file has a DOCTYPE declaration, which is refused for safety. Remove the DOCTYPE line and try again.',
    };
  }
  let [depth, deepest, tags] = [0, 0, 0];
  for (const [, closing, selfClosing] of xml.matchAll(/<(\/?)[A-Za-z_][^<>]*?(\/?)>/g)) {
    tags += 1;
    if (closing === '/') depth -= 1;
    else if (selfClosing !== '/') depth += 1;
    deepest = Math.max(deepest, depth);
  }
  if (tags > dmnLimits.tags) return tooLarge(`${tags} tags > ${dmnLimits.tags}`);
  return deepest > dmnLimits.depth ? tooLarge(`depth ${deepest} > ${dmnLimits.depth}`) : null;
}

function tooLarge(what: string): DmnFault {
  return {
    code: 'xml-too-large',
    element: null,
    zh: `决策文件太大（${what}）。请把它拆成几个文件。`,
    en: `The decision file is too large (${what}). Split it into several files.`,
  };
}

function broken(message: string): DmnFault {
  const place = /line: (\d+)\s+column: (\d+)/.exec(message);
  const line = place === null ? null : Number(place[1]) + 1;
  return {
    code: 'xml-broken',
    element: null,
    zh: `${line === null ? '文件' : `第 ${line} 行附近`}不是合格的 DMN XML，读不下去。请检查标签是否成对、文件是否完整。`,
    en: `Not well-formed DMN XML ${line === null ? '' : `near line ${line} `}(${message.split('\n').at(-1)?.trim() ?? ''}). Check that every tag is closed and the file is complete.`,
  };
}

function warningFault(message: string): readonly DmnFault[] {
  const duplicate = /duplicate ID <(.+)>/.exec(message)?.[1];
  if (duplicate !== undefined) {
    return [
      {
        code: 'id-duplicate',
        element: duplicate,
        zh: `编号“${duplicate}”用了两次。每个元素的编号必须唯一，请改其中一个。`,
        en: `The id "${duplicate}" is used twice. Every element needs an id of its own; change one of them.`,
      },
    ];
  }
  const unknown = /unknown type <dmn:(.+)>/.exec(message)?.[1];
  if (unknown !== undefined) {
    return [
      {
        code: 'dmn-element-unsupported',
        element: null,
        zh: `不支持 DMN 元素“${unknown}”。请改用决策表、文字表达式或 DMN 1.3 的盒装表达式。`,
        en: `The DMN element "${unknown}" is not supported. Use a decision table, a literal expression or a boxed expression of DMN 1.3.`,
      },
    ];
  }
  return message.startsWith('unparsable content') ? [broken(message)] : [];
}
