import { dayNumber, formatDay, isCivilDate } from '../civil-day.ts';
import type { HolidayList, ListedDay, ListFault } from './holiday-list.ts';

/** Longest break that is taken: a longer one is a slip of the pen. */
const longestBreak = 31;

/** A date, with or without its year: `2月15日`, `2026-02-15`, `2026/2/15`, `2026年2月15日`. */
const date = String.raw`(?:(\d{4})\s*[年./-]\s*)?(\d{1,2})\s*[月./-]\s*(\d{1,2})(?!\d)\s*[日号]?`;
/** The end of a run: its month and year may be left out. */
const end = String.raw`(?:(?:(\d{4})\s*[年./-]\s*)?(\d{1,2})\s*[月./-]\s*)?(\d{1,2})(?!\d)\s*[日号]?`;
const run = new RegExp(String.raw`${date}(?:\s*(?:至|到|[~～—–]|\s-\s)+\s*${end})?`, 'g');

/**
 * Reads days line by line: sentences of the State Council's notice (`二、春节：2月15日至23日放假调休，共9天。2月14日、2月28日
 * 上班。`), or rows with a date or run of dates, a kind and a name in any order.
 *
 * @param year the year meant until a line names another
 */
export function daysInLines(text: string, year: number): HolidayList {
  const days: ListedDay[] = [];
  const faults: ListFault[] = [];
  let meant = year;
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    // What stands in brackets are weekdays and days of the lunar calendar.
    const plain = written.replaceAll(/（[^）]*）|\([^)]*\)/g, '');
    meant = Number(/(?:^|\D)(20\d{2})\s*年(?!\s*\d)/.exec(plain)?.[1] ?? meant);
    const feast = feastOf(plain);
    for (const sentence of plain.split(/[。；;]/)) {
      const read = daysInSentence(sentence, { year: meant, line, feast });
      days.push(...read.days);
      faults.push(...read.faults);
    }
  }
  return { days, faults };
}

interface Meant {
  readonly year: number;
  readonly line: number;
  readonly feast: string;
}

function daysInSentence(sentence: string, { year, line, feast }: Meant): HolidayList {
  const runs = [...sentence.matchAll(run)];
  if (runs.length === 0) return { days: [], faults: isRow(sentence) ? [undated(sentence, line)] : [] };
  const kind = kindOfDay(sentence);
  if (kind === null)
    return {
      days: [],
      faults: [
        {
          line,
          zh: `第 ${line} 行看不出是放假还是上班：${shortened(sentence)}。请写明“放假”或“上班”。`,
          en: `Line ${line} does not say whether it is off or worked: ${shortened(sentence)}. Write 放假 or 上班.`,
        },
      ],
    };
  const said = feast === '' ? nameIn(sentence) : feast;
  const name = said === '' ? (kind === 'holiday' ? '放假' : '调休上班') : kind === 'holiday' ? said : asMakeUp(said);
  const read = runs.map((found) => datesOf(found, year));
  const days = read.flatMap((dates) => dates ?? []).map((day): ListedDay => ({ date: day, kind, name, line }));
  const faults = read.flatMap((dates, nth): readonly ListFault[] => {
    const words = runs[nth]?.[0].trim() ?? '';
    if (dates !== null) return [];
    return [
      {
        line,
        zh: `第 ${line} 行的日期「${words}」不对。请核对。`,
        en: `The date "${words}" in line ${line} is not one. Compare it with the source.`,
      },
    ];
  });
  return { days, faults };
}

/** Whether a line is a row of a table that says of some day whether it is off: not prose, and not a heading. */
function isRow(line: string): boolean {
  return line.split(/[\t,，]/).some((cell) => /^\s*(放假|休假|休息|休|上班|补班|班)\s*$/.test(cell));
}

function undated(row: string, line: number): ListFault {
  return {
    line,
    zh: `第 ${line} 行没有读出日期：${shortened(row)}。日期请写成 2026-02-15 或 2月15日。`,
    en: `Line ${line} has no date: ${shortened(row)}. Write it as 2026-02-15 or 2月15日.`,
  };
}

/** Whether words say that a day is off or worked; null when they say neither. 调休 alone says neither. */
export function kindOfDay(words: string): ListedDay['kind'] | null {
  if (/上班|补班|工作日|班[）)]?\s*$|work/i.test(words)) return 'make-up';
  return /放假|休息|休假|假|holiday|off/i.test(words) || /(^|[^调])休/.test(words) ? 'holiday' : null;
}

/** 春节 becomes 春节调休: what a make-up day is called. */
export function asMakeUp(name: string): string {
  return /调休|补班|上班/.test(name) ? name : `${name}调休`;
}

/** The feast a paragraph of the notice is about: 二、春节：… */
function feastOf(line: string): string {
  return /^\s*(?:[一二三四五六七八九十]+、|\d+[.、])\s*([^\s：:，,\d]{2,12})\s*[：:]/.exec(line)?.[1] ?? '';
}

/** The cell or word of a row that is neither date nor kind. */
function nameIn(sentence: string): string {
  const words = sentence
    .replaceAll(run, '\t')
    .split(/[\t,，、:：\s"]+/)
    .filter((word) => word !== '' && !/^\d+$/.test(word) && !/^(共\d*天?|周[一二三四五六日天])$/.test(word));
  const named = words.find((word) => kindOfDay(word) === null && !/^(调休|year|date|name)$/i.test(word));
  return (
    named ??
    words.map((word) => word.replaceAll(/放假|调休|上班|补班|休息/g, '')).find((word) => word.length >= 2) ??
    ''
  );
}

/** The dates of a run; null when one is no date, or the run is upside down or too long. */
function datesOf(found: RegExpExecArray, year: number): readonly string[] | null {
  const [, fromYear, fromMonth, fromDay, toYear, toMonth, toDay] = found;
  const from = dayOf(fromYear ?? year, fromMonth, fromDay);
  if (from === null) return null;
  if (toDay === undefined) return [formatDay(from)];
  const to = dayOf(toYear ?? fromYear ?? year, toMonth ?? fromMonth, toDay);
  if (to === null || to < from || to - from >= longestBreak) return null;
  return Array.from({ length: to - from + 1 }, (_, nth) => formatDay(from + nth));
}

function dayOf(year: number | string, month: string | undefined, day: string | undefined): number | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return isCivilDate(y, m, d) ? dayNumber(y, m, d) : null;
}

function shortened(words: string): string {
  const trimmed = words.trim();
  return trimmed.length > 24 ? `${trimmed.slice(0, 24)}…` : trimmed;
}
