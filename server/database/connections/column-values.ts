import type { Instant } from '../../kernel/json.ts';

/** Object ids of the column types whose values we read ourselves (PostgreSQL's `pg_type`, fixed for ever). */
const oid = { int8: 20, date: 1082, timestamptz: 1184, dateArray: 1182, timestamptzArray: 1185 } as const;

/**
 * A `timestamptz` as PostgreSQL prints it in UTC (`2026-11-20 03:10:00.12+00`) as an instant with milliseconds.
 * Finer digits are cut off, not rounded, so that an instant never lies in the future of the one it was read from.
 */
function instantFromText(text: string): Instant {
  const fraction = /\.(\d+)/.exec(text)?.[1] ?? '';
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
}

function listFromText(text: string): string[] {
  return text === '{}'
    ? []
    : text
        .slice(1, -1)
        .split(',')
        .map((item) => item.replaceAll('"', ''));
}

/**
 * How column values become JavaScript values, the same in both drivers: instants and dates stay text (the kernel's
 * form), `bigint` becomes a number (we count, we do not store more than 2^53), JSON is parsed, everything else is the
 * driver's default. Sessions run in UTC.
 */
export const columnParsers: Readonly<Record<number, (text: string) => unknown>> = {
  [oid.int8]: Number,
  [oid.date]: (text) => text,
  [oid.timestamptz]: instantFromText,
  [oid.dateArray]: listFromText,
  [oid.timestamptzArray]: (text) => listFromText(text).map(instantFromText),
};
