import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import type { Option, Question, QuestionCondition } from '../../../studio/form-designer/questions/question.ts';
import { formIn } from '../../../studio/form-designer/questions/read-questions.ts';

const forms = join(import.meta.dirname, '../../../definitions/tianshui-xiguan/forms');

/** Every form of the packs, by id. */
export const packForms: readonly FormDefinition[] = readdirSync(forms).map((file) =>
  formOf(JSON.parse(readFileSync(join(forms, file), 'utf8')) as JsonObject),
);

export function formOf(json: JsonObject): FormDefinition {
  const form = formIn(json);
  if (form === null) throw new Error('not a form');
  return form;
}

export function packForm(id: string): FormDefinition {
  const form = packForms.find((one) => one.id === id);
  if (form === undefined) throw new Error(`no form ${id}`);
  return form;
}

const words = fc.constantFrom('现场情况', '处理结果', '来了几个人', '办理说明');
const options: fc.Arbitrary<readonly Option[]> = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 })
  .chain((values) =>
    fc.tuple(
      ...values.map((value) =>
        fc.record({ value: fc.constant(value), title: words, group: fc.constantFrom(undefined, '甲组', '乙组') }),
      ),
    ),
  )
  .map((all) => all.map(({ value, title, group }) => ({ value, title, ...(group === undefined ? {} : { group }) })));
const choices = fc.oneof(
  options.map((offered) => ({ options: offered })),
  fc.record({ source: fc.constantFrom('categories', 'posts', 'posts:grid', 'areas') }),
);
const limits = fc
  .tuple(fc.option(fc.integer({ min: 0, max: 8 })), fc.option(fc.integer({ min: 8, max: 300 })))
  .map(([least, most]) => ({ least, most }));
const kinds = fc.constantFrom(
  'choice',
  'choices',
  'text',
  'long-text',
  'number',
  'date',
  'date-time',
  'photos',
  'yes-no',
  'phone',
  'place',
  'group',
  'rows',
);
const personal = fc.option(
  fc.record({
    class: fc.constantFrom('none', 'personal', 'sensitive'),
    mask: fc.constantFrom(null, 'name', 'phone', 'address', 'all'),
    purpose: fc.constantFrom('', '答复反映人'),
    retention: fc.constantFrom('', '办结后 1 年'),
    lawfulBasis: fc.constantFrom('', '本人反映事项'),
  }),
);

/** Reasons that look at these questions. */
function conditionsOn(fields: readonly string[]): fc.Arbitrary<readonly QuestionCondition[]> {
  if (fields.length === 0) return fc.constant([]);
  const condition = fc.constantFrom(...fields).map((field) => ({ field, filled: true as const }));
  const when = fc.oneof(
    fc.record({ all: fc.array(condition, { minLength: 1, maxLength: 2 }) }),
    fc.record({ any: fc.array(condition, { minLength: 1, maxLength: 2 }) }),
  );
  const one = fc
    .record({ when, show: fc.boolean(), require: fc.boolean() })
    .filter(({ show, require }) => show || require);
  return fc.uniqueArray(one, { maxLength: 3, selector: ({ when: reason }) => JSON.stringify(reason) });
}

/** Any question of the kinds that the designer offers, under one path. */
export function questionAt(path: string, deciders: readonly string[]): fc.Arbitrary<Question> {
  return fc
    .record({
      kind: kinds,
      title: words,
      help: fc.constantFrom('', '以双方签字为准'),
      placeholder: fc.constantFrom('', '写清楚时间'),
      required: fc.boolean(),
      offered: choices,
      limits,
      whole: fc.boolean(),
      unit: fc.constantFrom('', '人'),
      personal,
      conditions: conditionsOn(deciders),
      rights: fc.dictionary(fc.constantFrom('*', 'handle'), fc.constantFrom('edit', 'read', 'require')),
    })
    .map(({ offered, kind, ...rest }) => fitted({ ...rest, kind, offered, path }));
}

function fitted({
  kind,
  offered,
  path,
  ...rest
}: Omit<Question, 'choices' | 'name' | 'initial' | 'inside'> & {
  readonly offered: NonNullable<Question['choices']>;
}): Question {
  const isNumber = kind === 'number';
  const isLimited = !['choice', 'yes-no', 'date', 'date-time', 'group'].includes(kind);
  return {
    ...rest,
    path,
    kind,
    name: path,
    initial: null,
    inside: [],
    choices: kind === 'choice' || kind === 'choices' ? offered : null,
    limits: isLimited ? rest.limits : { least: null, most: null },
    whole: isNumber && rest.whole,
    unit: isNumber ? rest.unit : '',
  };
}
