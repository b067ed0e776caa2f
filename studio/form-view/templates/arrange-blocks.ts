import { isJsonArray, isJsonObject, type JsonObject } from '../../../server/kernel/json.ts';
import type { FormSection } from '../../../server/kernel/forms/form-definition.ts';
import { textOf } from '../../../server/kernel/forms/schema-node.ts';

/** One white block of a form. */
export interface FormBlock {
  readonly key: string;
  readonly title: string | null;
  readonly note: string | null;
  readonly folded: boolean;
  readonly fields: readonly string[];
  /** A single group or table, which draws its own block. */
  readonly draws: 'itself' | 'fields';
}

/**
 * The blocks of a form in the order of its fields: a section stands where the first of its fields stands, groups and
 * tables are blocks of their own, what is left in between is put together.
 *
 * @param names the fields that are shown
 * @param drawsItself whether a field is a group or a table
 */
export function arrangeBlocks(
  names: readonly string[],
  ui: JsonObject,
  drawsItself: (name: string) => boolean,
): readonly FormBlock[] {
  const sections = sectionsOf(ui);
  const placed = new Set<string>();
  const blocks: FormBlock[] = [];
  for (const name of names) {
    if (placed.has(name)) continue;
    const section = sections.find((one) => one.fields.includes(name));
    const fields = section === undefined ? [name] : section.fields.filter((field) => names.includes(field));
    for (const field of fields) placed.add(field);
    const last = blocks.at(-1);
    if (section !== undefined) blocks.push({ ...headOf(section), key: `section ${name}`, fields, draws: 'fields' });
    else if (drawsItself(name)) blocks.push({ ...plain, key: name, fields, draws: 'itself' });
    else if (last !== undefined && last.key.startsWith('plain '))
      blocks.splice(-1, 1, { ...last, fields: [...last.fields, name] });
    else blocks.push({ ...plain, key: `plain ${name}`, fields, draws: 'fields' });
  }
  return blocks;
}

const plain = { title: null, note: null, folded: false } as const;

function headOf({ title = '', note = '', folded = false }: FormSection): Pick<FormBlock, 'title' | 'note' | 'folded'> {
  return { title: title === '' ? null : title, note: note === '' ? null : note, folded };
}

function sectionsOf(ui: JsonObject): readonly FormSection[] {
  const sections = ui['ui:sections'];
  if (!isJsonArray(sections)) return [];
  return sections.filter(isJsonObject).map((section) => ({
    title: textOf(section, 'title') ?? '',
    note: textOf(section, 'note') ?? '',
    folded: section['folded'] === true,
    fields: isJsonArray(section['fields'])
      ? section['fields'].filter((name): name is string => typeof name === 'string')
      : [],
  }));
}
