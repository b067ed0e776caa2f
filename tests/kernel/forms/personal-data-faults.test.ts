import { describe, expect, it } from 'vitest';
import {
  keySpeaksOfPeople,
  personalDataFaults,
  speaksOfPeople,
} from '../../../server/kernel/forms/personal-data-faults.ts';
import { formOf } from './form-examples.ts';

const sentence = '本系统不建立按信仰、信访或管控身份划分的人员名单，请改用事件，或按需求登记服务对象。';

const forbidden = [
  '宗教信仰',
  '信仰',
  '宗教',
  '是否信教',
  '信教群众',
  '法轮功人员',
  '宗教人士',
  '参加宗教活动情况',
  '宗教情况',
  '上访人员',
  '上访记录',
  '是否上访',
  '信访人',
  '信访次数',
  '信访记录',
  '缠访闹访',
  '越级访',
  '涉诉上访人员',
  '信访老户',
  '有无信访',
  '稳控对象',
  '维稳对象',
  '涉稳人员',
  '管控对象',
  '管控措施',
  '管控级别',
  '重点人',
  '重点人员',
  '重点人口',
  '重点人群',
  '重点人员类别',
  '重点对象',
  '重点青少年',
  '特殊人员',
  '特殊人群',
  '特殊群体',
  '高危人员',
  '敏感人员',
  '关注对象',
  '不放心人员',
  '三失人员',
  '五类人',
  '犯罪记录',
  '前科',
  '刑满释放人员',
  '刑释解教',
  '社区矫正对象',
  '矫正对象',
  '安置帮教对象',
  '吸毒人员',
  '戒毒人员',
  '吸毒史',
  '违法犯罪记录',
  '指纹',
  '人脸特征',
  '人脸照片',
  '虹膜',
  '声纹',
  '生物识别信息',
  '基因信息',
  'DNA',
  '政治面貌',
  '政治观点',
  '政治立场',
  '思想动态',
  '思想波动',
  '政治倾向',
  '精神障碍患者',
  '肇事肇祸',
  '已婚育龄妇女',
  '育龄妇女',
  '孕情',
  '计生对象',
  '居民积分',
  '居民扣分',
  '行动轨迹',
  '失信人员',
  '特殊 人员',
  '重點人員',
  '穩控對象',
  '“重点”人员',
  '闲散未成年人',
  '涉黑人员',
  '邪教人员',
  'Religious belief',
  'Criminal record',
  '信访重点人员',
  '重点关注户',
];

const allowed = [
  '信访办',
  '信访代理',
  '信访局',
  '信访窗口',
  '信访件',
  '信访积案',
  '信访事项',
  '信访接待室',
  '信访渠道',
  '区信访局转办',
  '宗教活动场所的消防检查',
  '宗教场所',
  '宗教活动场所负责人',
  '民族宗教局',
  '党员志愿者人数',
  '党员志愿者',
  '党员活动室',
  '党员先锋岗',
  '禁毒宣传',
  '禁毒办',
  '戒毒所',
  '反邪教宣传',
  '防范非法集资宣传',
  '社区矫正中心',
  '司法所',
  '安置帮教工作站',
  '交通管控',
  '扬尘管控措施',
  '临时管控区域',
  '疫情管控要求',
  '重点场所',
  '重点部位',
  '重点单位',
  '重点项目',
  '重点人防工程',
  '重点关注事项',
  '重点工作',
  '特殊天气',
  '特殊情况说明',
  '特殊工种',
  '特殊作业',
  '危险房屋',
  '危险化学品',
  '房屋危险等级',
  '精神文明建设',
  '精神卫生中心',
  '生育保险',
  '人脸识别门禁',
  '指纹锁',
  '志愿服务积分',
  '垃圾分类积分',
  '车辆轨迹',
  '台风轨迹',
  '政治理论学习',
  '思想政治工作',
  '类别',
  '情况',
  '地点',
  '反映人',
  '联系电话',
  '困难群众',
  '残疾人',
  '老年人',
  '独居老人',
  '低保户',
  '服务对象',
  '需要什么帮助',
  '流动人口',
  '姓名',
  '处理结果',
  '是否满意',
  '办理人员',
  '网格员',
  '风险等级',
  '安全隐患',
  '稳定性检测',
  '答复了谁',
  '监控设备故障',
  '控制柜',
  '涉及人数',
  '隐患危险等级',
  '涉法涉诉咨询',
  '重点优抚对象',
  '困难党员慰问',
  'Petition office',
  'Category',
  'Reported by',
];

