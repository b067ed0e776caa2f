import type { FieldRight, FormDefinition, FormRule } from '../../../server/kernel/forms/form-definition.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';

/** A form with these properties and whatever else a test is about. */
export function formOf(
  properties: JsonObject,
  more: {
    required?: readonly string[];
    ui?: JsonObject;
    rules?: readonly FormRule[];
    rights?: FormDefinition['rights'];
    schema?: JsonObject;
  } = {},
): FormDefinition {
  const required = more.required === undefined ? {} : { required: more.required };
  return {
    id: 'example',
    title: '例子',
    ui: more.ui ?? {},
    rules: more.rules ?? [],
    rights: more.rights ?? {},
    schema: { type: 'object', properties, ...required, ...more.schema },
  };
}

/** Rights at one step only. */
export function rightsAt(step: string, rights: { readonly [field: string]: FieldRight }): FormDefinition['rights'] {
  return { [step]: rights };
}

/** The form a case is reported with, in small: a switch that opens two fields, a group, personal marks. */
export const reportForm: FormDefinition = formOf(
  {
    category: {
      type: 'string',
      title: '类别',
      oneOf: [
        { const: 'lamp', title: '路灯', 'x-group': '设施维修' },
        { const: 'fire', title: '消防', 'x-group': '安全隐患' },
      ],
    },
    description: { type: 'string', title: '情况描述', minLength: 5, maxLength: 500 },
    photos: { type: 'array', title: '照片', items: { type: 'string' }, maxItems: 6 },
    reporter: {
      type: 'object',
      title: '反映人',
      properties: {
        name: { type: 'string', title: '姓名', 'x-pii': 'personal', 'x-mask': 'name' },
        phone: { type: 'string', title: '电话', pattern: '^[0-9-]{7,16}$', 'x-pii': 'personal', 'x-mask': 'phone' },
        wantsAnswer: { type: 'boolean', title: '要求答复' },
      },
      required: ['name'],
    },
    onTheSpot: { type: 'boolean', title: '已当场处理' },
    result: { type: 'string', title: '处理结果', minLength: 4 },
    after: { type: 'array', title: '处理后照片', items: { type: 'string' }, minItems: 1 },
  },
  {
    required: ['category', 'description'],
    ui: {
      photos: { 'ui:widget': 'photos' },
      after: { 'ui:widget': 'photos' },
      reporter: { phone: { 'ui:widget': 'phone' } },
    },
    rules: [
      { when: { all: [{ field: 'onTheSpot', equals: true }] }, show: ['result', 'after'], require: ['result'] },
      {
        when: {
          all: [
            { field: 'onTheSpot', equals: true },
            { field: 'category', in: ['fire'] },
          ],
        },
        require: ['after'],
      },
    ],
  },
);
