import type { ModelFault } from './model-fault.ts';

/** The fault of a text that is not well-formed, by what the reader said of it. */
export function broken(message: string): ModelFault {
  const place = /line: (\d+)\s+column: (\d+)/.exec(message);
  const where = place
    ? {
        zh: `第 ${Number(place[1]) + 1} 行第 ${Number(place[2]) + 1} 列附近`,
        en: `near line ${Number(place[1]) + 1}, column ${Number(place[2]) + 1}`,
      }
    : { zh: '文件', en: 'in the file' };
  return {
    code: 'xml-broken',
    element: null,
    zh: `${where.zh}不是合格的 BPMN XML，读不下去。请检查标签是否成对、文件是否完整。`,
    en: `Not well-formed BPMN XML ${where.en}: ${message.split('\n').at(-1)?.trim() ?? ''}. Check that every tag is closed and the file is complete.`,
  };
}

/** The fault of a text that is not well-formed at a place, counted from its beginning. */
export function brokenAt(xml: string, at: number, what: string): ModelFault {
  const before = xml.slice(0, at).split('\n');
  return broken(`${what}\n\tline: ${before.length - 1}\n\tcolumn: ${before.at(-1)?.length ?? 0}\n\t${what}`);
}
