import type { ErrorObject } from 'ajv';
import { errorAt, type FaultText, type Located, type PackFault } from '../../kernel/compilation/pack-fault.ts';

type Described = ErrorObject & { readonly meaning: Meaning };

/** What is wrong with a value, independent of the validator's words. */
interface Meaning extends FaultText {
  readonly code: string;
  readonly below?: string;
}

/**
 * A validator's errors as faults that say what to do. Of the alternatives of a `oneOf` only those of the closest one
 * are told, and a value outside a list of choices is told once.
 *
 * @param at the file
 * @param errors as ajv gives them with `allErrors` and `verbose`
 */
export function shapeFaults(at: Located, errors: readonly ErrorObject[]): readonly PackFault[] {
  const told = closest(errors).map((error): Described => ({ ...error, meaning: meaningOf(error) }));
  const faults = told.map(({ instancePath, meaning }) =>
    errorAt(at, meaning.code, meaning, instancePath + (meaning.below ?? '')),
  );
  return [...new Map(faults.map((fault) => [`${fault.place} ${fault.code} ${fault.zh}`, fault])).values()];
}

function closest(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const [union] = errors
    .filter((error) => error.keyword === 'oneOf')
    .toSorted((one, other) => one.schemaPath.length - other.schemaPath.length);
  const relevant = errors.filter((error) => error.keyword !== 'if');
  if (!union) return relevant;
  const inside = (error: ErrorObject): boolean =>
    error.schemaPath.startsWith(`${union.schemaPath}/`) && error.instancePath.startsWith(union.instancePath);
  const others = relevant.filter((error) => error !== union && !inside(error));
  const branches = [...Map.groupBy(errors.filter(inside), (error) => branchOf(union, error)).values()];
  const chosen = branches.every(isOtherConstant)
    ? [union]
    : closest(branches.toSorted((one, other) => distance(one) - distance(other))[0] ?? []);
  return [...closest(others), ...chosen];
}

function branchOf(union: ErrorObject, error: ErrorObject): string {
  return error.schemaPath.slice(union.schemaPath.length + 1).split('/')[0] ?? '';
}

function isOtherConstant(branch: readonly ErrorObject[]): boolean {
  return branch.length === 1 && branch[0]?.keyword === 'const';
}

/**
 * A branch whose very first key is missing was not meant. A value outside a list of choices is one fault, however many there
 * are to choose from.
 */
function distance(branch: readonly ErrorObject[]): number {
  const choices = branch.filter(({ keyword }) => keyword === 'oneOf');
  const outside = branch.filter(
    (error) => !choices.some(({ schemaPath }) => error.schemaPath.startsWith(`${schemaPath}/`)),
  );
  return outside.reduce((sum, error) => sum + (error.keyword === 'required' || error.keyword === 'const' ? 3 : 1), 0);
}

function meaningOf(error: ErrorObject): Meaning {
  const titled = titleOf(error);
  const { params } = error;
  switch (error.keyword) {
    case 'required':
      return missing(titled, error, String(params['missingProperty']));
    case 'additionalProperties':
      return unknown(String(params['additionalProperty']), error);
    case 'false schema':
      return {
        code: 'shape-key-unknown',
        zh: '这里不能写这一项。请删去。',
        en: 'This key does not belong here. Remove it.',
      };
    case 'type':
      return wrong(titled, `要写成${typeWord(params['type'])}`, `must be of type ${String(params['type'])}`);
    case 'oneOf':
    case 'enum':
    case 'const':
      return notOffered(titled, error);
    case 'pattern':
      return error.instancePath === '/version' && titled === '版本'
        ? {
            code: 'pack-version',
            zh: '版本号要写成「主.次.修」三段数字，例：1.0.0。',
            en: 'The version must be a semantic version such as 1.0.0.',
          }
        : wrong(titled, `写法不对${hint(error)}`, `does not match ${String(params['pattern'])}`);
    default:
      return wrong(titled, boundWord(error), error.message ?? error.keyword);
  }
}

