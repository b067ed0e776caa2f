import type { Static } from 'typebox';
import type { LightView } from '../../server/http/contract/values.ts';
import type { TextKey, Texts } from '../translations/texts.ts';

export type LightValue = Static<typeof LightView>;
export type LightName = LightValue['light'];

const words: Readonly<Record<LightName, TextKey>> = {
  green: 'light.green',
  yellow: 'light.yellow',
  red: 'light.red',
  paused: 'light.paused',
};

const amounts: Readonly<Record<LightValue['unit'], readonly [one: TextKey, many: TextKey]>> = {
  workingDays: ['amount.workingDay', 'amount.workingDays'],
  workingHours: ['amount.workingHour', 'amount.workingHours'],
  days: ['amount.day', 'amount.days'],
  hours: ['amount.hour', 'amount.hours'],
  minutes: ['amount.minute', 'amount.minutes'],
};

/** An amount of time in words: 3 个工作日. */
export function amountWords({ amount, unit }: Pick<LightValue, 'amount' | 'unit'>, { text }: Texts): string {
  const [one, many] = amounts[unit];
  return text(amount === 1 ? one : many, { count: amount });
}

/** What a light says beside its shape and colour: 正常 余 3 个工作日, 临期 剩 4 小时, 超期 2 个工作日, 挂起. */
export function lightWords(light: LightValue, texts: Texts): string {
  return texts.text(words[light.light], { amount: amountWords(light, texts) });
}
