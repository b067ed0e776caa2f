import type { SheetId } from './workbook-layout.ts';

/** What is wrong in a workbook: where, and in both languages what and what to do about it. */
export interface CellFault {
  readonly code: string;
  readonly sheet: SheetId;
  /** Number of the row as Excel shows it; 1 is the headings'. */
  readonly row: number;
  /** Heading of the column; empty when the row or the sheet as a whole is meant. */
  readonly column: string;
  /** As Excel calls it, `C12`; empty without a column. */
  readonly cell: string;
  readonly zh: string;
  readonly en: string;
}

/** The name Excel gives a column by its place, from 0: A … Z, AA … */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCodePoint(65 + (index % 26));
}
