import type { ReactElement, ReactNode } from 'react';
import { type Column, Table } from '../Table.tsx';
import { Pager } from './Pager.tsx';

interface PagedTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** Undefined while they are not there; then `waiting` stands in their place. */
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  readonly onOpen: (row: Row) => void;
  readonly waiting: ReactNode;
  readonly empty: ReactNode;
  /** Another page or filter is on its way. */
  readonly stale: boolean;
  readonly offset: number;
  readonly total: number;
  readonly size: number;
  readonly onMove: (offset: number) => void;
}

/** A list that comes in pages: its rows, what stands in their place, and the way on and back. */
export function PagedTable<Row>(props: PagedTableProps<Row>): ReactElement {
  const { label, columns, rows, rowKey, onOpen, waiting, empty, stale, offset, total, size, onMove } = props;
  return (
    <>
      <Table
        label={label}
        columns={columns}
        rows={rows ?? []}
        rowKey={rowKey}
        onOpen={onOpen}
        stale={stale}
        placeholder={rows === undefined ? waiting : empty}
      />
      {rows !== undefined && <Pager offset={offset} shown={rows.length} total={total} size={size} onMove={onMove} />}
    </>
  );
}
