import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { FormFault } from './form-fault.ts';
import { pointerOf } from './json-pointer.ts';
import { schemaKeywordFaults } from './schema-keyword-faults.ts';
import { choicesOf, itemsOf, propertiesOf, requiredOf, textOf, typeOf } from './schema-node.ts';

const mostFields = 300;
const mostLevels = 5;
const mostChoices = 500;
/** Choices that a form takes from elsewhere, as the areas of a county are; nobody writes them into it. */
const mostTaken = 20_000;
const mostCharacters = 256 * 1024;

const anywhere = ['type', 'title', 'description', 'default', 'readOnly', 'examples', '$comment'];

/** The keywords of the profile by type; `x-…` is allowed everywhere. */
const profileKeywords: { readonly [type: string]: readonly string[] } = {
  string: ['minLength', 'maxLength', 'pattern', 'format', 'oneOf'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'oneOf'],
  integer: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'oneOf'],
  boolean: [],
  array: ['items', 'minItems', 'maxItems', 'uniqueItems'],
  object: ['properties', 'required', 'additionalProperties'],
};

const profileFormats = ['date', 'date-time'];

/** What a walk over the schema collects. */
interface Walk {
  readonly faults: FormFault[];
  readonly outside: FormFault[];
  fields: number;
}

/**
 * Checks a form's schema (references already written out).
 *
 * @returns `faults`, with which it cannot be published, and `outside`: what is plain JSON Schema but not in the
 *   documented profile, so that the form runs and only the designer shows it read-only
 */
export function checkSchema(schema: JsonObject): { faults: readonly FormFault[]; outside: readonly FormFault[] } {
  const walk: Walk = { faults: [], outside: [], fields: 0 };
  if (typeOf(schema) !== 'object') {
    walk.faults.push({
      code: 'form-root-type',
      path: '/schema/type',
      zh: '表单最外层的 type 要是 object。',
      en: 'The outermost type of a form must be object.',
    });
  }
  if (JSON.stringify(schema, withoutTaken).length > mostCharacters) {
    walk.faults.push({
      code: 'form-too-big',
      path: '/schema',
      zh: '表单太大（超过 256 KB），请拆成几张。',
      en: 'The form is too big (over 256 KB); split it.',
    });
    return walk;
  }
  walk.faults.push(...schemaKeywordFaults(schema));
  checkNode(walk, schema, ['schema'], 0);
  if (walk.fields > mostFields) {
    walk.faults.push({
      code: 'form-too-many-fields',
      path: '/schema',
      zh: `表单有 ${walk.fields} 个数据项，最多 ${mostFields} 个，请拆成几张。`,
      en: `The form has ${walk.fields} fields; at most ${mostFields}. Split it.`,
    });
  }
  return walk;
}

function checkNode(walk: Walk, node: JsonObject, path: readonly (string | number)[], level: number): void {
  if (level > mostLevels) {
    walk.faults.push({
      code: 'form-too-deep',
      path: pointerOf(path),
      zh: `表单最多 ${mostLevels} 层。`,
      en: `A form has at most ${mostLevels} levels.`,
    });
    return;
  }
  checkKeywords(walk, node, path);
  checkValues(walk, node, path);
  checkRequired(walk, node, path);
  for (const [name, child] of propertiesOf(node)) {
    walk.fields += 1;
    checkName(walk, name, [...path, 'properties', name]);
    checkNode(walk, child, [...path, 'properties', name], level + 1);
  }
  const items = itemsOf(node);
  if (items !== undefined) checkItems(walk, node, items, [...path, 'items'], level);
}

function checkItems(
  walk: Walk,
  node: JsonObject,
  items: JsonObject,
  path: readonly (string | number)[],
  level: number,
): void {
  const type = typeOf(items);
  if (type !== 'object' && type !== 'string') {
    walk.outside.push(
      outsideProfile(
        [...path, 'type'],
        '列表里只能是分组（object）或文字（string）',
        'a list holds objects or strings',
      ),
    );
  }
  checkNode(walk, items, path, level + (typeOf(node) === 'array' ? 1 : 0));
}

function checkName(walk: Walk, name: string, path: readonly (string | number)[]): void {
  if (/^[\p{L}_][\p{L}\p{N}_]{0,63}$/u.test(name) && !['__proto__', 'constructor', 'prototype'].includes(name)) return;
  walk.faults.push({
    code: 'form-field-name',
    path: pointerOf(path),
    zh: `数据项的名称「${name}」不能用：以字母开头，只用字母、数字和下划线，最多 64 个字符。`,
    en: `The field name "${name}" cannot be used: begin with a letter, then letters, digits and underscores, at most 64 characters.`,
  });
}

