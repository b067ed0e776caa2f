import { readFileSync } from 'node:fs';
import type { TimeLimit, TimeUnit } from '../../../server/kernel/calendar/time-limit.ts';

/** A table of a page: what its columns are called, and its rows, cell by cell. */
interface GoldenTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/**
 * The tables of a page of this folder that people check by hand. Dates stand there with their weekday, for whoever checks
 * them on a calendar on the wall: `2026-09-07 Mon 10:00` is read as `2026-09-07 10:00`.
 *
 * @throws Error when a weekday is not that of its date
 */
export function goldenTables(page: string): readonly GoldenTable[] {
  const lines = readFileSync(new URL(page, import.meta.url), 'utf8').split('\n');
  const tables: { head: string[]; rows: string[][] }[] = [];
  lines.forEach((line, index) => {
    if (!line.startsWith('|')) return;
    const cells = line
      .slice(1, -1)
      .split('|')
      .map((cell) => withoutWeekdays(cell.trim()));
    if (!lines[index - 1]?.startsWith('|')) tables.push({ head: cells, rows: [] });
    else if (!line.startsWith('|--')) tables.at(-1)?.rows.push(cells);
  });
  return tables;
}

function withoutWeekdays(cell: string): string {
  return cell.replaceAll(/(\d{4}-\d\d-\d\d) (\w{3})\b/g, (_, date: string, weekday: string) => {
    const right = weekdays[new Date(date).getUTCDay()];
    if (weekday !== right) throw new Error(`${date} is a ${right}, not a ${weekday}.`);
    return date;
  });
}

/** `3 workingDays`. */
export function amountOf(words: string): { readonly amount: number; readonly unit: TimeUnit } {
  const [amount, unit] = words.split(' ');
  return { amount: Number(amount), unit: unit as TimeUnit };
}

/** `1/4` of what was granted, or `2 hours`. */
export function yellowOf(words: string): NonNullable<TimeLimit['yellow']> {
  const share = /^(\d)(?:\/(\d))?$/.exec(words);
  return share === null ? amountOf(words) : { share: Number(share[1]) / Number(share[2] ?? 1) };
}
