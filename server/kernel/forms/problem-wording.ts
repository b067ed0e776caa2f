import type { JsonObject } from '../json.ts';
import type { FormControl } from './form-control.ts';
import { numberOf, textOf } from './schema-node.ts';
import type { SchemaProblem } from './schema-problem.ts';

/** A field as a sentence about it needs it. */
export interface AskedField {
  readonly title: string;
  readonly titleEn: string;
  readonly control: FormControl;
  readonly schema: JsonObject;
}

export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

const picked: readonly FormControl[] = [
  'choice',
  'select',
  'choices',
  'category',
  'yes-no',
  'area',
  'date',
  'date-time',
];

/** What to do about a problem, in plain words: never a validator's own text. */
export function problemWording(problem: SchemaProblem, field: AskedField): Sentence {
  if (problem.keyword === 'required') return missingWording(field);
  return (
    lengthWording(problem, field) ??
    numberWording(problem, field) ??
    kindWording(problem, field) ?? {
      zh: `「${field.title}」填得不对，请检查`,
      en: `"${field.titleEn}" is not filled in correctly`,
    }
  );
}

function missingWording(field: AskedField): Sentence {
  const { title, titleEn, control, schema } = field;
  if (control === 'photos') return photoWording(field, Math.max(1, numberOf(schema, 'minItems') ?? 1));
  if (control === 'rows')
    return { zh: `请至少填写 1 项「${title}」`, en: `Fill in at least one entry of "${titleEn}"` };
  if (picked.includes(control)) return { zh: `请选择「${title}」`, en: `Choose "${titleEn}"` };
  return { zh: `请填写「${title}」`, en: `Fill in "${titleEn}"` };
}

function photoWording(field: AskedField, count: number): Sentence {
  const what = field.title.includes('照片') ? field.title : `「${field.title}」照片`;
  return { zh: `请拍 ${count} 张${what}`, en: `Take ${count} ${count === 1 ? 'photo' : 'photos'}: ${field.titleEn}` };
}

function lengthWording({ keyword, params }: SchemaProblem, field: AskedField): Sentence | null {
  const limit = Number(params['limit']);
  const { title, titleEn, control } = field;
  const unit = control === 'photos' ? '张' : '项';
  switch (keyword) {
    case 'minLength':
      return { zh: `「${title}」至少 ${limit} 个字`, en: `"${titleEn}" needs at least ${limit} characters` };
    case 'maxLength':
      return { zh: `「${title}」最多 ${limit} 个字`, en: `"${titleEn}" takes at most ${limit} characters` };
    case 'minItems':
      return control === 'photos'
        ? photoWording(field, limit)
        : { zh: `「${title}」至少 ${limit} 项`, en: `"${titleEn}" needs at least ${limit}` };
    case 'maxItems':
      return { zh: `「${title}」最多 ${limit} ${unit}`, en: `"${titleEn}" takes at most ${limit}` };
    case 'uniqueItems':
      return { zh: `「${title}」里有重复的`, en: `"${titleEn}" holds something twice` };
    default:
      return null;
  }
}

function numberWording({ keyword, params }: SchemaProblem, { title, titleEn, schema }: AskedField): Sentence | null {
  const limit = Number(params['limit']);
  switch (keyword) {
    case 'minimum':
      return { zh: `「${title}」不能小于 ${limit}`, en: `"${titleEn}" must be ${limit} or more` };
    case 'maximum':
      return { zh: `「${title}」不能大于 ${limit}`, en: `"${titleEn}" must be ${limit} or less` };
    case 'exclusiveMinimum':
      return { zh: `「${title}」要大于 ${limit}`, en: `"${titleEn}" must be more than ${limit}` };
    case 'exclusiveMaximum':
      return { zh: `「${title}」要小于 ${limit}`, en: `"${titleEn}" must be less than ${limit}` };
    case 'multipleOf':
      return stepWording(Number(params['multipleOf']), title, titleEn);
    case 'type':
      return typeWording(textOf(params, 'type') ?? '', title, titleEn, schema);
    default:
      return null;
  }
}

function stepWording(step: number, title: string, titleEn: string): Sentence {
  const decimals = [1, 0.1, 0.01, 0.001].indexOf(step);
  if (decimals === 0) return { zh: `「${title}」要填整数`, en: `"${titleEn}" must be a whole number` };
  if (decimals > 0)
    return { zh: `「${title}」最多 ${decimals} 位小数`, en: `"${titleEn}" takes at most ${decimals} decimal places` };
  return { zh: `「${title}」要是 ${step} 的倍数`, en: `"${titleEn}" must be a multiple of ${step}` };
}

function typeWording(type: string, title: string, titleEn: string, schema: JsonObject): Sentence | null {
  if (type === 'integer' || schema['type'] === 'integer')
    return { zh: `「${title}」要填整数`, en: `"${titleEn}" must be a whole number` };
  return type === 'number' ? { zh: `「${title}」要填数字`, en: `"${titleEn}" must be a number` } : null;
}

function kindWording(
  { keyword, params }: SchemaProblem,
  { title, titleEn, control, schema }: AskedField,
): Sentence | null {
  const message = schema['x-message'];
  if (keyword === 'pattern' && typeof message === 'string')
    return { zh: message, en: `"${titleEn}" does not have the right form` };
  if (keyword === 'pattern') {
    return control === 'phone'
      ? { zh: `「${title}」不是有效的电话号码`, en: `"${titleEn}" is not a phone number` }
      : { zh: `「${title}」的格式不对`, en: `"${titleEn}" does not have the right form` };
  }
  if (keyword === 'format') {
    return textOf(params, 'format')?.startsWith('date') === true
      ? { zh: `「${title}」不是有效的日期`, en: `"${titleEn}" is not a valid date` }
      : { zh: `「${title}」的格式不对`, en: `"${titleEn}" does not have the right form` };
  }
  if (keyword === 'oneOf' || keyword === 'enum' || keyword === 'const') {
    return {
      zh: `「${title}」选的不在选项里，请重新选`,
      en: `The answer to "${titleEn}" is not offered; choose again`,
    };
  }
  return null;
}
