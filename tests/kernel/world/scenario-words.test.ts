import { describe, expect, it } from 'vitest';
import type { FormDefinition } from '../../../server/kernel/forms/form-definition.ts';
import { fillForm } from '../../../server/kernel/world/form-words.ts';
import { readSpokenAmount } from '../../../server/kernel/world/spoken-amount.ts';
import { scenarioSentences } from '../../../server/kernel/world/scenario-sentences.ts';

const form: FormDefinition = {
  id: 'report',
  title: '报事件',
  rules: [],
  rights: {},
  schema: {
    type: 'object',
    properties: {
      category: {
        type: 'string',
        title: '类别',
        oneOf: [
          { const: 'lamp', title: '路灯', 'x-group': '设施维修' },
          { const: 'a', title: '其他', 'x-group': '设施维修' },
          { const: 'b', title: '其他', 'x-group': '环境卫生' },
        ],
      },
      photos: { type: 'array', title: '照片', items: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
      done: { type: 'boolean', title: '已当场处理' },
      at: { type: 'string', format: 'date-time', title: '时间' },
      items: {
        type: 'array',
        title: '事项',
        items: { type: 'object', properties: { what: { type: 'string', title: '要办什么' } } },
      },
    },
  },
  ui: { photos: { 'ui:widget': 'photos' } },
};
const filled = (words: Parameters<typeof fillForm>[1]) => fillForm(form, words, '/with', '2026-09-10T01:00:00.000Z');

describe('what is written in a form’s own words', () => {
  it('becomes its fields and values', () => {
    const { data, faults } = filled({
      类别: '路灯',
      照片: 2,
      已当场处理: '是',
      时间: '2026-09-10 09:12',
      事项: [{ 要办什么: '换灯' }],
    });

    expect(faults).toEqual([]);
    expect(data).toEqual({
      category: 'lamp',
      photos: ['0'.repeat(63) + '1', '0'.repeat(63) + '2'],
      done: true,
      at: '2026-09-10T01:12:00.000Z',
      items: [{ what: '换灯' }],
    });
  });

  it('may be the names of fields and values themselves', () => {
    expect(filled({ category: 'lamp', done: true }).data).toEqual({ category: 'lamp', done: true });
  });

  it('tells a choice that stands twice apart by its group', () => {
    expect(filled({ 类别: '环境卫生/其他' }).data).toEqual({ category: 'b' });
    expect(filled({ 类别: '其他' }).faults.map((fault) => fault.code)).toEqual(['scenario-choice-ambiguous']);
  });

  it('knows what 现在 is', () => {
    expect(filled({ 时间: '现在' }).data).toEqual({ at: '2026-09-10T01:00:00.000Z' });
  });

  it('is reported where it means nothing', () => {
    expect(filled({ 心情: '好', 类别: '月亮' }).faults.map(({ code, place }) => `${code} ${place}`)).toEqual([
      'scenario-field-unknown /with/心情',
      'scenario-choice-unknown /with/类别',
    ]);
  });
});

describe('an amount of time as people write it', () => {
  it.each([
    ['3 个工作日', 3, 'workingDays'],
    ['4 工作时', 4, 'workingHours'],
    ['2天', 2, 'days'],
    ['1.5 个小时', 1.5, 'hours'],
    ['30 分钟', 30, 'minutes'],
  ])('is understood: %s', (text, amount, unit) => {
    expect(readSpokenAmount(text)).toEqual({ amount, unit });
  });

  it.each(['一会儿', '3', '-1 天', '0 天', '3 个月'])('is none: %s', (text) => {
    expect(readSpokenAmount(text)).toBeNull();
  });
});

describe('a scenario read aloud', () => {
  it('is one Chinese sentence for each step', () => {
    const sentences = scenarioSentences({
      title: '路灯',
      steps: [
        { given: { at: '2026-09-10 09:00', people: 'demo', vacant: [{ post: '网格长', area: '西关 04' }] } },
        { who: '马小兰', reports: '路灯不亮', in: '西关 04', with: { 类别: '路灯', 照片: 2, 已当场处理: false } },
        { who: '陈晓明', completes: '任务指派', with: {}, refused: 'user-task-stale' },
        { who: '王海燕', sendsUp: '事件处理', because: '要破路' },
        { wait: '3 个工作日' },
        { until: '2026-09-14 09:00' },
        {
          then: {
            of: '路灯不亮',
            status: '办理中',
            stage: '事件处理',
            area: '西关社区',
            post: '社区综治专干',
            holder: '陈晓明',
            light: '超期',
            told: ['孙立新'],
            story: ['报上级'],
            work: { 马小兰: [] },
          },
        },
      ],
    });

    expect(sentences).toEqual([
      '假定现在是 2026-09-10 09:00，人员用演示人员，西关 04的网格长空岗。',
      '马小兰在西关 04报事件「路灯不亮」：类别 路灯；照片 2 张；已当场处理 否。',
      '陈晓明完成「任务指派」：什么也没填。应当被拒绝（user-task-stale）。',
      '王海燕把「事件处理」报上级：要破路。',
      '过了 3 个工作日。',
      '到了 2026-09-14 09:00。',
      '这时，「路灯不亮」办理中，在「事件处理」环节，由西关社区社区综治专干 陈晓明办，灯是超期，已抄送孙立新，经过里写着“报上级”，马小兰没有待办。',
    ]);
  });

  it('says how areas change, who comes to a post, and what nobody has', () => {
    const sentences = scenarioSentences({
      title: '拆分',
      steps: [
        {
          areasChange: {
            on: '2026-09-15',
            kind: '拆分',
            from: ['西关 04'],
            to: ['西关 04 东', '西关 04 西'],
            workTo: '西关 04 西',
            holders: '离岗',
          },
        },
        {
          given: {
            holds: [
              {
                who: '马小兰',
                post: '网格长',
                area: '西关 04 东',
                kind: 'cover',
                from: '2026-09-15',
                to: '2026-10-01',
              },
            ],
          },
        },
        { who: '李秀英', chooses: '西关 04 东', of: '路灯不亮', refused: 'case-closed' },
        JSON.parse('{ "then": { "area": "西关 04 西", "post": "网格长", "holder": "无人办理" } }'),
      ],
    });

    expect(sentences).toEqual([
      '网格调整：2026-09-15 起，西关 04拆分为西关 04 东、西关 04 西，没有办完的事跟着走，交给西关 04 西，岗位上的人离岗。',
      '假定马小兰2026-09-15 起到 2026-10-01 为止顶岗西关 04 东的网格长。',
      '李秀英把「路灯不亮」改交西关 04 东。应当被拒绝（case-closed）。',
      '这时，放在西关 04 西网格长，无人办理。',
    ]);
  });
});
