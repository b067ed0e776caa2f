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
  const { processes, decisions, english: _, codePatterns: __, manifests, demoNotes, ...lists } = definitions;
  const texts = [
    ...manifests.flatMap(({ title, reasons }) => [title, ...reasons]),
    ...Object.values(lists).flatMap((list) => textsIn(list as unknown as Json)),
    ...definitions.calendars.flatMap(({ years }) =>
      Object.values(years).flatMap(({ holidays, makeUpDays }) => Object.values({ ...holidays, ...makeUpDays })),
    ),
    ...processes.flatMap(({ xml }) => namesIn(xml)),
    ...decisions.map(({ title }) => title),
    ...demoNotes,
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

/** Names of steps, the sentences written for whoever does them, and why a stage passes by itself. */
function namesIn(xml: string): readonly string[] {
  return [...xml.matchAll(/\s(?:name|text|because)="([^"]*)"/g)].map(([, text = '']) => text);
}