describe('personal data that may not be asked', () => {
  it.each(forbidden)('「%s」 names people by what nobody may record', (title) => {
    expect(speaksOfPeople(title)).toBe(true);
  });

  it.each(allowed)('「%s」 names a unit, a channel, a place, an activity or a need', (title) => {
    expect(speaksOfPeople(title)).toBe(false);
  });

  it.each([
    'religion',
    'religiousBelief',
    'belief',
    'petitioner',
    'petitionCount',
    'keyPerson',
    'key_personnel',
    'controlLevel',
    'criminalRecord',
    'fingerprint',
    'faceFeature',
    'politicalView',
    'politicalStatus',
    'shangfang',
    'wenkongDuixiang',
    'zhongdianren',
    'zongjiaoxinyang',
    'drugUser',
    'mentalDisorder',
    'specialPopulation',
    'residentScore',
    '宗教信仰',
  ])('the key %s is refused', (key) => {
    expect(keySpeaksOfPeople(key)).toBe(true);
  });

  it.each([
    'petitionOffice',
    'religiousVenue',
    'drugPreventionActivity',
    'politicalStudy',
    'category',
    'control',
    'accessControl',
    'qualityControl',
    'reporterName',
    'keyPoints',
    'special',
    'points',
    'score',
    'position',
    'thing',
    'specialNeeds',
    'faceToFace',
    'surface',
    'community',
    'location',
    'contact',
    'wantsAnswer',
  ])('the key %s is allowed', (key) => {
    expect(keySpeaksOfPeople(key)).toBe(false);
  });
});

describe('the linter of forms', () => {
  it('answers with the sentence that says what to do instead, at the title', () => {
    const faults = personalDataFaults(formOf({ kind: { type: 'string', title: '稳控对象' } }));

    expect(faults).toMatchObject([
      { code: 'form-forbidden-personal-data', path: '/schema/properties/kind/title', zh: sentence },
    ]);
  });

  it('finds what is hidden in a row, in a key and in a choice', () => {
    const people = {
      type: 'array',
      title: '家庭成员',
      items: {
        type: 'object',
        properties: {
          religion: { type: 'string', title: '备注' },
          kind: {
            type: 'string',
            title: '人员类别',
            oneOf: [
              { const: 'a', title: '普通' },
              { const: 'b', title: '信访' },
            ],
          },
        },
      },
    };

    expect(personalDataFaults(formOf({ people })).map((fault) => fault.path)).toEqual([
      '/schema/properties/people/items/properties/religion',
      '/schema/properties/people/items/properties/kind/oneOf/1',
    ]);
  });

  it('lets a choice name a channel or a kind of place', () => {
    const channel = {
      type: 'string',
      title: '来源渠道',
      oneOf: [
        { const: 'hotline', title: '热线' },
        { const: 'petition', title: '信访' },
      ],
    };
    const place = {
      type: 'string',
      title: '场所类型',
      oneOf: [
        { const: 'religious', title: '宗教' },
        { const: 'school', title: '学校' },
      ],
    };

    expect(personalDataFaults(formOf({ channel, place }))).toEqual([]);
  });

  it('finds a title that the presentation puts over an innocent one', () => {
    const faults = personalDataFaults(
      formOf({ kind: { type: 'string', title: '备注' } }, { ui: { kind: { 'ui:title': '政治面貌' } } }),
    );

    expect(faults.map((fault) => fault.path)).toEqual(['/ui/kind/ui:title']);
  });

  it('follows references into definitions', () => {
    const form = formOf(
      { one: { $ref: '#/$defs/person' } },
      { schema: { $defs: { person: { type: 'object', properties: { x: { type: 'string', title: '上访记录' } } } } } },
    );

    expect(personalDataFaults(form).map((fault) => fault.path)).toEqual(['/schema/properties/one/properties/x/title']);
  });

  it('refuses the title and the id of the form itself', () => {
    expect(
      personalDataFaults({ ...formOf({}), id: 'key-person', title: '重点人员台账' }).map((fault) => fault.path),
    ).toEqual(['/title', '/id']);
  });

  it('wants purpose and retention of a sensitive field', () => {
    const faults = personalDataFaults(
      formOf({ health: { type: 'string', title: '需要的护理', 'x-pii': 'sensitive', 'x-purpose': '安排上门护理' } }),
    );

    expect(faults).toMatchObject([
      {
        code: 'form-sensitive-unexplained',
        path: '/schema/properties/health',
        zh: '敏感个人信息要写明保存期限（x-retention）。',
      },
    ]);
  });

  it('wants a word about a field that looks personal, and takes “none” for one', () => {
    const named = { type: 'string', title: '联系人姓名' };

    expect(
      personalDataFaults(
        formOf({ a: named, b: { ...named, 'x-pii': 'none' }, c: { type: 'string', title: '单位名称' } }),
      ),
    ).toMatchObject([{ code: 'form-personal-unmarked', path: '/schema/properties/a' }]);
  });
});
