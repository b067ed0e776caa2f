import { isJsonArray, isJsonObject, type Json } from '../../server/kernel/json.ts';
import type { DraftDefinitions } from '../api/drafts/draft-definitions.ts';

/** Members of definitions that people read on a screen. */
const visible = new Set(
  'title name text note label place purpose lawfulBasis retention reason ui:title ui:placeholder ui:help ui:description x-purpose x-retention x-lawful-basis'.split(
    ' ',
  ),
);
const chinese = /\p{Script=Han}/u;

/** The Chinese texts of a draft that people read, each once, in the order of its definitions: what wants English. */
export function visibleTexts(definitions: DraftDefinitions): readonly string[] {
  const { processes, decisions, english: _, codePatterns: __, ...lists } = definitions;
  const texts = [
    ...Object.values(lists).flatMap((list) => textsIn(list as unknown as Json)),
    ...processes.flatMap(({ xml }) => namesIn(xml)),
    ...decisions.map(({ title }) => title),
  ];
  return [...new Set(texts)].filter((text) => chinese.test(text));
}

function textsIn(value: Json): readonly string[] {
  if (isJsonArray(value)) return value.flatMap(textsIn);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    typeof one === 'string' ? (visible.has(name) ? [one] : []) : textsIn(one),
  );
}

/** Names of steps and the sentences written for whoever does them. */
function namesIn(xml: string): readonly string[] {
  return [...xml.matchAll(/\s(?:name|text)="([^"]*)"/g)].map(([, text = '']) => text);
}
