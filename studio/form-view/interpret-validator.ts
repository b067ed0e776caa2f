import { type OutputUnit, Validator } from '@cfworker/json-schema';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../server/kernel/json.ts';
import { javascriptPattern } from '../../server/kernel/forms/javascript-pattern.ts';
import { pointerOf, pointerTokens, valueAt } from '../../server/kernel/forms/json-pointer.ts';
import {
  inOrder,
  isOwnFinding,
  problemParams,
  type SchemaProblem,
  type SubmissionValidator,
} from '../../server/kernel/forms/schema-problem.ts';

/**
 * A validator that interprets the schema instead of compiling it to code: the page's Content-Security-Policy has no
 * `unsafe-eval`, under which ajv lets conditional fields vanish without an error. It finds what ajv finds on the server
 * (tests/studio/form-view/engines-agree.test.ts).
 *
 * @param schema JSON Schema 2020-12, or draft-07 where its `$schema` says so
 */
export function interpretValidator(schema: JsonObject): SubmissionValidator {
  const draft = schema['$schema'];
  const engine = new Validator(
    inJavascript(schema),
    typeof draft === 'string' && draft.includes('draft-07') ? '7' : '2020-12',
    false,
  );
  return (data) => {
    const result = engine.validate(data);
    return result.valid ? [] : inOrder(result.errors.flatMap((unit) => problemsOf(schema, data, unit)));
  };
}

/** A copy (the engine writes into what it is given) whose patterns JavaScript can read. */
function inJavascript(schema: JsonObject): JsonObject {
  const copy = (value: Json): Json => {
    if (isJsonArray(value)) return value.map(copy);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(
        ([key, child]) =>
          [key, key === 'pattern' && typeof child === 'string' ? javascriptPattern(child) : copy(child)] as const,
      ),
    );
  };
  const copied = copy(schema);
  return isJsonObject(copied) ? copied : {};
}

function problemsOf(schema: JsonObject, data: Json, unit: OutputUnit): readonly SchemaProblem[] {
  const tokens = pointerTokens(unit.keywordLocation);
  if (!isOwnFinding(unit.keyword, tokens)) return [];
  const pointer = pointerOf(pointerTokens(unit.instanceLocation));
  const value = valueAt(schema, pointerOf(tokens));
  if (unit.keyword === 'required') return missingMembers(value, valueAt(data, pointer), pointer);
  return [
    { pointer, keyword: unit.keyword, params: problemParams(unit.keyword, isJsonObject(value) ? undefined : value) },
  ];
}

/** The engine reports each missing member, but names it in its English sentence only. */
function missingMembers(
  required: Json | undefined,
  instance: Json | undefined,
  pointer: string,
): readonly SchemaProblem[] {
  if (!isJsonArray(required) || !isJsonObject(instance)) return [];
  return required
    .filter((name): name is string => typeof name === 'string' && !Object.hasOwn(instance, name))
    .map((name) => ({ pointer: pointer + pointerOf([name]), keyword: 'required', params: {} }));
}
