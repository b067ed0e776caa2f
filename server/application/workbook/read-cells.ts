import readExcelFile, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/node';
import { type CellsAnswer, type SheetCells, workbookLimits } from './cells.ts';
import { unpackedSize } from './unpacked-size.ts';

/**
 * Reads the cells of an .xlsx file: what formulas gave when it was saved, never a formula itself.
 *
 * @param bytes of the file
 */
export async function readCells(bytes: Uint8Array): Promise<CellsAnswer> {
  const size = unpackedSize(bytes, workbookLimits);
  if (size === null) return { unreadable: 'not-a-workbook' };
  if (size === 'too-large') return { unreadable: 'too-large' };
  try {
    const sheets = await readExcelFile(Buffer.from(bytes));
    const read = sheets.map(({ sheet, data }): SheetCells => ({ sheet, rows: data as SheetCells['rows'] }));
    const tooLong = read.some(
      ({ rows }) =>
        rows.length > workbookLimits.rows || rows.some((row) => row.length > workbookLimits.columns && isFull(row)),
    );
    return tooLong ? { unreadable: 'too-long' } : { sheets: read };
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError || error instanceof Error)
      return { unreadable: 'not-a-workbook' };
    throw error;
  }
}

/** Whether anything stands beyond the columns that are read. */
function isFull(row: readonly unknown[]): boolean {
  return row.slice(workbookLimits.columns).some((cell) => cell !== null);
}
