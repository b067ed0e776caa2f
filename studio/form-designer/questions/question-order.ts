import { inWrittenOrder } from '../../../server/kernel/forms/effective-ui.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../server/kernel/json.ts';
import { sameJson } from '../../../server/kernel/forms/shown-fields.ts';
import { textOf } from '../../../server/kernel/forms/schema-node.ts';
import { said, withMember, withMembers } from './edit-json.ts';
import type { Holder } from './holder.ts';
import { writtenNames } from './outside-profile.ts';

/** Some questions in a row: a section with its title, or those between two sections. */
export interface Block {
  /** Place among `ui:sections`; null between sections. */
  readonly section: number | null;
  readonly title: string;
  readonly note: string;
  readonly folded: boolean;
  readonly names: readonly string[];
}

/**
 * The questions of a holder as they are drawn: a section stands where the first of its questions stands, an empty one at
 * the end, so that something can be put into it.
 */
export function blocksOf({ schema, ui }: Holder): readonly Block[] {
  const names = writtenNames(inWrittenOrder(schema, ui));
  const sections = sectionsOf(ui);
  const blocks: Block[] = [];
  const placed = new Set<string>();
  for (const name of names) {
    if (placed.has(name)) continue;
    const place = sections.findIndex((section) => fieldsOf(section).includes(name));
    const section = sections[place];
    const own =
      section === undefined ? [name] : fieldsOf(section).filter((field) => names.includes(field) && !placed.has(field));
    for (const field of own) placed.add(field);
    const last = blocks.at(-1);
    if (section !== undefined) blocks.push({ section: place, ...headOf(section), names: own });
    else if (last?.section === null) blocks.splice(-1, 1, { ...last, names: [...last.names, name] });
    else blocks.push({ ...plain, names: own });
  }
  const empty = sections.flatMap((section, place) =>
    blocks.some((block) => block.section === place) ? [] : [{ section: place, ...headOf(section), names: [] }],
  );
  return [...blocks, ...empty];
}

const plain = { section: null, title: '', note: '', folded: false } as const;

function sectionsOf(ui: JsonObject): readonly JsonObject[] {
  const sections = ui['ui:sections'];
  return isJsonArray(sections) && sections.every(isJsonObject) ? sections : [];
}

function fieldsOf(section: JsonObject): readonly string[] {
  const fields = section['fields'];
  return isJsonArray(fields) ? fields.filter((field): field is string => typeof field === 'string') : [];
}

function headOf(section: JsonObject): Pick<Block, 'title' | 'note' | 'folded'> {
  return {
    title: textOf(section, 'title') ?? '',
    note: textOf(section, 'note') ?? '',
    folded: section['folded'] === true,
  };
}

/**
 * The presentation of a holder whose questions stand in these blocks. Sections keep what they say besides; the order is
 * written as `ui:order`, and only when it is another one.
 */
export function withBlocks({ schema, ui }: Holder, blocks: readonly Block[]): JsonObject {
  const order = blocks.flatMap(({ names }) => names);
  const before = blocksOf({ schema, ui }).flatMap(({ names }) => names);
  const ordered = sameJson(order, before) || needsNoOrder(schema, ui, order) ? ui : withOrder(ui, order);
  const sections = sectionsOf(ui);
  const kept = blocks.filter((block): block is Block & { section: number } => block.section !== null);
  if (kept.length === 0)
    return withMember(ordered, 'ui:sections', sections.length === 0 ? ui['ui:sections'] : undefined);
  const written = kept
    .toSorted((one, other) => one.section - other.section)
    .map((block) => writtenSection(sections[block.section] ?? {}, block));
  return withMember(ordered, 'ui:sections', written);
}

/** Nothing is written where the schema alone gives this order. */
function needsNoOrder(schema: JsonObject, ui: JsonObject, order: readonly string[]): boolean {
  const written = writtenNames(schema);
  const natural = [
    ...written.filter((name) => order.includes(name)),
    ...order.filter((name) => !written.includes(name)),
  ];
  return ui['ui:order'] === undefined && sameJson(order, natural);
}

function writtenSection(before: JsonObject, { title, note, folded, names }: Block): Json {
  const head = headOf(before);
  return withMembers(before, {
    ...(head.title === title ? {} : { title: said(title) }),
    ...(head.note === note ? {} : { note: said(note) }),
    fields: names,
    ...(head.folded === folded ? {} : { folded: folded ? true : undefined }),
  });
}

function withOrder(ui: JsonObject, order: readonly string[]): JsonObject {
  return ui['ui:order'] === undefined ? { 'ui:order': order, ...ui } : withMember(ui, 'ui:order', order);
}

/** Where a question is put: into a section or between sections, before another question or at the end. */
export interface Place {
  readonly section: number | null;
  readonly before: string | null;
}

/** Blocks with a question at another place, also one that was in none of them. */
export function withPlaced(blocks: readonly Block[], name: string, { section, before }: Place): readonly Block[] {
  const left = blocks.map((block): Block => ({ ...block, names: block.names.filter((one) => one !== name) }));
  const target = left.findIndex(
    (block) => block.section === section && (before === null || block.names.includes(before)),
  );
  if (target !== -1 && (before !== null || section !== null)) {
    return tidy(left.with(target, insertedInto(left[target] ?? { ...plain, names: [] }, name, before)));
  }
  if (before === null) return tidy([...left, { ...plain, names: [name] }]);
  // Between sections, before the first question of one.
  const next = left.findIndex((block) => block.names.includes(before));
  return tidy(left.toSpliced(next === -1 ? left.length : next, 0, { ...plain, names: [name] }));
}

function insertedInto(block: Block, name: string, before: string | null): Block {
  const place = before === null ? block.names.length : block.names.indexOf(before);
  return { ...block, names: block.names.toSpliced(place, 0, name) };
}

/** Without empty rows between sections, and with those that now touch put together. */
function tidy(blocks: readonly Block[]): readonly Block[] {
  return blocks.reduce<readonly Block[]>((tidied, block) => {
    if (block.section === null && block.names.length === 0) return tidied;
    const last = tidied.at(-1);
    if (block.section === null && last?.section === null)
      return tidied.with(-1, { ...last, names: [...last.names, ...block.names] });
    return [...tidied, block];
  }, []);
}
