/** The types of FEEL values, by their names in the standard. */
export type FeelKind =
  | 'null'
  | 'boolean'
  | 'string'
  | 'number'
  | 'list'
  | 'context'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'range'
  | 'function';

const KINDS_ZH: { readonly [kind in FeelKind]: string } = {
  null: '空值',
  boolean: '是/否',
  string: '文本',
  number: '数字',
  list: '列表',
  context: '对象',
  date: '日期',
  time: '时间',
  'date and time': '日期时间',
  'days and time duration': '时长（天、时分秒）',
  'years and months duration': '时长（年、月）',
  range: '区间',
  function: '函数',
};

/** The Chinese word for a FEEL type, as people see it in sentences. */
export function kindInChinese(kind: FeelKind): string {
  return KINDS_ZH[kind];
}
