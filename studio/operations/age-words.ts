import type { Texts } from '../translations/texts.ts';

const minuteMs = 60_000;

/** How long something has been so, in the largest unit that fits: 3 天, 5 小时, 12 分钟. */
export function ageWords(since: string, now: string, { text }: Pick<Texts, 'text'>): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / minuteMs));
  if (minutes < 1) return text('amount.no-minute');
  if (minutes < 60) return text(minutes === 1 ? 'amount.minute' : 'amount.minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return text(hours === 1 ? 'amount.hour' : 'amount.hours', { count: hours });
  return text('amount.days', { count: Math.floor(hours / 24) });
}
