import type { ReactElement } from 'react';
import type { WorkbookPlan, WorkbookSession } from '../../api/use-workbook.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Table } from '../../ui/Table.tsx';
import { clockWords } from '../../ui/time-words.ts';
import { FaultTable } from './FaultTable.tsx';
import { RowTable } from './RowTable.tsx';

type SheetCount = WorkbookPlan['sheets'][number];

/** What a workbook would do, or has done: figures, what is wrong, and every row that changes something. */
export function PlanCard({
  session,
  plan,
}: {
  readonly session: WorkbookSession;
  readonly plan: WorkbookPlan;
}): ReactElement {
  const { text, either } = useText();
  const { done, busy, bring } = session;
  const isFaulty = plan.faultsInAll > 0;
  const changes = plan.rowsInAll > 0;
  const waiting = plan.sheets.reduce((sum, { counts }) => sum + counts.waiting, 0);
  const count = plan.rowsInAll - waiting;
  return (
    <Card
      title={text(done === null ? 'workbook.preview' : 'workbook.done')}
      aside={text('as-of.within', { time: clockWords(plan.asOf), area: plan.area.name })}
    >
      <CountTable sheets={plan.sheets} />
      <WayNote plan={plan} />
      {plan.obstacles.map((obstacle) => (
        <p key={obstacle.zh} className="gl-note">
          {either(obstacle)}
        </p>
      ))}
      {isFaulty && <FaultTable plan={plan} />}
      {changes && <RowTable plan={plan} done={done !== null} />}
      {done === null && (
        <>
          {!changes && !isFaulty && <p>{text('workbook.nothing')}</p>}
          <div className="gl-workbook-buttons">
            {changes && !isFaulty && (
              <Button kind="primary" onPress={() => void bring(false)} busy={busy === 'importing'}>
                {text('workbook.import', { count })}
              </Button>
            )}
            {changes && isFaulty && (
              <Button onPress={() => void bring(true)} busy={busy === 'importing'}>
                {text('workbook.import-sound', { count })}
              </Button>
            )}
          </div>
        </>
      )}
    </Card>
  );
}

function CountTable({ sheets }: { readonly sheets: readonly SheetCount[] }): ReactElement {
  const { text } = useText();
  const figures = (['new', 'changed', 'same', 'removed', 'waiting'] as const).map((id) => ({
    id,
    title: text(`workbook.outcome.${id}`),
    width: 110,
    align: 'right' as const,
    cell: ({ counts }: SheetCount) => counts[id],
  }));
  return (
    <Table
      label={text('workbook.preview')}
      rows={sheets}
      rowKey={({ sheet }) => sheet}
      columns={[
        { id: 'sheet', title: text('workbook.sheet'), cell: ({ sheet }) => text(`workbook.sheet.${sheet}`) },
        ...figures,
        {
          id: 'faulty',
          title: text('workbook.outcome.faulty'),
          width: 130,
          align: 'right',
          cell: ({ faulty }) => (faulty === 0 ? 0 : <b>{faulty}</b>),
        },
      ]}
    />
  );
}

/** How changed areas come into force. */
function WayNote({ plan: { way, because } }: { readonly plan: WorkbookPlan }): ReactElement | null {
  const { text } = useText();
  if (way === 'none') return null;
  if (way === 'at-once') return <p className="gl-note">{text('workbook.way.at-once')}</p>;
  return <p className="gl-note">{text(`workbook.way.${because ?? 'draft'}`)}</p>;
}
