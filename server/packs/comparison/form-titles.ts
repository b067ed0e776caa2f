import type { JsonObject } from '../../kernel/json.ts';

/** What the members of a question are called: those of JSON Schema and of the presentation have no titles themselves. */
const members: { readonly [member: string]: string } = {
  type: '类型',
  title: '题目文字',
  description: '说明',
  minLength: '最少字数',
  maxLength: '最多字数',
  minimum: '最小值',
  maximum: '最大值',
  exclusiveMinimum: '要大于',
  exclusiveMaximum: '要小于',
  multipleOf: '最小间隔',
  minItems: '最少几项',
  maxItems: '最多几项',
  uniqueItems: '不许重复',
  pattern: '写法',
  format: '格式',
  default: '默认值',
  oneOf: '选项',
  enum: '选项',
  const: '值',
  'x-choices': '选项的来处',
  'x-pii': '个人信息',
  'x-mask': '怎么遮住',
  'x-purpose': '用途',
  'x-retention': '保存多久',
  'x-lawful-basis': '依据',
};

const presentation: { readonly [member: string]: string } = {
  'ui:widget': '控件',
  'ui:placeholder': '框里的提示',
  'ui:help': '下面的提示',
  'ui:description': '说明',
  'ui:title': '题目文字',
  'ui:order': '先后',
  'ui:options': '控件的设置',
};

const titled = (titles: { readonly [member: string]: string }): { [member: string]: JsonObject } =>
  Object.fromEntries(Object.entries(titles).map(([name, title]) => [name, { title }]));

// A table has questions in its rows, a group in itself: the titles repeat as deep as a form goes.
const question: { [member: string]: JsonObject | string } = { title: '一道题', type: 'object' };
const shown: JsonObject = { title: '显示', 'x-silent': true, properties: titled(presentation) };
question['properties'] = {
  ...titled(members),
  'x-pii': choices('个人信息', { none: '不是', personal: '个人信息', sensitive: '敏感个人信息' }),
  'x-mask': choices('怎么遮住', { name: '姓名', phone: '电话', address: '住址', all: '全部' }),
  oneOf: { title: '选项', items: { title: '选项', properties: titled({ const: '值', title: '文字' }) } },
  items: { title: '每一项', properties: {} },
  properties: { title: '题目', additionalProperties: question as JsonObject },
  ui: shown,
};
((question['properties'] as { [member: string]: JsonObject })['items'] as { [member: string]: JsonObject })[
  'properties'
] = question['properties'] as JsonObject;

function choices(title: string, titles: { readonly [value: string]: string }): JsonObject {
  return { title, oneOf: Object.entries(titles).map(([value, words]) => ({ const: value, title: words })) };
}

/** A schema that gives the parts of a question their titles. */
export const questionTitles = question as JsonObject;

/** A schema that gives the parts of a form's model their titles. */
export const formTitles: JsonObject = {
  title: '表单',
  properties: {
    id: { title: '编号' },
    title: { title: '名称' },
    fields: { title: '题目', additionalProperties: questionTitles },
    order: { title: '题目的先后', items: {} },
    sections: {
      title: '分块',
      items: {
        title: '一块',
        properties: {
          title: { title: '名称' },
          note: { title: '旁边的话' },
          folded: { title: '先收起来' },
          fields: { title: '题目' },
        },
      },
    },
    other: { title: '其他设置', properties: { schema: { title: '题目的其他规定' }, ui: { title: '其他显示' } } },
  },
};
