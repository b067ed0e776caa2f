import { isJsonArray, isJsonObject, textIn, type Json } from '../../kernel/json.ts';
import type { Difference } from './json-differences.ts';
import { fill, fromTo, same, type Words } from './sentence.ts';
import type { ChangedPlace, Rule } from './tell-differences.ts';

/** Rules for working calendars: days of the week and days of the year. */
export const calendarRules: readonly Rule[] = [
  { at: 'week', members: ['*'], say: (place) => tellWeek(place) },
  { at: '', members: ['years'], say: (place) => tellYears(place) },
];

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const englishWeekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function tellWeek({ before, after, differences, subject }: ChangedPlace): readonly Words[] | null {
  const days = new Set(differences.map(({ path }) => path[1] ?? ''));
  const sentences = [...days].map((day) => {
    const index = Number(day) - 1;
    const name = { zh: weekdays[index] ?? day, en: englishWeekdays[index] ?? day };
    return fromTo(
      fill('{subject}的{name}', '{subject}: {name}', { subject, name }),
      hoursOf(before[day]),
      hoursOf(after[day]),
    );
  });
  return sentences;
}

function hoursOf(hours: Json | undefined): Words {
  if (!isJsonArray(hours) || hours.length === 0) return { zh: '不上班', en: 'off' };
  return same(hours.map((pair) => (isJsonArray(pair) ? pair.map(textIn).join('–') : '')).join('、'));
}

/** Hours of a single day: a weekday's, its own, or none of its own. */
function ownHours(hours: Json | undefined): Words {
  if (hours === undefined) return { zh: '和平常一样', en: 'the usual ones' };
  if (typeof hours !== 'string') return hoursOf(hours);
  const index = Number(hours) - 1;
  return { zh: `按${weekdays[index] ?? hours}的时间`, en: `those of a ${englishWeekdays[index] ?? hours}` };
}

function tellYears({ differences, before, after, subject }: ChangedPlace): readonly Words[] | null {
  const [one, other] = [yearsOf(before['years']), yearsOf(after['years'])];
  const said = differences.flatMap(dayByDay).map(({ path: [, year = '', list, day], before: was, after: is }) => {
    if (list === undefined || (day === undefined && list !== 'provisional')) return null;
    if (list === 'provisional')
      return is === true
        ? fill('{subject}：{year} 年的安排改为暂定', '{subject}: the days of {year} are provisional now', {
            subject,
            year: same(year),
          })
        : fill('{subject}：{year} 年的安排已经定下', '{subject}: the days of {year} are final now', {
            subject,
            year: same(year),
          });
    if (list === 'hours')
      return fromTo(
        fill('{subject}：{day} 的上班时间', '{subject}: the hours of {day}', { subject, day: same(day ?? '') }),
        ownHours(was),
        ownHours(is),
      );
    const places = { subject, day: same(day ?? ''), was: dayWords(list, was), is: dayWords(list, is) };
    if (was !== undefined && is !== undefined)
      return fill('{subject}：{day} 由{was}改为{is}', '{subject}: {day} is {is} now, no longer {was}', places);
    return is === undefined
      ? fill('{subject}：{day} 不再是{was}', '{subject}: {day} is no longer {was}', places)
      : fill('{subject}：{day} 改为{is}', '{subject}: {day} is {is} now', places);
  });
  // Whole years that come or go are said plainly.
  return said.every((words) => words !== null) && one && other ? said : null;
}

/** Hours of single days that come or go all at once, day by day. */
function dayByDay(difference: Difference): readonly Difference[] {
  const { path, before, after } = difference;
  if (path[2] !== 'hours' || path[3] !== undefined) return [difference];
  const [was, is] = [isJsonObject(before) ? before : {}, isJsonObject(after) ? after : {}];
  const days = [...new Set([...Object.keys(was), ...Object.keys(is)])].toSorted();
  return days.map((day) => ({ ...difference, path: [...path, day], before: was[day], after: is[day] }));
}

function yearsOf(years: Json | undefined): boolean {
  return isJsonObject(years);
}

function dayWords(list: string, name: Json | undefined): Words {
  const kind = list === 'holidays' ? { zh: '放假', en: 'a day off' } : { zh: '调休上班', en: 'a make-up working day' };
  const called = textIn(name);
  return called === '' ? kind : { zh: `${kind.zh}（${called}）`, en: `${kind.en} (${called})` };
}
