import { isJsonArray, type JsonObject } from '../json.ts';
import { type AnswerCondition, conditionalFields, type FormBranch, pathAndGroups } from './form-branches.ts';
import { fieldNode, mapFields } from './map-fields.ts';
import { textOf, typeOf } from './schema-node.ts';

/** Answers that count as none. */
const emptyAnswers = ['', null, [], {}];

/**
 * The schema any JSON Schema validator checks a submission with: unconditional fields as properties, every rule as an
 * `if`/`then` of the root `allOf`. Each `if` requires the fields it looks at, and where such a field is conditional
 * itself, that it is shown: what somebody typed before they changed their mind decides nothing.
 *
 * Stored values a person may only read are not judged again: nobody at this step could mend them.
 */
export function compileRules(fields: JsonObject, branches: readonly FormBranch[]): JsonObject {
  const conditional = conditionalFields(branches);
  const root = mapFields(fields, { field: (path, node) => (conditional.has(path) ? null : unjudgedIfReadOnly(node)) });
  const compiled = branches.flatMap((branch) => {
    const holds = condition(branch, fields, branches, []);
    return holds === null ? [] : [{ if: holds, then: consequence(branch, fields, conditional) }];
  });
  if (compiled.length === 0) return root;
  const written = root['allOf'];
  return { ...root, allOf: [...(isJsonArray(written) ? written : []), ...compiled] };
}

function unjudgedIfReadOnly(node: JsonObject): JsonObject {
  if (node['readOnly'] !== true || typeOf(node) === 'object') return node;
  const title = textOf(node, 'title');
  return { readOnly: true, ...(title === undefined ? {} : { title }) };
}

/** What a branch needs, or null when it can never hold at this step (it looks at a field the step does not see). */
function condition(
  branch: FormBranch,
  fields: JsonObject,
  branches: readonly FormBranch[],
  asking: readonly string[],
): JsonObject | null {
  const answer = (one: AnswerCondition): JsonObject | null => answered(one, fields, branches, asking);
  const any = branch.when.any === undefined ? [] : [anyOf(branch.when.any.map(answer))];
  return allOf([...(branch.when.all ?? []).map(answer), ...any]);
}

function answered(
  one: AnswerCondition,
  fields: JsonObject,
  branches: readonly FormBranch[],
  asking: readonly string[],
): JsonObject | null {
  if (fieldNode(fields, one.field) === undefined || asking.includes(one.field)) return null;
  const shown = pathAndGroups(one.field).flatMap((part) => {
    const showing = branches.filter((branch) => branch.show.includes(part));
    return showing.length === 0
      ? []
      : [anyOf(showing.map((branch) => condition(branch, fields, branches, [...asking, one.field])))];
  });
  return allOf([within(one.field, answerSchema(one)), ...shown]);
}

function allOf(parts: readonly (JsonObject | null)[]): JsonObject | null {
  const [first, ...rest] = parts.filter((part) => part !== null);
  if (first === undefined || parts.includes(null)) return null;
  return rest.length === 0 ? first : { allOf: [first, ...rest] };
}

function anyOf(parts: readonly (JsonObject | null)[]): JsonObject | null {
  const [first, ...rest] = parts.filter((part) => part !== null);
  if (first === undefined) return null;
  return rest.length === 0 ? first : { anyOf: [first, ...rest] };
}

function answerSchema(one: AnswerCondition): JsonObject {
  if ('equals' in one) return { const: one.equals };
  if ('in' in one) return one.in.length === 0 ? { not: {} } : { enum: one.in };
  if ('contains' in one) return { type: 'array', contains: { const: one.contains } };
  if ('not' in one) return { not: { anyOf: [{ enum: emptyAnswers }, { const: one.not }] } };
  return { not: { enum: emptyAnswers } };
}

/** `reporter.phone` + schema → an object schema that requires `reporter` and in it `phone`. */
function within(path: string, schema: JsonObject): JsonObject {
  return path
    .split('.')
    .reduceRight<JsonObject>((inner, name) => ({ required: [name], properties: { [name]: inner } }), schema);
}

function consequence(branch: FormBranch, fields: JsonObject, conditional: ReadonlySet<string>): JsonObject {
  const inShown = (path: string): boolean =>
    pathAndGroups(path).some((part) => part !== path && branch.show.includes(part));
  const shows = (path: string): boolean => branch.show.includes(path) || (inShown(path) && !conditional.has(path));
  const leadsTo = (path: string): boolean =>
    [...branch.show, ...branch.require].some((field) => field.startsWith(`${path}.`));
  const requires = (path: string): boolean =>
    branch.require.some((field) => field === path || field.startsWith(`${path}.`));
  const { properties, required } = mapFields(fields, {
    field: (path, node) => {
      if (shows(path)) return unjudgedIfReadOnly(node);
      if (leadsTo(path)) return { type: 'object', properties: node['properties'] ?? {} };
      return branch.require.includes(path) ? {} : null;
    },
    required: (path, before) => requires(path) || (shows(path) && before),
  });
  return { ...(properties === undefined ? {} : { properties }), ...(required === undefined ? {} : { required }) };
}
