import { type ReactElement, useState } from 'react';
import type { WorkbookPlan } from '../../api/use-workbook.ts';
import { type Texts, useText } from '../../translations/texts.ts';
import { Pager } from '../../ui/desktop/Pager.tsx';
import { Table } from '../../ui/Table.tsx';
import { Tag } from '../../ui/Tag.tsx';

type Row = WorkbookPlan['rows'][number];

const PAGE = 20;
const tones = { new: 'ok', changed: 'accent', same: 'quiet', removed: 'late', waiting: 'warn' } as const;

/** Every row that changes something, with what it changes. */
export function RowTable({ plan, done }: { readonly plan: WorkbookPlan; readonly done: boolean }): ReactElement {
  const { text } = useText();
  const [offset, setOffset] = useState(0);
  const { rows, rowsInAll } = plan;
  const title = text(done ? 'workbook.rows-done' : 'workbook.rows', { count: rowsInAll });
  const shown = rows.slice(offset, offset + PAGE);
  return (
    <section className="gl-workbook-part">
      <h3>{title}</h3>
      <Table<Row>
        label={title}
        rows={shown}
        rowKey={({ sheet, row }) => `${sheet} ${row}`}
        columns={[
          {
            id: 'sheet',
            title: text('workbook.sheet'),
            width: 120,
            cell: ({ sheet }) => text(`workbook.sheet.${sheet}`),
          },
          { id: 'row', title: text('workbook.row-head'), width: 70, align: 'right', cell: ({ row }) => row },
          {
            id: 'outcome',
            title: text('workbook.outcome'),
            width: 100,
            cell: ({ outcome }) => <Tag tone={tones[outcome]}>{text(`workbook.outcome.${outcome}`)}</Tag>,
          },
          {
            id: 'title',
            title: text('workbook.what'),
            width: 320,
            cell: ({ title }) => title,
            whole: ({ title }) => title,
          },
          { id: 'changes', title: text('workbook.changes'), wraps: true, cell: (row) => changeWords(row, text) },
        ]}
      />
      <Pager offset={offset} shown={shown.length} total={rows.length} size={PAGE} onMove={setOffset} />
      {rows.length < rowsInAll && <p className="quiet">{text('workbook.first', { count: rows.length })}</p>}
    </section>
  );
}

function changeWords({ changes }: Row, text: Texts['text']): string {
  return changes
    .map(({ title, before, after }) => `${title} ${before || '—'} → ${after || '—'}`)
    .join(text('list.comma'));
}
