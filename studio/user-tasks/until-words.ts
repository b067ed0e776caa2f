import type { Texts } from '../translations/texts.ts';
import type { LightValue } from '../ui/light-words.ts';
import { clockWords, dateWords, localDate } from '../ui/time-words.ts';

/** Until when, on a card: 今天 18:00 前, 9 月 14 日前; nothing while it stands still. */
export function untilWords({ dueAt }: LightValue, now: string, texts: Texts): string {
  const { text } = texts;
  if (dueAt === null) return '';
  const day = localDate(dueAt);
  return day === localDate(now)
    ? text('until.today', { time: clockWords(dueAt) })
    : text('until.day', { day: dateWords(day, now, texts) });
}
