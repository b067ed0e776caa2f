import type { Texts } from '../translations/texts.ts';
import type { MeetingFile, MeetingRule } from '../../server/kernel/release/definitions.ts';
import type { JsonObject } from '../../server/kernel/json.ts';

/** The three rules a meeting may follow, as the buttons above its sentence. */
export type RuleWay = 'week' | 'day' | 'nth';

/** Which of them a rule is. */
export function wayOf(rule: MeetingRule): RuleWay {
  if (rule.every === 'week') return 'week';
  return 'day' in rule ? 'day' : 'nth';
}

/** The rule somebody means who changes the way: what fits is kept. */
export function ruleFor(way: RuleWay, before: MeetingRule): MeetingRule {
  const { time } = before;
  const weekday = 'weekday' in before ? before.weekday : 4;
  if (way === 'week') return { every: 'week', weekday, time };
  if (way === 'day') return { every: 'month', day: 'day' in before ? before.day : 20, time };
  return { every: 'month', nth: 'nth' in before ? before.nth : 1, weekday, time };
}

/** True when everything dates are reckoned from is written; the schema of meetings has said so otherwise. */
export function isMeeting(json: JsonObject): boolean {
  const rule = json['rule'];
  return (
    typeof rule === 'object' &&
    rule !== null &&
    'time' in rule &&
    'every' in rule &&
    typeof json['noticeDaysBefore'] === 'number' &&
    typeof json['ifDayOff'] === 'string'
  );
}

/** A rule in words: 每月第一个周四 14:30. */
export function ruleWords({ rule }: Pick<MeetingFile, 'rule'>, { text }: Texts): string {
  if (rule.every === 'week')
    return text('rule.week', { weekday: text(`weekday.${rule.weekday as 1}`), time: rule.time });
  if ('day' in rule) return text('rule.day', { day: rule.day, time: rule.time });
  return text('rule.nth', {
    nth: text(`nth.${rule.nth as 1}`),
    weekday: text(`weekday.${rule.weekday as 1}`),
    time: rule.time,
  });
}

/** A length of time in words: 1 小时 30 分. */
export function durationWords(minutes: number, { text }: Texts): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return text('duration.minutes', { minutes });
  return rest === 0 ? text('duration.hours', { hours }) : text('duration.both', { hours, minutes: rest });
}

/** Every quarter of an hour from seven to ten in the evening, for choosing. */
export const meetingTimes: readonly string[] = Array.from({ length: 61 }, (_, quarter) => {
  const minutes = 7 * 60 + quarter * 15;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
});
