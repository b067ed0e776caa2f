import { createHash } from 'node:crypto';
import { Ajv, type ErrorObject, type Options } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { RE2JS } from 're2js';
import addFormats from 'ajv-formats';
import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { pointerOf, pointerTokens, valueAt } from '../../kernel/forms/json-pointer.ts';
import {
  inOrder,
  isOwnFinding,
  problemParams,
  type SchemaProblem,
  type SubmissionValidator,
} from '../../kernel/forms/schema-problem.ts';

/** A compiled validator, or why the schema cannot be compiled. */
export type CompiledValidator =
  | { readonly ok: true; readonly validate: SubmissionValidator }
  | { readonly ok: false; readonly reason: string };

/** Compiled validators by the hash of their schema; a compilation costs some milliseconds, a check less than one. */
const mostKept = 500;
const kept = new Map<string, CompiledValidator>();

/**
 * Patterns are written by people: RE2 runs in time linear in the text, whatever the pattern. ajv tells patterns apart by
 * their `toString`; without it all patterns of an engine become the first one.
 */
const re2 = Object.assign(
  (pattern: string) => {
    const compiled = RE2JS.compile(pattern);
    return { test: (text: string) => compiled.matcher(text).find(), toString: () => pattern };
  },
  { code: 're2' },
);

const options: Options = {
  allErrors: true,
  // The profile is checked by the kernel with sentences for people; ajv need not know the x- keywords.
  strict: false,
  // 0.07 is a multiple of 0.01, whatever binary fractions say.
  multipleOfPrecision: 9,
  code: { regExp: re2 },
};

/**
 * The validator of a form's effective schema, compiled once per content.
 *
 * @param schema JSON Schema 2020-12, or draft-07 where its `$schema` says so
 * @returns the faults of the schema as a reason instead of throwing: a pack from outside may hold anything
 */
export function compileValidator(schema: JsonObject): CompiledValidator {
  const known = same.get(schema) ?? compiledByContent(schema);
  same.set(schema, known);
  return known;
}

/** A schema that was seen before, the very same object, need not be read again to know its content. */
const same = new WeakMap<JsonObject, CompiledValidator>();

function compiledByContent(schema: JsonObject): CompiledValidator {
  const key = createHash('sha256').update(JSON.stringify(schema)).digest('base64');
  const known = kept.get(key);
  if (known !== undefined) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const compiled = compile(schema);
  kept.set(key, compiled);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return compiled;
}

function compile(schema: JsonObject): CompiledValidator {
  try {
    const dialect = dialectOf(schema);
    if (dialect.validateSchema(schema) !== true) return { ok: false, reason: dialect.errorsText() };
    const validate = engineFor(schema).compile<Json>(structuredClone(schema));
    return {
      ok: true,
      validate: (data) =>
        validate(data) ? [] : inOrder((validate.errors ?? []).flatMap((error) => problemOf(schema, error))),
    };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

const isDraft7 = ({ $schema }: JsonObject): boolean => typeof $schema === 'string' && $schema.includes('draft-07');

/** The two dialects, which know what a schema may say; knowing it costs 25 ms, so it is learned once. */
const dialects: { draft7: Ajv | null; latest: Ajv | null } = { draft7: null, latest: null };

function dialectOf(schema: JsonObject): Ajv {
  if (isDraft7(schema)) return (dialects.draft7 ??= withFormats(new Ajv(options)));
  return (dialects.latest ??= withFormats(new Ajv2020(options)));
}

/** One engine per schema: ajv keeps what it compiled, and two forms may use one `$id`. Its dialect has looked at it. */
function engineFor(schema: JsonObject): Ajv {
  const trusting = { ...options, validateSchema: false };
  return withFormats(isDraft7(schema) ? new Ajv(trusting) : new Ajv2020(trusting));
}

function withFormats(engine: Ajv): Ajv {
  addFormats.default(engine);
  return engine;
}

function problemOf(schema: JsonObject, error: ErrorObject): readonly SchemaProblem[] {
  const tokens = pointerTokens(error.schemaPath);
  if (!isOwnFinding(error.keyword, tokens)) return [];
  const missing: unknown = error.params['missingProperty'];
  if (error.keyword === 'required' && typeof missing === 'string') {
    return [{ pointer: error.instancePath + pointerOf([missing]), keyword: 'required', params: {} }];
  }
  const value = valueAt(schema, pointerOf(tokens));
  return [
    {
      pointer: error.instancePath,
      keyword: error.keyword,
      params: problemParams(error.keyword, isJsonObject(value) ? undefined : value),
    },
  ];
}
