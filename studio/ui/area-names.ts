import type { Texts } from '../translations/texts.ts';

/**
 * Names of areas in few words: those that differ in their number only share the rest, as people say it (西关 01、04 网格).
 *
 * @param comma what stands between the parts of a list.
 */
export function areaNames(names: readonly string[], comma: string): string {
  const groups = new Map<string, { readonly before: string; readonly after: string; readonly numbers: string[] }>();
  for (const name of new Set(names)) {
    const [, before = name, number = '', after = ''] = /^(.*?)(\d+)(.*)$/.exec(name) ?? [];
    const key = number === '' ? name : `${before}#${after}`;
    const group = groups.get(key) ?? { before, after, numbers: [] };
    if (number !== '') group.numbers.push(number);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ before, after, numbers }) => `${before}${numbers.join(comma)}${after}`)
    .join(comma);
}

/** U+3001, the comma of Chinese lists: the server puts it between the areas of somebody who has several. */
const LISTED = '\u3001';

/** The same for names that arrive as one list. */
export function listedNames(listed: string, { text, pack }: Pick<Texts, 'text' | 'pack'>): string {
  return areaNames(listed.split(LISTED).map(pack), text('list.comma'));
}
