import type { Static } from 'typebox';
import type { DefinitionKind as AnyKind, DraftDefinition, DraftView } from '../../../server/http/contract/drafts.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';

export type DefinitionKind = Static<typeof AnyKind>;
export type Draft = Static<typeof DraftView>;

/** A definition's content: JSON of the kind's schema, or the text of a BPMN or DMN file. */
export type Content = { readonly json: JsonObject } | { readonly xml: string };

/** A definition as the server answers it, with its content typed as JSON, which whatever came over the wire is. */
export type ServedDefinition = Omit<Static<typeof DraftDefinition>, 'content' | 'published'> & {
  readonly content: Content;
  readonly published: Content | null;
};

/** The definition inside an answer. */
export function servedDefinition(answer: Static<typeof DraftDefinition>): ServedDefinition {
  return answer as ServedDefinition;
}

/** True when both say the same; the order of the members of an object says nothing, every character of a file does. */
export function sameContent(one: Content, other: Content): boolean {
  if ('xml' in one) return 'xml' in other && one.xml === other.xml;
  return 'json' in other && sameJson(one.json, other.json);
}

function sameJson(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [Object.entries(one), new Map(Object.entries(other))];
  return left.length === right.size && left.every(([key, value]) => right.has(key) && sameJson(value, right.get(key)));
}
