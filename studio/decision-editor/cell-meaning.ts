import type { CellDescription, EntryDescription } from '../../server/kernel/dmn/table-description.ts';
import { isJsonArray, type Json } from '../../server/kernel/json.ts';

/** What a cell of a condition says, as far as the grid can show and change it. */
export type CellMeaning =
  | { readonly kind: 'any' }
  | { readonly kind: 'values'; readonly values: readonly Json[]; readonly not: boolean }
  /** `>= 3`: shown in words, changed by experts only. */
  | { readonly kind: 'beyond'; readonly source: string };

/** What a cell of an outcome says. */
export type EntryMeaning =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'beyond'; readonly source: string };

/** Reads a condition as the kernel describes it. */
export function meaningOfCell({ any, negated, tests, source }: CellDescription): CellMeaning {
  if (any) return { kind: 'any' };
  const values = tests.flatMap((test) => (test.kind === 'equals' && isPlain(test.value) ? [test.value] : []));
  if (values.length < tests.length || values.length === 0) return { kind: 'beyond', source };
  return { kind: 'values', values, not: negated };
}

/** Reads an outcome as the kernel describes it. */
export function meaningOfEntry(entry: EntryDescription): EntryMeaning {
  if (!entry.constant) return { kind: 'beyond', source: entry.source };
  const plain = isJsonArray(entry.value) ? entry.value.every(isPlain) : isPlain(entry.value);
  return plain ? { kind: 'value', value: entry.value } : { kind: 'beyond', source: entry.source };
}

/** A condition in FEEL: `-`, `"a", "b"` or `not("a")`. */
export function feelOfCell(meaning: CellMeaning): string {
  if (meaning.kind === 'any') return '-';
  if (meaning.kind === 'beyond') return meaning.source;
  const values = meaning.values.map(feelOfValue).join(', ');
  return meaning.not ? `not(${values})` : values;
}

/** An outcome in FEEL. */
export function feelOfEntry(meaning: EntryMeaning): string {
  return meaning.kind === 'beyond' ? meaning.source : feelOfValue(meaning.value);
}

function feelOfValue(value: Json): string {
  if (isJsonArray(value)) return `[${value.map(feelOfValue).join(', ')}]`;
  if (typeof value !== 'string') return JSON.stringify(value);
  return `"${value
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`)}"`;
}

function isPlain(value: Json): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
