import { parseDay } from '../civil-day.ts';
import { isJsonArray, isJsonObject, parsedJson, textIn, type Json, type JsonObject } from '../json.ts';
import type { HolidayList, ListedDay, ListFault } from './holiday-list.ts';
import { kindOfDay } from './holiday-list-lines.ts';

/**
 * Reads JSON: a calendar as packs write it, one of its years, or a list of entries with `date`, `name` and a kind in words
 * or as `isOffDay`.
 */
export function daysInJson(text: string): HolidayList {
  const found = parsedJson(text);
  if (found === undefined)
    return {
      days: [],
      faults: [
        {
          line: 1,
          zh: '这段文字不是完整的 JSON。请检查有没有贴全。',
          en: 'This is no whole JSON. See whether all of it was pasted.',
        },
      ],
    };
  const entries = entriesIn(found);
  const read = entries.map((entry, index) => dayOf(entry, index + 1));
  return {
    days: read.flatMap((one) => ('date' in one ? [one] : [])),
    faults: read.flatMap((one) => ('zh' in one ? [one] : [])),
  };
}

function entriesIn(json: Json): readonly JsonObject[] {
  if (isJsonArray(json)) return json.filter(isJsonObject);
  if (!isJsonObject(json)) return [];
  const { years, days } = json;
  if (isJsonObject(years)) return Object.values(years).flatMap(entriesIn);
  if (days !== undefined) return entriesIn(days);
  const listed = (member: string, kind: string): readonly JsonObject[] => {
    const dates = json[member];
    return isJsonObject(dates) ? Object.entries(dates).map(([date, name]) => ({ date, name, kind })) : [];
  };
  return [...listed('holidays', '放假'), ...listed('makeUpDays', '上班')];
}

function dayOf(entry: JsonObject, line: number): ListedDay | ListFault {
  const date = textIn(entry['date']);
  const { isOffDay } = entry;
  const words = textIn(entry['kind']) || textIn(entry['type']);
  const kind = typeof isOffDay === 'boolean' ? (isOffDay ? 'holiday' : 'make-up') : kindOfDay(words);
  if (parseDay(date) === null || kind === null)
    return {
      line,
      zh: `第 ${line} 项缺日期（要写成 2026-10-01），或者看不出是放假还是上班。`,
      en: `Entry ${line} has no date (written 2026-10-01), or does not say whether it is off or worked.`,
    };
  const name = textIn(entry['name']);
  return { date, kind, name: name === '' ? (kind === 'holiday' ? '放假' : '调休上班') : name, line };
}
