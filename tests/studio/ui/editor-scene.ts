import type { EditedDefinition, ProblemLine } from '../../../studio/ui/desktop/editor/edited-definition.ts';

const person = { id: '00000000-0000-7000-8000-000000000001', name: '李秀英' };

/** A process that somebody edits, as it stands when nothing is the matter. */
export const scene: Omit<EditedDefinition, 'problems' | 'takeOver' | 'flush' | 'solve' | 'look'> = {
  kind: 'process',
  id: 'mediation',
  title: '矛盾纠纷调解',
  origin: 'own',
  draft: {
    id: '00000000-0000-7000-8000-0000000000d1',
    area: { code: '620502001', name: '西关街道' },
    revision: 4,
    state: 'open',
    changedAt: '2026-11-28T02:28:00.000Z',
    changedBy: person,
    submitted: null,
    givenBack: null,
  },
  published: {},
  pack: { title: '天水市秦州区西关街道', version: '3.2.0' },
  running: 12,
  assumed: [{ place: 'mediate', reason: '原文没有写时限，先按 3 个工作日' }],
  sources: [{ place: '', document: '西关街道“6+X”实施方案', passage: '矛盾纠纷由调解员当场调解' }],
  saving: 'saved',
  savingProblem: null,
  connected: true,
  changedAt: '2026-11-28T02:28:00.000Z',
  changedBy: '李秀英',
  readOnly: null,
  lock: { person, since: '2026-11-28T02:20:00.000Z', mine: true },
  conflict: null,
  looking: false,
  checkedAt: '2026-11-28T02:31:00.000Z',
};

const problem = { kind: 'process', id: 'mediation', en: '' } as const;

export const problems: readonly ProblemLine[] = [
  { ...problem, code: 'cover', severity: 'warning', place: 'mediate', zh: '西关 06 网格没有调解员的顶岗人。' },
  { ...problem, code: 'limit-missing', severity: 'error', place: 'joint', zh: '「联合调解」没有写办理时限。' },
  { ...problem, code: 'default', severity: 'error', place: 'choose', zh: '「调成」和「没调成」都没选时，事件会停下。' },
];

const line = { kind: 'process', origin: 'own', state: 'same', lock: null } as const;

/** What the page says, and what its sentences offer. */
export const words = {
  area: '西关街道',
  search: '找流程',
  lines: [
    { ...line, id: 'mediation', title: '矛盾纠纷调解', state: 'changed' as const },
    { ...line, id: 'event', title: '一般事件办理' },
    { ...line, id: 'hazard', title: '安全隐患排查', lock: { person: { name: '陈晓明' }, mine: false } },
    { ...line, id: 'intake', title: '事件受理与分派', origin: 'inherited' as const, state: 'changed' as const },
    { ...line, id: 'ladder', title: '逐级上报', origin: 'inherited' as const },
  ],
  who: '谁办、多久',
  by: '由',
  post: '办理岗位',
  posts: [
    '网格长',
    '网格管理员',
    '矛盾纠纷调解员',
    '治安巡查员',
    '民情气象员',
    '政策宣传员',
    '环境监督员',
    '安全劝导员',
    '综治专干',
    '首问责任人',
  ].map((title, nth) => ({ id: nth === 2 ? 'mediator' : `post-${nth}`, title })),
  handles: '办理，',
  limit: '办理时限',
  days: '个工作日',
  within: '内完成。',
  may: '可以做的操作',
  allows: '允许',
  operation: '操作',
  operations: [
    { id: 'hand-on', title: '转办' },
    { id: 'consult', title: '会办' },
    { id: 'extend', title: '延期' },
    { id: 'pause', title: '挂起' },
  ],
  asks: '。填之前提示：',
  ask: '提示',
  hint: '以双方签字为准',
  of: '。选项',
  answer: '选项',
  answers: ['调成', '没调成', '一方不同意调'],
} as const;
