import type { Cell } from './cells.ts';
import { wordsOf } from './cell-text.ts';

/** What is no day of the calendar, or open to more than one reading. */
export const noDay = Symbol('no day');

/** Day 0 of Excel's count, which takes 1900 for a leap year: right from March 1900 on. */
const dayZero = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;
/** 1955 and 2091: a number outside is no date of somebody who works. */
const serials = { from: 20_000, to: 70_000 } as const;

const forms = [
  // 2026-03-01, 2026/3/1, 2026.3.1, and with a time behind it, which says nothing here
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$/,
  // 2026年3月1日
  /^(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/,
  // 20260301
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
];

/**
 * The day a cell means: a date of Excel, its number, or one of the ways in which people write one, year first. A text
 * whose order of day and month is open (3/1/2026) is no date.
 *
 * @returns local date `YYYY-MM-DD`; null for an empty cell; `noDay` for what is no day of the calendar
 */
export function readDay(cell: Cell): string | null | typeof noDay {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? noDay : cell.toISOString().slice(0, 10);
  const text = wordsOf(cell).normalize('NFKC');
  if (text === '') return null;
  const compact = text.includes(':') ? text : text.replaceAll(' ', '');
  for (const form of forms) {
    const { year, month, day } = form.exec(compact)?.groups ?? {};
    if (year !== undefined) return dayOf(Number(year), Number(month), Number(day));
  }
  const serial = Number(compact);
  if (!/^\d{5}(\.\d+)?$/.test(compact) || serial < serials.from || serial > serials.to) return noDay;
  return new Date(dayZero + Math.floor(serial) * dayMs).toISOString().slice(0, 10);
}

function dayOf(year: number, month: number, day: number): string | typeof noDay {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isThere = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isThere && year >= 1950 && year < 2100 ? date.toISOString().slice(0, 10) : noDay;
}
