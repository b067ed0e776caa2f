import { isJsonObject, textIn, type Json, type JsonObject } from '../../kernel/json.ts';
import { quotedName, type Names } from './names.ts';
import { fill, fromTo, same, type Words } from './sentence.ts';
import type { ChangedPlace, Rule } from './tell-differences.ts';
import { written } from './written.ts';

/** Rules for meeting series: when it is held is one thing, however it is written. */
export const meetingRules: readonly Rule[] = [
  { at: '', members: ['rule'], say: (place) => tellWhen(place) },
  { at: 'convenor', members: ['*'], say: (place) => tellPosition(place, { zh: '主持', en: 'who convenes' }) },
  { at: 'recorder', members: ['*'], say: (place) => tellPosition(place, { zh: '记录', en: 'who takes the minutes' }) },
  {
    at: 'participants',
    added: ({ names, subject, item }) =>
      fill('{subject}增加参会：{position}', '{subject}: {position} takes part now', {
        subject,
        position: positionOf(names, item),
      }),
    removed: ({ names, subject, item }) =>
      fill('{subject}不再参会：{position}', '{subject}: {position} no longer takes part', {
        subject,
        position: positionOf(names, item),
      }),
  },
];

/** What a new meeting series is. */
export function meetingSummary(_names: Names, meeting: JsonObject): Words {
  return whenOf(meeting['rule']) ?? same('');
}

function tellPosition({ names, before, after, trail }: ChangedPlace, what: Words): Words | null {
  const meeting = trail[0]?.after;
  const [one, other] = [positionOf(names, before), positionOf(names, after)];
  if (!isJsonObject(meeting) || one.zh === other.zh) return null;
  const subject = fill('例会「{title}」的{what}', 'the meeting "{title}": {what}', {
    title: names.text(textIn(meeting['title'])),
    what,
  });
  return fromTo(subject, one, other);
}

/** `「网格长」（会议所在区域）`. */
function positionOf(names: Names, position: JsonObject): Words {
  const each = textIn(position['areas']);
  const where = { own: { zh: '', en: '' }, each: { zh: '（下级每个区域）', en: ' (of each area below)' } };
  const at = each === 'own' || each === 'each' ? where[each] : { zh: `（${each}）`, en: ` (${each})` };
  return fill('{post}{at}', '{post}{at}', { post: quotedName(names, 'posts', textIn(position['post'])), at });
}

function tellWhen({ before, after, subject }: ChangedPlace): Words | null {
  const [one, other] = [whenOf(before['rule']), whenOf(after['rule'])];
  return one && other && one.zh !== other.zh ? fromTo(subject, one, other) : null;
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];
const englishWeekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const ordinals: { readonly [nth: number]: Words } = {
  1: { zh: '第一个', en: 'first' },
  2: { zh: '第二个', en: 'second' },
  3: { zh: '第三个', en: 'third' },
  4: { zh: '第四个', en: 'fourth' },
  5: { zh: '第五个', en: 'fifth' },
  [-1]: { zh: '最后一个', en: 'last' },
};

/** `每月第一个周四 14:30`; null for a rule nobody knows. */
function whenOf(rule: Json | undefined): Words | null {
  if (!isJsonObject(rule)) return null;
  const time = textIn(rule['time']);
  const weekday = Number(rule['weekday']) - 1;
  const [day, english] = [weekdays[weekday], englishWeekdays[weekday]];
  const ordinal = ordinals[Number(rule['nth'])];
  if (rule['every'] === 'week' && day) return { zh: `每周${day} ${time}`, en: `every ${english} ${time}` };
  if (rule['every'] !== 'month') return null;
  if (rule['day'] !== undefined)
    return { zh: `每月 ${written(rule['day'])} 日 ${time}`, en: `day ${written(rule['day'])} of every month, ${time}` };
  return ordinal && day
    ? { zh: `每月${ordinal.zh}周${day} ${time}`, en: `the ${ordinal.en} ${english} of every month, ${time}` }
    : null;
}
