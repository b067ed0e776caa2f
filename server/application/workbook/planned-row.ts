import type { SheetId } from './workbook-layout.ts';

/** What would become of a row: `waiting` stands until an area it names is published. */
export type RowOutcome = 'new' | 'changed' | 'same' | 'removed' | 'waiting';

/** A row that is sound, and what it would do. */
export interface PlannedRow {
  readonly sheet: SheetId;
  readonly row: number;
  readonly outcome: RowOutcome;
  /** What the row is about, in words. */
  readonly title: string;
  /** What changes, as `名称：旧 → 新`; empty for a row that changes nothing. */
  readonly changes: readonly { readonly title: string; readonly before: string; readonly after: string }[];
}

/** Says a change of one value; null when it is none. */
export function changeOf(title: string, before: string, after: string): PlannedRow['changes'][number] | null {
  return before === after ? null : { title, before, after };
}
