import { type CellFault, columnLetters } from './cell-fault.ts';
import { codeOf, wordsOf } from './cell-text.ts';
import type { Cell, SheetCells } from './cells.ts';
import { type FaultCode, faultWords } from './fault-words.ts';
import { noDay, readDay } from './read-day.ts';
import { type Column, layout, type SheetId, sheetIds } from './workbook-layout.ts';

type Values = { readonly [name: string]: string | number };

/** A row of a sheet that can say what is wrong with it. */
export interface WrittenRow {
  readonly sheet: SheetId;
  /** As Excel counts, from 1. */
  readonly row: number;
  /** Words as they are written; empty when nothing is. */
  readonly words: (column: string) => string;
  /** A code, account or word of a list, in ordinary signs; empty, with a fault told, when its digits are lost. */
  readonly code: (column: string) => string;
  /** Null: nothing is written, or, with a fault told, no date. */
  readonly day: (column: string) => string | null;
  /** Tells that something is wrong in a cell, or in the row when no column is named. */
  readonly tell: (code: FaultCode, column: string | null, values?: Values) => void;
  /** The same for what a check of definitions says. */
  readonly refuse: (code: string, column: string | null, sentence: Sentence) => void;
  readonly isFaulty: () => boolean;
}

interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** A workbook as rows, with all that was found wrong so far. */
export interface WrittenWorkbook {
  readonly rows: { readonly [sheet in SheetId]: readonly WrittenRow[] };
  readonly faults: CellFault[];
}

/** Finds the sheets and their columns by name, and the rows that hold anything. */
export function readSheets(sheets: readonly SheetCells[]): WrittenWorkbook {
  const faults: CellFault[] = [];
  const found = new Map(sheets.map((sheet) => [wordsOf(sheet.sheet).normalize('NFKC'), sheet]));
  const rowsOf = (id: SheetId): readonly WrittenRow[] => {
    const cells = found.get(layout[id].title);
    return cells ? rowsIn(id, cells.rows, faults) : [];
  };
  const rows = { areas: rowsOf('areas'), people: rowsOf('people'), posts: rowsOf('posts') };
  if (!sheetIds.some((id) => found.has(layout[id].title)))
    faults.push(faultAt('areas', 1, null, 'sheet-missing', { title: layout.areas.title }));
  return { rows, faults };
}

function rowsIn(sheet: SheetId, cells: SheetCells['rows'], faults: CellFault[]): readonly WrittenRow[] {
  const { columns } = layout[sheet];
  const former = new Map(columns.map(({ title, formerTitle }) => [formerTitle, title]));
  const headings = (cells[0] ?? []).map(headingOf).map((heading) => former.get(heading) ?? heading);
  for (const { title, required } of columns) {
    const times = headings.filter((heading) => heading === title).length;
    if (times === 0 && required) faults.push(faultAt(sheet, 1, null, 'column-missing', { title }));
    if (times > 1) faults.push(faultAt(sheet, 1, null, 'column-twice', { title }));
  }
  const places = new Map(columns.map((column) => [column.id, { column, at: headings.indexOf(column.title) }]));
  return cells.slice(1).flatMap((row, index) => {
    const isEmpty = [...places.values()].every(({ at }) => at < 0 || wordsOf(row[at] ?? null) === '');
    return isEmpty ? [] : [writtenRow(sheet, index + 2, row, places, faults)];
  });
}

/** A heading without the mark of what has to be filled in. */
function headingOf(cell: Cell): string {
  return wordsOf(cell)
    .normalize('NFKC')
    .replace(/\s*\*$/, '');
}

type Places = ReadonlyMap<string, { readonly column: Column; readonly at: number }>;

function writtenRow(
  sheet: SheetId,
  row: number,
  cells: readonly Cell[],
  places: Places,
  faults: CellFault[],
): WrittenRow {
  let faulty = 0;
  const cell = (id: string): Cell => cells[places.get(id)?.at ?? -1] ?? null;
  const tell: WrittenRow['tell'] = (code, id, values = {}) => {
    const place = id === null ? undefined : places.get(id);
    faulty += 1;
    const at = place ? { title: place.column.title, index: place.at } : null;
    faults.push(faultAt(sheet, row, at, code, { title: place?.column.title ?? '', ...values }));
  };
  return {
    sheet,
    row,
    words: (id) => wordsOf(cell(id)),
    code: (id) => {
      const read = codeOf(cell(id));
      if ('text' in read) return read.text;
      tell(read.wrong, id);
      return '';
    },
    day: (id) => {
      const day = readDay(cell(id));
      if (day !== noDay) return day;
      tell('date-wrong', id, { value: wordsOf(cell(id)) });
      return null;
    },
    tell,
    refuse: (code, id, sentence) => {
      const place = id === null ? undefined : places.get(id);
      faulty += 1;
      faults.push({
        ...locate(sheet, row, place ? { title: place.column.title, index: place.at } : null),
        code,
        ...sentence,
      });
    },
    isFaulty: () => faulty > 0,
  };
}

/** A fault with its sentences filled in. */
function faultAt(
  sheet: SheetId,
  row: number,
  column: { readonly title: string; readonly index: number } | null,
  code: FaultCode,
  values: Values = {},
): CellFault {
  const filled = (sentence: string): string =>
    sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  const { zh, en } = faultWords[code];
  return { ...locate(sheet, row, column), code, zh: filled(zh), en: filled(en) };
}

function locate(
  sheet: SheetId,
  row: number,
  column: { readonly title: string; readonly index: number } | null,
): Pick<CellFault, 'sheet' | 'row' | 'column' | 'cell'> {
  const cell = column && column.index >= 0 ? `${columnLetters(column.index)}${row}` : '';
  return { sheet, row, column: column?.title ?? '', cell };
}

/** The value of a column that has to be filled in; empty, with a fault told, when it is not. */
export function required(row: WrittenRow, column: string, read: 'words' | 'code' = 'code'): string {
  const before = row.isFaulty();
  const value = row[read](column);
  if (value === '' && before === row.isFaulty()) row.tell('value-missing', column);
  return value;
}

/** One of some words; null when nothing is written, or, with a fault told, another word. */
export function oneOf<Word extends string>(row: WrittenRow, column: string, choices: readonly Word[]): Word | null {
  const value = row.code(column);
  const chosen = choices.find((choice) => choice === value);
  if (value !== '' && chosen === undefined) row.tell('word-unknown', column, { value, choices: choices.join('、') });
  return chosen ?? null;
}
