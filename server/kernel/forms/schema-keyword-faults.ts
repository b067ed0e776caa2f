import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { FormFault } from './form-fault.ts';
import { pointerOf } from './json-pointer.ts';
import { patternFault } from './pattern-fault.ts';

type Path = readonly (string | number)[];

/** What a keyword's value must be, in words for the message. */
interface ValueRule {
  readonly zh: string;
  readonly en: string;
  readonly holds: (value: Json) => boolean;
}

const typeNames = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];
const isSchema = (value: Json): boolean => isJsonObject(value) || typeof value === 'boolean';
const isOneOf =
  (...known: readonly string[]) =>
  (value: Json): boolean =>
    known.some((one) => one === value);
const isName = (value: Json): boolean => typeof value === 'string';

const count: ValueRule = {
  zh: '不小于 0 的整数',
  en: 'a whole number from 0',
  holds: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
};
const amount: ValueRule = { zh: '数字', en: 'a number', holds: (value) => typeof value === 'number' };
const words: ValueRule = { zh: '文字', en: 'a text', holds: isName };
const yesNo: ValueRule = { zh: 'true 或 false', en: 'true or false', holds: (value) => typeof value === 'boolean' };
const schema: ValueRule = { zh: '一个数据项的定义', en: 'a schema', holds: isSchema };
const schemas: ValueRule = {
  zh: '一列定义',
  en: 'a list of schemas',
  holds: (value) => isJsonArray(value) && value.length > 0 && value.every(isSchema),
};
const namedSchemas: ValueRule = {
  zh: '按名称排列的定义',
  en: 'schemas by name',
  holds: (value) => isJsonObject(value) && Object.values(value).every(isSchema),
};
const names: ValueRule = {
  zh: '一列不重复的名称',
  en: 'a list of different names',
  holds: (value) => isJsonArray(value) && value.every(isName) && new Set(value).size === value.length,
};

/** The value rules of JSON Schema 2020-12 and draft-07 for every keyword that both validators read. */
const valueRules: { readonly [keyword: string]: ValueRule } = {
  type: {
    zh: `${typeNames.join('、')} 之一`,
    en: `one of ${typeNames.join(', ')}`,
    holds: (value) =>
      isJsonArray(value)
        ? value.length > 0 && value.every((name) => typeNames.some((known) => known === name))
        : typeNames.some((known) => known === value),
  },
  title: words,
  description: words,
  $comment: words,
  pattern: words,
  format: words,
  minLength: count,
  maxLength: count,
  minItems: count,
  maxItems: count,
  minProperties: count,
  maxProperties: count,
  minContains: count,
  maxContains: count,
  minimum: amount,
  maximum: amount,
  exclusiveMinimum: amount,
  exclusiveMaximum: amount,
  multipleOf: { zh: '大于 0 的数字', en: 'a number above 0', holds: (value) => typeof value === 'number' && value > 0 },
  'x-pii': {
    zh: 'none、personal 或 sensitive',
    en: 'none, personal or sensitive',
    holds: isOneOf('none', 'personal', 'sensitive'),
  },
  'x-mask': {
    zh: 'name、phone、address 或 all',
    en: 'name, phone, address or all',
    holds: isOneOf('name', 'phone', 'address', 'all'),
  },
  'x-purpose': words,
  'x-retention': words,
  'x-lawful-basis': words,
  'x-choices': words,
  'x-group': words,
  'x-unit': words,
  'x-message': words,
  uniqueItems: yesNo,
  readOnly: yesNo,
  writeOnly: yesNo,
  deprecated: yesNo,
  required: names,
  enum: { zh: '一列值', en: 'a list of values', holds: (value) => isJsonArray(value) && value.length > 0 },
  properties: namedSchemas,
  patternProperties: namedSchemas,
  dependentSchemas: namedSchemas,
  items: {
    zh: '一个或一列定义',
    en: 'a schema or a list of them',
    holds: (value) => isSchema(value) || (isJsonArray(value) && value.every(isSchema)),
  },
  prefixItems: schemas,
  allOf: schemas,
  anyOf: schemas,
  oneOf: schemas,
  not: schema,
  if: schema,
  then: schema,
  else: schema,
  contains: schema,
  propertyNames: schema,
  additionalProperties: schema,
  additionalItems: schema,
  unevaluatedProperties: schema,
  unevaluatedItems: schema,
};

const ranges = [
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minimum', 'maximum'],
] as const;

/**
 * Faults with which a schema does not compile in any validator: keyword values of the wrong kind, patterns that are
 * none, ranges that nothing can satisfy. Follows the JSON Schema meta-schemas, so that a pack can be refused without
 * compiling it.
 */
export function schemaKeywordFaults(root: JsonObject): readonly FormFault[] {
  const faults: FormFault[] = [];
  visit(faults, root, ['schema']);
  return faults;
}

function visit(faults: FormFault[], node: Json, path: Path): void {
  if (!isJsonObject(node)) return;
  for (const [keyword, value] of Object.entries(node)) {
    const rule = Object.hasOwn(valueRules, keyword) ? valueRules[keyword] : undefined;
    if (rule === undefined) continue;
    if (!rule.holds(value)) {
      faults.push({
        code: 'form-schema-invalid',
        path: pointerOf([...path, keyword]),
        zh: `「${keyword}」要写成${rule.zh}。`,
        en: `"${keyword}" must be ${rule.en}.`,
      });
    } else {
      visitValue(faults, keyword, value, [...path, keyword]);
    }
  }
  checkRanges(faults, node, path);
}

function visitValue(faults: FormFault[], keyword: string, value: Json, path: Path): void {
  if (keyword === 'pattern') checkPattern(faults, value, path);
  const rule = valueRules[keyword];
  if (rule === namedSchemas && isJsonObject(value)) {
    for (const [name, child] of Object.entries(value)) {
      if (keyword === 'patternProperties') checkPattern(faults, name, [...path, name]);
      visit(faults, child, [...path, name]);
    }
  } else if (isJsonArray(value) && (rule === schemas || keyword === 'items')) {
    for (const [index, child] of value.entries()) visit(faults, child, [...path, index]);
  } else if (rule === schema || keyword === 'items') {
    visit(faults, value, path);
  }
}

function checkPattern(faults: FormFault[], pattern: Json, path: Path): void {
  const fault = typeof pattern === 'string' ? patternFault(pattern) : null;
  if (fault !== null) faults.push({ code: 'form-pattern', path: pointerOf(path), ...fault });
}

function checkRanges(faults: FormFault[], node: JsonObject, path: Path): void {
  for (const [least, most] of ranges) {
    const from = node[least];
    const to = node[most];
    if (typeof from !== 'number' || typeof to !== 'number' || from <= to) continue;
    faults.push({
      code: 'form-range',
      path: pointerOf([...path, least]),
      zh: `「${least}」${from} 比「${most}」${to} 大，没有内容能满足。`,
      en: `"${least}" ${from} is above "${most}" ${to}; nothing can satisfy that.`,
    });
  }
}
