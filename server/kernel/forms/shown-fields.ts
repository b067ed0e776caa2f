import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { EffectiveForm } from './effective-form.ts';
import { type AnswerCondition, conditionalFields, type FormBranch, pathAndGroups } from './form-branches.ts';
import { fieldNode, mapFields } from './map-fields.ts';
import { ownValue } from './schema-node.ts';

/**
 * Which rules hold for what has been filled in so far. One answer for drawing, pruning and counting; the compiled schema
 * of `compileRules` says the same to other validators.
 */
export interface FormState {
  /** Whether a field of the step is shown now. */
  readonly shows: (path: string) => boolean;
  /** The fields that the rules which hold require. */
  readonly requires: ReadonlySet<string>;
}

/** @param data what is filled in, with the read-only values of the step in their places */
export function formState(effective: EffectiveForm, data: JsonObject): FormState {
  const { fields, branches } = effective;
  const conditional = conditionalFields(branches);
  const holding = new Set<FormBranch>();
  const shows = (path: string): boolean =>
    fieldNode(fields, path) !== undefined &&
    pathAndGroups(path).every(
      (part) => !conditional.has(part) || [...holding].some((branch) => branch.show.includes(part)),
    );
  const met = (one: AnswerCondition): boolean => shows(one.field) && answers(one, valueOf(data, one.field));
  const holds = ({ when: { all, any } }: FormBranch): boolean =>
    (all !== undefined || any !== undefined) && (all ?? []).every(met) && (any === undefined || any.some(met));
  // A rule that holds may show what lets others hold; rules that only wait for each other never begin to.
  for (let size = -1; size < holding.size;) {
    size = holding.size;
    for (const branch of branches) if (!holding.has(branch) && holds(branch)) holding.add(branch);
  }
  const requires = new Set(
    branches.filter((branch) => holding.has(branch)).flatMap((branch) => branch.require.filter(shows)),
  );
  return { shows, requires };
}

/** The fields that are shown now as one plain object schema without conditions, required where a rule says so. */
export function shownSchema(effective: EffectiveForm, data: JsonObject): JsonObject {
  const state = formState(effective, data);
  const requires = (path: string): boolean =>
    [...state.requires].some((field) => field === path || field.startsWith(`${path}.`));
  return mapFields(effective.fields, {
    field: (path, node) => (state.shows(path) ? node : null),
    required: (path, before) => before || requires(path),
  });
}

/** What is filled in for a path; fields outside of tables only. */
export function valueOf(data: JsonObject, path: string): Json | undefined {
  let value: Json | undefined = data;
  for (const name of path.split('.')) {
    value = isJsonObject(value) ? ownValue(value, name) : undefined;
  }
  return value;
}

function answers(one: AnswerCondition, value: Json | undefined): boolean {
  if (value === undefined) return false;
  if ('equals' in one) return sameJson(one.equals, value);
  if ('in' in one) return one.in.some((option) => sameJson(option, value));
  if ('contains' in one) return isJsonArray(value) && value.some((item) => sameJson(one.contains, item));
  if ('not' in one) return !isEmptyAnswer(value) && !sameJson(one.not, value);
  return !isEmptyAnswer(value);
}

/** True for an answer that says nothing: empty text, empty list, empty group. */
export function isEmptyAnswer(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (isJsonArray(value)) return value.length === 0;
  return isJsonObject(value) && Object.keys(value).length === 0;
}

/** Equality as JSON Schema's `const` has it: members in any order. */
export function sameJson(one: Json, other: Json): boolean {
  if (one === other) return true;
  if (isJsonArray(one))
    return (
      isJsonArray(other) &&
      one.length === other.length &&
      one.every((item, index) => sameJson(item, other[index] ?? null))
    );
  if (!isJsonObject(one) || !isJsonObject(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameJson(one[key] ?? null, other[key] ?? null))
  );
}
