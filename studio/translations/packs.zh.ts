/** Assumed values and sources. */
export const packsZh = {
  'assumptions.about': '这些数值原文没有写，是先假定的。核实以后可以在配置包里改。',
  'assumptions.total': '共 {count} 项',
  'assumptions.packs': '{count} 个配置包',
  'assumptions.count': '假定 {count} 项',
  'assumptions.what': '数值',
  'assumptions.reason': '为什么这样定',
  'assumptions.where': '在哪里',
  'assumptions.none': '没有假定值',
  'assumptions.none.next': '每个数值都有出处。',
  sources: '出处',
  'sources.passage': '原文',
  'sources.document': '文件',
} as const;
