import { isJsonArray, isJsonObject, textIn, type Json, type JsonObject } from '../../kernel/json.ts';
import { quotedName, type Names } from './names.ts';
import { amountWords } from './schema-words.ts';
import { fill, fromTo, same, type Words } from './sentence.ts';
import type { ChangedPlace, Rule } from './tell-differences.ts';

/** Rules for time limits: amount and unit mean something together only. */
export const limitRules: readonly Rule[] = [
  { at: '', members: ['amount', 'unit'], say: (place) => tellLength(place) },
  { at: '', members: ['yellow'], say: (place) => tellYellow(place) },
  { at: '', members: ['extensions'], say: (place) => tellRule(place, 'extensions', extensionsOf) },
  { at: '', members: ['pause'], say: (place) => tellRule(place, 'pause', pauseOf) },
];

/** `3 个工作日`: how long a limit is, or null when it says no such thing. */
export function lengthOf(limit: JsonObject | null): Words | null {
  return limit && amountWords({ amount: limit['amount'] ?? null, unit: limit['unit'] ?? null });
}

/** What a new limit is. */
export function limitSummary(_names: Names, limit: JsonObject): Words {
  return lengthOf(limit) ?? same('');
}

function tellLength({ before, after, subject }: ChangedPlace): Words | null {
  const [one, other] = [lengthOf(before), lengthOf(after)];
  return one && other && one.zh !== other.zh ? fromTo(subject, one, other) : null;
}

function tellYellow({ before, after, subject }: ChangedPlace): Words | null {
  const [one, other] = [yellowOf(before['yellow']), yellowOf(after['yellow'])];
  if (!one || !other || one.zh === other.zh) return null;
  return fill(
    '{subject}：由剩 {one} 时亮黄灯改为剩 {other} 时',
    '{subject}: the light turns yellow with {other} left, no longer {one}',
    { subject, one, other },
  );
}

const ruleWords = {
  extensions: { zh: '延期', en: 'extending' },
  pause: { zh: '挂起', en: 'pausing' },
} as const;

function tellRule(
  { before, after, subject, names }: ChangedPlace,
  member: 'extensions' | 'pause',
  say: (names: Names, rule: Json | undefined) => Words | null,
): Words | null {
  const rule = ruleWords[member];
  const [one, other] = [say(names, before[member]), say(names, after[member])];
  if (one?.zh === other?.zh) return null;
  if (!other) return fill('{subject}不能再{rule}', '{rule} {subject} is not allowed any more', { subject, rule });
  return one
    ? fromTo(fill('{subject}的{rule}', '{rule} {subject}', { subject, rule }), one, other)
    : fill('{subject}可以{rule}：{other}', '{rule} {subject} is allowed: {other}', { subject, rule, other });
}

/** `第 1 次由「网格长」办，最多 2 个工作日；第 2 次由…`. */
function extensionsOf(names: Names, extensions: Json | undefined): Words | null {
  const rules = isJsonArray(extensions) ? extensions.filter(isJsonObject) : [];
  if (rules.length === 0) return null;
  const said = rules.map((rule, index) =>
    fill('第 {n} 次由{post}办，最多 {most}', 'no. {n} by {post}, at most {most}', {
      n: same(String(index + 1)),
      post: quotedName(names, 'posts', textIn(rule['by'])),
      most: amountWords(rule['most']) ?? same(''),
    }),
  );
  return { zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') };
}

function pauseOf(names: Names, pause: Json | undefined): Words | null {
  if (!isJsonObject(pause)) return null;
  const post = quotedName(names, 'posts', textIn(pause['by']));
  const { longestDays } = pause;
  return typeof longestDays === 'number'
    ? fill('由{post}办，最长 {days} 天', 'by {post}, {days} days at most', { post, days: same(String(longestDays)) })
    : fill('由{post}办', 'by {post}', { post });
}

function yellowOf(yellow: Json | undefined): Words | null {
  if (yellow === undefined) return { zh: '四分之一', en: 'a quarter' };
  const amount = amountWords(yellow);
  if (amount) return amount;
  const share = typeof yellow === 'object' && yellow !== null && 'share' in yellow ? yellow['share'] : null;
  if (typeof share !== 'number') return null;
  // Ten digits are more than any share has; less would hide a change.
  const percent = `${Number((share * 100).toPrecision(10))}%`;
  return same(percent);
}
