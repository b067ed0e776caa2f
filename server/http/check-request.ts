import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { FieldProblem } from '../application/refusal.ts';

/** Which part of a request a schema is about. A query and path parameters are texts, so their values are converted. */
export type RequestPart = 'body' | 'querystring' | 'params' | 'headers';

/**
 * Nothing is filled in, converted or removed behind anybody's back: an unknown field of a body is an error. All errors
 * are told at once; the body limit bounds how many there can be.
 */
const rules = {
  allErrors: true,
  strict: true,
  removeAdditional: false,
  useDefaults: false,
  $data: false,
  // The contract's schemas are made by typebox, and compiled by a test.
  validateSchema: false,
} as const;
const exact = new Ajv({ ...rules, coerceTypes: false });
const converting = new Ajv({ ...rules, coerceTypes: true });
for (const engine of [exact, converting]) addFormats.default(engine);

/** Compiles the schema of a part of a request. */
export function validatorFor(schema: object, part: RequestPart): ValidateFunction {
  return (part === 'body' ? exact : converting).compile(schema);
}

/** More places than this help nobody. */
const mostTold = 20;

/** What is wrong with a part of a request, one sentence per place. */
export function requestProblems(errors: readonly ErrorObject[]): readonly FieldProblem[] {
  const own = errors.filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'oneOf');
  return (own.length > 0 ? own : errors).slice(0, mostTold).map(placed);
}

function placed(error: ErrorObject): FieldProblem {
  const named: unknown = error.params['missingProperty'] ?? error.params['additionalProperty'];
  const path = typeof named === 'string' ? `${error.instancePath}/${named}` : error.instancePath;
  return { path, ...sentence(error) };
}

function sentence({ keyword, params }: ErrorObject): { readonly zh: string; readonly en: string } {
  const limit = String(params['limit']);
  switch (keyword) {
    case 'required':
      return { zh: '这一项必须填写。', en: 'This field is required.' };
    case 'additionalProperties':
      return { zh: '没有这一项，请去掉。', en: 'There is no such field; leave it out.' };
    case 'type':
      return {
        zh: `类型不对，应该是 ${String(params['type'])}。`,
        en: `The type is wrong; it should be ${String(params['type'])}.`,
      };
    case 'enum':
    case 'const':
      return { zh: '只能是规定的值。', en: 'Only the listed values are allowed.' };
    case 'minLength':
      return { zh: `至少 ${limit} 个字符。`, en: `At least ${limit} characters.` };
    case 'maxLength':
      return { zh: `最多 ${limit} 个字符。`, en: `At most ${limit} characters.` };
    case 'minimum':
      return { zh: `不能小于 ${limit}。`, en: `It must be ${limit} or more.` };
    case 'maximum':
      return { zh: `不能大于 ${limit}。`, en: `It must be ${limit} or less.` };
    case 'maxItems':
      return { zh: `最多 ${limit} 项。`, en: `At most ${limit} items.` };
    case 'format':
      return {
        zh: `格式不对，应该是 ${String(params['format'])}。`,
        en: `The format is wrong; it should be ${String(params['format'])}.`,
      };
    default:
      return { zh: '写法不对。', en: 'It is not written as it should be.' };
  }
}
