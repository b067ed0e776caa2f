import type { MouseEvent, ReactElement, ReactNode } from 'react';
import './table.css';

/** A column of a table: its head, its width in pixels (without one it takes what is left), and its cell. */
export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** Stands in the head instead of the title. */
  readonly head?: ReactNode;
  readonly width?: number;
  readonly align?: 'right';
  /** Long words stand on several lines instead of being cut. */
  readonly wraps?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** Said when the pointer rests on a cell that may be cut. */
  readonly whole?: (row: Row) => string;
}

interface TableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Makes the whole row answer to the pointer; the keyboard uses the link that one of its cells holds. */
  readonly onOpen?: (row: Row) => void;
  /** Instead of rows. */
  readonly placeholder?: ReactNode;
  readonly stale?: boolean;
}

/** Rows of the same kind of thing, one line each; what does not fit is cut and said in full on hovering. */
export function Table<Row>(props: TableProps<Row>): ReactElement {
  const { label, columns, rows, rowKey, onOpen, placeholder, stale = false } = props;
  return (
    <div className="gl-table-frame" aria-busy={stale}>
      <table className={stale ? 'gl-table gl-table-stale' : 'gl-table'} aria-label={label}>
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={width === undefined ? undefined : { width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ id, title, head, align }) => (
              <th key={id} scope="col" className={align}>
                {head ?? title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              {...(onOpen === undefined
                ? {}
                : {
                    className: 'gl-row-open',
                    onClick: (event) => {
                      openUnlessLink(event, () => onOpen(row));
                    },
                  })}
            >
              {columns.map(({ id, align, wraps = false, cell, whole }) => (
                <td key={id} className={wraps ? 'gl-wraps' : align} title={whole?.(row)}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && placeholder}
    </div>
  );
}

/** A link inside the row goes its own way, also into another tab. */
function openUnlessLink(event: MouseEvent, open: () => void): void {
  const link = event.target instanceof Element ? event.target.closest('a, button') : null;
  if (link === null) open();
}
