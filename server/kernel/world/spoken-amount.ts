import type { TimeUnit } from '../calendar/time-limit.ts';

const units: { readonly [word: string]: TimeUnit } = {
  工作日: 'workingDays',
  工作时: 'workingHours',
  天: 'days',
  小时: 'hours',
  分钟: 'minutes',
};

/** An amount of time as people write it: `3 个工作日`, `4 工作时`, `30 分钟`. */
export interface SpokenAmount {
  readonly amount: number;
  readonly unit: TimeUnit;
}

/** @returns null when the text is no amount of time */
export function readSpokenAmount(text: string): SpokenAmount | null {
  const match = /^(\d+(?:\.\d+)?) ?个?(工作日|工作时|天|小时|分钟)$/.exec(text.trim());
  const unit = units[match?.[2] ?? ''];
  const amount = Number(match?.[1]);
  return unit !== undefined && amount > 0 ? { amount, unit } : null;
}
