import type { Json, JsonObject } from '../json.ts';

/**
 * One thing a JSON Schema validator found, in the form every engine is brought to: where, which keyword, with what.
 *
 * `required` points at the missing member itself. Aggregates that only repeat what lies in them (`allOf`, `if`,
 * `properties`, `$ref`) are left out; `oneOf`, `anyOf` and `not` stand for all that lies in them.
 */
export interface SchemaProblem {
  /** JSON pointer into the data. */
  readonly pointer: string;
  readonly keyword: string;
  /** `limit` of counts and bounds, `type`, `format`, `pattern`; the keyword's value in the schema. */
  readonly params: JsonObject;
}

/** A validation engine bound to one schema: ajv on the server, an interpreter in the browser. */
export type SubmissionValidator = (data: Json) => readonly SchemaProblem[];

/** Keywords whose value a message needs, and the name it has in `params`. */
const paramNames: { readonly [keyword: string]: string } = {
  minLength: 'limit',
  maxLength: 'limit',
  minItems: 'limit',
  maxItems: 'limit',
  minimum: 'limit',
  maximum: 'limit',
  exclusiveMinimum: 'limit',
  exclusiveMaximum: 'limit',
  minProperties: 'limit',
  maxProperties: 'limit',
  type: 'type',
  format: 'format',
  pattern: 'pattern',
  multipleOf: 'multipleOf',
};

/** Keywords that judge by what other schemas say; each of their parts is judged under its own keyword. */
const aggregates = new Set([
  'allOf',
  'if',
  'then',
  'else',
  '$ref',
  '$dynamicRef',
  '$recursiveRef',
  'properties',
  'patternProperties',
  'items',
  'prefixItems',
  'additionalItems',
  'dependentSchemas',
  'dependencies',
  'unevaluatedItems',
]);

/** The `params` of a problem, from the keyword's value in the schema. */
export function problemParams(keyword: string, value: Json | undefined): JsonObject {
  const name = Object.hasOwn(paramNames, keyword) ? paramNames[keyword] : undefined;
  return name === undefined || value === undefined ? {} : { [name]: value };
}

/** Whether an engine's finding says something that its parts do not say better. */
export function isOwnFinding(keyword: string, schemaTokens: readonly string[]): boolean {
  return !aggregates.has(keyword) && !liesInAlternative(schemaTokens);
}

/** Whether a place in a schema lies below `oneOf`, `anyOf`, `not` or the condition of an `if`; names of properties are no keywords. */
function liesInAlternative(tokens: readonly string[]): boolean {
  for (let index = 0; index < tokens.length - 1; index += 1) {
    const token = tokens[index] ?? '';
    if (['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'].includes(token)) index += 1;
    else if (['oneOf', 'anyOf', 'not', 'if', 'contains', 'propertyNames'].includes(token)) return true;
  }
  return false;
}

/**
 * Puts findings into one order and drops repetitions, so that two engines can be compared. Whether items of a wrong kind
 * repeat each other is where engines differ, and nobody asks.
 */
export function inOrder(problems: readonly SchemaProblem[]): readonly SchemaProblem[] {
  const wrongInside = (pointer: string): boolean =>
    problems.some((problem) => problem.pointer.startsWith(`${pointer}/`));
  const told = problems.filter((problem) => problem.keyword !== 'uniqueItems' || !wrongInside(problem.pointer));
  const seen = new Map(
    told.map((problem) => [`${problem.pointer} ${problem.keyword} ${JSON.stringify(problem.params)}`, problem]),
  );
  return [...seen.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, problem]) => problem);
}
