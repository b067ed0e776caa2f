import { numberOf, textOf } from '../../../server/kernel/forms/schema-node.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { said, withMember, withMembers } from './edit-json.ts';
import type { Limits, QuestionKind } from './question.ts';

const keywords: { readonly [Kind in QuestionKind]?: readonly [least: string, most: string] } = {
  text: ['minLength', 'maxLength'],
  'long-text': ['minLength', 'maxLength'],
  phone: ['minLength', 'maxLength'],
  place: ['minLength', 'maxLength'],
  number: ['minimum', 'maximum'],
  choices: ['minItems', 'maxItems'],
  photos: ['minItems', 'maxItems'],
  rows: ['minItems', 'maxItems'],
};

/** Whether a kind of question has a least and a most. */
export function hasLimits(kind: QuestionKind): boolean {
  return keywords[kind] !== undefined;
}

/** The limits of a question as its schema says them. */
export function readLimits(node: JsonObject, kind: QuestionKind): Limits {
  const [least, most] = keywords[kind] ?? [];
  return {
    least: least === undefined ? null : (numberOf(node, least) ?? null),
    most: most === undefined ? null : (numberOf(node, most) ?? null),
  };
}

/** A schema with other limits. */
export function withLimits(node: JsonObject, kind: QuestionKind, limits: Limits): JsonObject {
  const names = keywords[kind];
  if (names === undefined) return node;
  const before = readLimits(node, kind);
  const [least, most] = names;
  const lower = before.least === limits.least ? node : withMember(node, least, limits.least ?? undefined);
  return before.most === limits.most ? lower : withMember(lower, most, limits.most ?? undefined);
}

/** What only a number says: whether it is whole, and of what. */
export function readNumber(node: JsonObject, kind: QuestionKind): { readonly whole: boolean; readonly unit: string } {
  if (kind !== 'number') return { whole: false, unit: '' };
  return { whole: node['type'] === 'integer', unit: textOf(node, 'x-unit') ?? '' };
}

/** A schema of a number with another unit, or of another sort of number. */
export function withNumber(node: JsonObject, kind: QuestionKind, whole: boolean, unit: string): JsonObject {
  const before = readNumber(node, kind);
  if (kind !== 'number' || (before.whole === whole && before.unit === unit)) return node;
  return withMembers(node, { type: whole ? 'integer' : 'number', 'x-unit': said(unit) });
}
