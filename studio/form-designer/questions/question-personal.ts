import type { MaskKind } from '../../../server/kernel/forms/form-definition.ts';
import { textOf } from '../../../server/kernel/forms/schema-node.ts';
import { sameJson } from '../../../server/kernel/forms/shown-fields.ts';
import type { Json, JsonObject } from '../../../server/kernel/json.ts';
import { said, withMembers } from './edit-json.ts';
import type { PersonalInformation } from './question.ts';

const masks: readonly MaskKind[] = ['name', 'phone', 'address', 'all'];

/** What a field says about the personal information in it; null where it says nothing. */
export function readPersonal(node: JsonObject): PersonalInformation | null {
  const marked = textOf(node, 'x-pii');
  if (marked !== 'none' && marked !== 'personal' && marked !== 'sensitive') return null;
  return {
    class: marked,
    mask: masks.find((mask) => mask === node['x-mask']) ?? null,
    purpose: textOf(node, 'x-purpose') ?? '',
    retention: textOf(node, 'x-retention') ?? '',
    lawfulBasis: textOf(node, 'x-lawful-basis') ?? '',
  };
}

/** A field that says something else about it. */
export function withPersonal(node: JsonObject, personal: PersonalInformation | null): JsonObject {
  const before = readPersonal(node);
  if (sameJson(before === null ? null : members(before), personal === null ? null : members(personal))) return node;
  return withMembers(node, {
    'x-pii': personal?.class,
    'x-mask': personal?.mask ?? undefined,
    'x-purpose': said(personal?.purpose ?? ''),
    'x-retention': said(personal?.retention ?? ''),
    'x-lawful-basis': said(personal?.lawfulBasis ?? ''),
  });
}

function members(personal: PersonalInformation): Json {
  return [personal.class, personal.mask, personal.purpose, personal.retention, personal.lawfulBasis];
}
