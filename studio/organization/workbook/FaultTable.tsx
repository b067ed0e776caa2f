import type { ReactElement } from 'react';
import type { WorkbookPlan } from '../../api/use-workbook.ts';
import { useText } from '../../translations/texts.ts';
import { Table } from '../../ui/Table.tsx';

/** What is wrong in a workbook, cell by cell, as one goes through the file. */
export function FaultTable({ plan }: { readonly plan: WorkbookPlan }): ReactElement {
  const { text, either } = useText();
  const { faults, faultsInAll } = plan;
  return (
    <section className="gl-workbook-part">
      <h3>{text('workbook.faults', { count: faultsInAll })}</h3>
      <Table
        label={text('workbook.faults', { count: faultsInAll })}
        rows={faults.map((fault, index) => ({ ...fault, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            id: 'sheet',
            title: text('workbook.sheet'),
            width: 120,
            cell: ({ sheet }) => text(`workbook.sheet.${sheet}`),
          },
          {
            id: 'cell',
            title: text('workbook.cell'),
            width: 100,
            cell: ({ cell, row }) => <b>{cell === '' ? text('workbook.row', { row }) : cell}</b>,
          },
          { id: 'column', title: text('workbook.column'), width: 130, cell: ({ column }) => column },
          { id: 'fault', title: text('workbook.fault'), wraps: true, cell: (fault) => either(fault) },
        ]}
      />
      {faults.length < faultsInAll && <p className="quiet">{text('workbook.first', { count: faults.length })}</p>}
    </section>
  );
}
