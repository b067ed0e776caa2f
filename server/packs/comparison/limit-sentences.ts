import type { Json, JsonObject } from '../../kernel/json.ts';
import type { Names } from './names.ts';
import { amountWords } from './schema-words.ts';
import { fill, fromTo, same, type Words } from './sentence.ts';
import type { ChangedPlace, Rule } from './tell-differences.ts';

/** Rules for time limits: amount and unit mean something together only. */
export const limitRules: readonly Rule[] = [
  { at: '', members: ['amount', 'unit'], say: (place) => tellLength(place) },
  { at: '', members: ['yellow'], say: (place) => tellYellow(place) },
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
