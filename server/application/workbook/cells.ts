/** A cell as the file has it. */
export type Cell = string | number | boolean | Date | null;

/** A sheet as rows of cells, its headings among them. */
export interface SheetCells {
  readonly sheet: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** A sheet to be written: columns with their widths, headings in the first row. */
export interface SheetToWrite {
  readonly sheet: string;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** What a file may be at most; a county's 2,685 areas and 2,227 people with 9,000 posts have 0.6 MB. */
export const workbookLimits = {
  bytes: 10_000_000,
  /** Of all parts of the file together once they are unpacked. */
  unpackedBytes: 120_000_000,
  parts: 200,
  rows: 30_000,
  columns: 60,
} as const;

/** Why a file is not read. */
export type UnreadableBecause = 'not-a-workbook' | 'too-large' | 'too-long';

/** What the thread is asked. */
export type CellsTask =
  | { readonly do: 'read'; readonly bytes: Uint8Array }
  | { readonly do: 'write'; readonly sheets: readonly SheetToWrite[] };

/** What it answers. */
export type CellsAnswer =
  | { readonly sheets: readonly SheetCells[] }
  | { readonly bytes: Uint8Array }
  | { readonly unreadable: UnreadableBecause };
