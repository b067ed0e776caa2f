import writeExcelFile from 'write-excel-file/node';
import type { SheetToWrite } from './cells.ts';

/** What a cell may begin with that makes spreadsheet programs, or those who paste from it, take it for a formula. */
const formulaSigns = /^[=+\-@\t\r]/;

/**
 * Writes sheets as an .xlsx file. Every cell is text, so codes keep their zeros and digits; one that begins like a formula
 * gets an apostrophe before it, because sheets are saved as CSV and opened again, where text is no protection.
 *
 * @returns the bytes of the file
 */
export async function writeCells(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const written = sheets.map(({ sheet, widths, rows }) => ({
    sheet,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    data: rows.map((row, index) => row.map((value) => cellOf(value, index === 0))),
  }));
  return writeExcelFile(written).toBuffer();
}

function cellOf(value: string | null, isHeading: boolean) {
  if (value === null || value === '') return null;
  const text = harmless(value);
  return isHeading
    ? { value: text, type: String, format: '@', fontWeight: 'bold' as const, backgroundColor: '#e8eef7' }
    : { value: text, type: String, format: '@' };
}

/** A text that no spreadsheet takes for a formula. */
export function harmless(text: string): string {
  return formulaSigns.test(text) ? `'${text}` : text;
}
