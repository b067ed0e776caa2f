import { parseSync, type Program, Visitor } from 'oxc-parser';
import type { SourceFile } from './source-file.ts';

const chinese = /\p{Script=Han}/u;

/** What is wrong with a sentence in both languages: missing, empty, or in the other language. */
function sentenceFaults(where: string, sentence: { readonly zh?: unknown; readonly en?: unknown }): string[] {
  const { zh, en } = sentence;
  return [
    ...(typeof zh === 'string' && chinese.test(zh) ? [] : [`${where}: the Chinese sentence is missing`]),
    ...(typeof en === 'string' && en.trim() !== '' ? [] : [`${where}: the English sentence is missing`]),
    ...(typeof en === 'string' && chinese.test(en) ? [`${where}: the English sentence is Chinese`] : []),
  ];
}

/** What is wrong with an error catalogue: codes, statuses, sentences. */
export function catalogueFaults(
  catalogue: Readonly<Record<string, { readonly status: number; readonly zh: string; readonly en: string }>>,
): string[] {
  return Object.entries(catalogue).flatMap(([code, entry]) => [
    ...(/^[a-z]+(-[a-z\d]+)*$/.test(code) ? [] : [`${code}: a code is written in-kebab-case`]),
    ...(entry.status >= 400 && entry.status < 600 ? [] : [`${code}: ${entry.status} is no status of an error`]),
    ...sentenceFaults(code, entry),
  ]);
}

/** The placeholders of a text, such as `{count}`. */
function placeholders(text: string): string {
  return [...text.matchAll(/\{(\w+)\}/g)]
    .map((found) => found[1])
    .toSorted((a = '', b = '') => a.localeCompare(b))
    .join();
}

/** Keys that the two dictionaries do not both have, or whose texts take different values. */
export function dictionaryFaults(zh: Readonly<Record<string, string>>, en: Readonly<Record<string, string>>): string[] {
  const keys = [...new Set([...Object.keys(zh), ...Object.keys(en)])];
  return keys.flatMap((key) => {
    const [chineseText, englishText] = [zh[key], en[key]];
    if (chineseText === undefined || englishText === undefined) return [`${key} is in one language only`];
    if (chinese.test(englishText) && englishText !== '中文') return [`${key}: the English text is Chinese`];
    return placeholders(chineseText) === placeholders(englishText)
      ? []
      : [`${key}: the two texts take different values`];
  });
}

/** Where sentences stand that are there in both languages: `{ zh: '…', en: '…' }`. */
function pairs(program: Program): (start: number) => boolean {
  const spans: { readonly start: number; readonly end: number }[] = [];
  new Visitor({
    ObjectExpression({ properties }) {
      const named = properties.flatMap((property) =>
        property.type === 'Property' && property.key.type === 'Identifier'
          ? [[property.key.name, property.value] as const]
          : [],
      );
      const both = ['zh', 'en'].every((language) => named.some(([name]) => name === language));
      if (both) spans.push(...named.filter(([name]) => name === 'zh').map(([, value]) => value));
    },
  }).visit(program);
  return (start) => spans.some((span) => span.start <= start && start < span.end);
}

/** Words a person would read, written in a page in one language instead of in the dictionaries, as sentences. */
export function wordsInPages(file: SourceFile): string[] {
  const { program } = parseSync(file.path, file.text);
  const inBothLanguages = pairs(program);
  const faults: string[] = [];
  const report = (start: number, text: string): void => {
    const line = file.text.slice(0, start).split('\n').length;
    if (!inBothLanguages(start)) faults.push(`${file.path}:${line} “${text.trim()}” belongs into studio/translations`);
  };
  new Visitor({
    JSXText({ start, value }) {
      if (/\p{L}{2}/u.test(value) || chinese.test(value)) report(start, value);
    },
    Literal(node) {
      if (typeof node.value === 'string' && chinese.test(node.value)) report(node.start, node.value);
    },
    TemplateElement({ start, value }) {
      if (chinese.test(value.raw)) report(start, value.raw);
    },
  }).visit(program);
  return faults;
}

/**
 * The keys of the dictionary that a page may say: those it writes, and all that a template such as `light.${colour}` could
 * come to.
 *
 * @param keys of the whole dictionary
 */
export function keysSaid(file: SourceFile, keys: readonly string[]): string[] {
  if (!file.path.startsWith('studio/') || file.path.startsWith('studio/translations/')) return [];
  const known = new Set(keys);
  const types = new Set<number>();
  const said = new Map<number, readonly string[]>();
  new Visitor({
    TSLiteralType({ literal }) {
      types.add(literal.start);
    },
    Literal({ start, value }) {
      if (typeof value === 'string' && known.has(value)) said.set(start, [value]);
    },
    TemplateLiteral({ start, quasis }) {
      const before = quasis[0]?.value.cooked ?? '';
      if (/^[a-z][\w.-]*[.-]$/i.test(before))
        said.set(
          start,
          keys.filter((key) => key.startsWith(before)),
        );
    },
  }).visit(parseSync(file.path, file.text).program);
  return [...said].flatMap(([start, found]) => (types.has(start) ? [] : found));
}