function checkKeywords(walk: Walk, node: JsonObject, path: readonly (string | number)[]): void {
  const type = node['type'];
  const allowed = typeof type === 'string' && Object.hasOwn(profileKeywords, type) ? profileKeywords[type] : undefined;
  if (allowed === undefined) {
    walk.outside.push(outsideProfile([...path, 'type'], '每个数据项要有一个 type', 'every field has one type'));
    return;
  }
  for (const keyword of Object.keys(node)) {
    if (keyword.startsWith('x-') || anywhere.includes(keyword) || allowed.includes(keyword)) continue;
    if (keyword === '$schema' && path.length === 1) continue;
    walk.outside.push(
      outsideProfile([...path, keyword], `「${keyword}」不在表单规范里`, `"${keyword}" is not in the form profile`),
    );
  }
}

function checkValues(walk: Walk, node: JsonObject, path: readonly (string | number)[]): void {
  const initial = node['default'];
  if (initial !== undefined && !fitsType(initial, typeOf(node))) {
    walk.faults.push({
      code: 'form-default-type',
      path: pointerOf([...path, 'default']),
      zh: `默认值 ${JSON.stringify(initial)} 和数据项的类型不符。`,
      en: `The default ${JSON.stringify(initial)} does not fit the field's type.`,
    });
  }
  const format = textOf(node, 'format');
  if (format !== undefined && !profileFormats.includes(format)) {
    walk.outside.push(
      outsideProfile(
        [...path, 'format'],
        `格式「${format}」不在表单规范里`,
        `the format "${format}" is not in the form profile`,
      ),
    );
  }
  if (node['additionalProperties'] !== undefined && typeof node['additionalProperties'] !== 'boolean') {
    walk.outside.push(outsideProfile([...path, 'additionalProperties'], '不能有未命名的数据项', 'fields have names'));
  }
  if (node['oneOf'] !== undefined) checkChoices(walk, node, [...path, 'oneOf']);
}

/** Choices that come from elsewhere make no form bigger for who writes it. */
function withoutTaken(_: string, value: Json): Json {
  if (!isJsonObject(value) || value['x-choices'] === undefined) return value;
  const { oneOf: __, ...written } = value;
  return written;
}

function checkChoices(walk: Walk, node: JsonObject, path: readonly (string | number)[]): void {
  const choices = choicesOf(node);
  if (choices === undefined) {
    walk.outside.push(outsideProfile(path, '选项要写成 const 和 title', 'choices are written as const and title'));
    return;
  }
  const most = node['x-choices'] === undefined ? mostChoices : mostTaken;
  if (choices.length > most) {
    walk.faults.push({
      code: 'form-too-many-choices',
      path: pointerOf(path),
      zh: `选项最多 ${most} 个。`,
      en: `At most ${most} choices.`,
    });
  }
  const seen = new Set<string>();
  for (const [index, choice] of choices.entries()) {
    const key = JSON.stringify(choice.value);
    if (seen.has(key)) {
      walk.faults.push({
        code: 'form-choice-twice',
        path: pointerOf([...path, index, 'const']),
        zh: `选项「${choice.title}」的值 ${key} 重复了。`,
        en: `The value ${key} of choice "${choice.title}" occurs twice.`,
      });
    }
    seen.add(key);
    if (!fitsType(choice.value, typeOf(node))) {
      walk.faults.push({
        code: 'form-choice-type',
        path: pointerOf([...path, index, 'const']),
        zh: `选项「${choice.title}」的值 ${key} 和数据项的类型不符。`,
        en: `The value ${key} of choice "${choice.title}" does not fit the field's type.`,
      });
    }
  }
}

function checkRequired(walk: Walk, node: JsonObject, path: readonly (string | number)[]): void {
  const names = propertiesOf(node).map(([name]) => name);
  for (const [index, name] of requiredOf(node).entries()) {
    if (names.includes(name) || !isJsonObject(node['properties'])) continue;
    walk.faults.push({
      code: 'form-required-unknown',
      path: pointerOf([...path, 'required', index]),
      zh: `必填的「${name}」不在表单里。`,
      en: `The required field "${name}" is not in the form.`,
    });
  }
}

/** True when a constant can be an answer of a field with this type. */
export function fitsType(value: Json, type: string | undefined): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'array':
      return isJsonArray(value);
    case 'object':
      return isJsonObject(value);
    default:
      return true;
  }
}

function outsideProfile(path: readonly (string | number)[], zh: string, en: string): FormFault {
  return {
    code: 'form-outside-profile',
    path: pointerOf(path),
    zh: `${zh}；表单照常运行，但只能在专业视图里修改。`,
    en: `${en[0]?.toUpperCase() ?? ''}${en.slice(1)}; the form runs, but opens read-only in the designer.`,
  };
}
