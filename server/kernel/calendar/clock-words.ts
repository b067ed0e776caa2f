import type { Amount, ClockStage, TimeUnit } from './time-limit.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

const stages: { readonly [stage in ClockStage]: Words } = {
  'sign-for': { zh: '签收', en: 'signing for it' },
  'first-response': { zh: '首次响应', en: 'the first response' },
  handle: { zh: '办理', en: 'handling' },
  verify: { zh: '核查', en: 'verification' },
  revisit: { zh: '回访', en: 'the follow-up call' },
};

const units: { readonly [unit in TimeUnit]: Words } = {
  minutes: { zh: '分钟', en: 'minute' },
  hours: { zh: '小时', en: 'hour' },
  days: { zh: '天', en: 'day' },
  workingHours: { zh: '个工作小时', en: 'working hour' },
  workingDays: { zh: '个工作日', en: 'working day' },
};

/** What a clock measures, as screens say it: 签收, 首次响应, 办理, 核查, 回访. */
export function stageWords(stage: ClockStage): Words {
  return stages[stage];
}

/** An amount of time as screens say it: `3 个工作日`. */
export function unitWords({ amount, unit }: Amount): Words {
  const { zh, en } = units[unit];
  return { zh: `${amount} ${zh}`, en: `${amount} ${en}${amount === 1 ? '' : 's'}` };
}