function missing(titled: string, error: ErrorObject, key: string): Meaning {
  const title = propertyTitle(error, key);
  return {
    code: 'shape-key-missing',
    below: `/${key}`,
    zh: `「${titled}」少写了「${title}」（${key}）。请补上。`,
    en: `"${key}" is missing. Add it.`,
  };
}

function unknown(key: string, error: ErrorObject): Meaning {
  const known = Object.keys(propertiesIn(error)).join('、');
  return {
    code: 'shape-key-unknown',
    below: `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    zh: `不认识「${key}」。这里可以写：${known}。请改正或删去。`,
    en: `"${key}" is unknown here. Known are: ${known}. Correct or remove it.`,
  };
}

function notOffered(titled: string, error: ErrorObject): Meaning {
  const offered = offeredIn(error);
  const zh = offered.map(({ value, title }) => (title ? `${value}（${title}）` : value)).join('、');
  const en = offered.map(({ value }) => value).join(', ');
  return { code: 'shape-value', zh: `「${titled}」只能写：${zh}。`, en: `Must be one of: ${en}.` };
}

function wrong(titled: string, zh: string, en: string): Meaning {
  return { code: 'shape-value', zh: `「${titled}」${zh}。`, en: `${en[0]?.toUpperCase() ?? ''}${en.slice(1)}.` };
}

function boundWord(error: ErrorObject): string {
  const limit = String(error.params['limit'] ?? '');
  const words: { readonly [keyword: string]: string } = {
    minLength: `不能少于 ${limit} 个字`,
    maxLength: `不能多于 ${limit} 个字`,
    minItems: `至少写 ${limit} 项`,
    maxItems: `最多写 ${limit} 项`,
    minimum: `不能小于 ${limit}`,
    maximum: `不能大于 ${limit}`,
    exclusiveMinimum: `要大于 ${limit}`,
    exclusiveMaximum: `要小于 ${limit}`,
    minProperties: '不能是空的',
    uniqueItems: '里有重复的项',
    propertyNames: `里的「${String(error.params['propertyName'] ?? '')}」写法不对`,
  };
  return words[error.keyword] ?? '写法不对';
}

function typeWord(type: unknown): string {
  const words: { readonly [type: string]: string } = {
    string: '文字',
    number: '数字',
    integer: '整数',
    boolean: 'true 或 false',
    array: '一列',
    object: '一组',
  };
  return words[String(type)] ?? String(type);
}

function hint(error: ErrorObject): string {
  const { description } = schemaAround(error);
  return description === undefined ? '' : `：${description}`;
}

function titleOf(error: ErrorObject): string {
  return schemaAround(error).title ?? (error.instancePath.split('/').at(-1) || '文件');
}

interface SchemaAround {
  readonly title?: string;
  readonly description?: string;
  readonly properties?: { readonly [name: string]: { readonly title?: string } };
  readonly oneOf?: readonly { readonly const?: unknown; readonly title?: string }[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

/** The schema the failed keyword stands in; ajv gives it when asked to be verbose. */
function schemaAround(error: ErrorObject): SchemaAround {
  const schema: unknown = error.parentSchema;
  return isSchemaObject(schema) ? schema : {};
}

function isSchemaObject(schema: unknown): schema is SchemaAround {
  return typeof schema === 'object' && schema !== null;
}

function propertiesIn(error: ErrorObject): { readonly [name: string]: { readonly title?: string } } {
  return schemaAround(error).properties ?? {};
}

function propertyTitle(error: ErrorObject, key: string): string {
  return propertiesIn(error)[key]?.title ?? key;
}

function offeredIn(error: ErrorObject): readonly { readonly value: string; readonly title: string }[] {
  const schema = schemaAround(error);
  const options = schema.oneOf?.map((option) => ({ value: option.const, title: option.title ?? '' }));
  const values = options ?? (schema.enum ?? [schema.const]).map((value) => ({ value, title: '' }));
  return values.filter(({ value }) => value !== undefined).map(({ value, title }) => ({ value: String(value), title }));
}
