/**
 * The text of a file with a list of days off: of a spreadsheet its first sheet, a line a row, cells set apart by tabs.
 *
 * @returns null when the file cannot be read as one of these
 */
export async function textOfFile(file: File): Promise<string | null> {
  if (!file.name.toLowerCase().endsWith('.xlsx')) return textOf(await file.arrayBuffer());
  try {
    const { default: readSheets } = await import('read-excel-file/browser');
    const [first] = await readSheets(file);
    return (first?.data ?? []).map((row) => row.map((cell) => cellWords(cell)).join('\t')).join('\n');
  } catch (error) {
    // A file that is no spreadsheet, whatever its name says; the reader's errors have no kind of their own.
    if (error instanceof Error) return null;
    throw error;
  }
}

/** What offices send is UTF-8 or GB 18030. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('gb18030').decode(bytes);
    throw error;
  }
}

/** A date cell is read as midnight UTC. */
function cellWords(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null || cell === undefined ? '' : String(cell as string | number | boolean);
}
