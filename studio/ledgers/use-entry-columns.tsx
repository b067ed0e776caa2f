import { Link } from 'wouter';
import { useText } from '../translations/texts.ts';
import type { Column } from '../ui/Table.tsx';
import { columnTime } from '../ui/time-words.ts';
import { useNow } from '../ui/use-now.ts';
import type { Entries } from './use-entry-form.ts';

type Row = Entries['entries'][number];

/** The columns of a ledger: those its definition names, then the grid, and who changed it last. */
export function useEntryColumns(entries: Entries | undefined, ledger: string): readonly Column<Row>[] {
  const { text, pack } = useText();
  const present = useNow();
  const now = entries?.asOf ?? present;
  const own = (entries?.columns ?? []).map(({ field, title }, place): Column<Row> => {
    const words = ({ cells }: Row): string => cells.find((cell) => cell.field === field)?.text ?? '';
    const linked = (row: Row) => (
      <Link href={`/ledgers/${ledger}/${row.id}`}>{words(row) === '' ? '—' : words(row)}</Link>
    );
    return { id: field, title: pack(title), cell: place === 0 ? linked : words, whole: words };
  });
  const area: Column<Row> = { id: 'area', title: text('board.grid'), width: 150, cell: (row) => pack(row.area.name) };
  const changed: Column<Row> = {
    id: 'changed',
    title: text('entry.changed'),
    width: 200,
    align: 'right',
    cell: ({ changedAt, changedBy }) => (
      <span className="quiet">
        {changedBy?.name} {columnTime(changedAt, now)}
      </span>
    ),
  };
  return [...own, area, changed];
}
