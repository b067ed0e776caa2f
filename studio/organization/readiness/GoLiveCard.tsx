import { type ReactElement, useState } from 'react';
import { goLive, readChecklist, undoGoLive } from '../../../server/http/contract/readiness.ts';
import { useCommand } from '../../api/use-command.ts';
import type { Readiness } from '../ReadinessPage.tsx';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ReasonDialog } from '../../ui/desktop/ReasonDialog.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { GoLiveDialog } from './GoLiveDialog.tsx';
import '../workbook/workbook.css';

/** Whether the area is live, and the act of going live or taking it back. */
export function GoLiveCard({ readiness }: { readonly readiness: Readiness }): ReactElement {
  const { text, pack } = useText();
  const [asking, setAsking] = useState<'go' | 'undo' | null>(null);
  const going = useCommand(goLive, [readChecklist]);
  const undoing = useCommand(undoGoLive, [readChecklist]);
  const { area, live, blocking, earlier } = readiness;
  const params = { area: area.code };
  const close = (answer: unknown): void => {
    if (answer !== null) setAsking(null);
  };
  return (
    <Card
      title={text('go-live')}
      aside={
        live === null ? <Tag tone="quiet">{text('go-live.not-yet')}</Tag> : <Tag tone="ok">{text('go-live.is')}</Tag>
      }
    >
      {live === null ? (
        <p>{text(blocking > 0 ? 'go-live.blocked' : 'go-live.ready', { count: blocking })}</p>
      ) : (
        <p>{text('go-live.since', { from: live.from, name: live.by.name, note: live.note })}</p>
      )}
      {earlier.map(({ at, from, undone }) => (
        <p key={at} className="quiet">
          {text('go-live.earlier', { from, name: undone?.by.name ?? '', note: undone?.note ?? '' })}
        </p>
      ))}
      <div className="gl-workbook-buttons">
        {live === null ? (
          <Button kind="primary" disabled={blocking > 0} onPress={() => setAsking('go')}>
            {text('go-live.do')}
          </Button>
        ) : (
          <Button onPress={() => setAsking('undo')}>{text('go-live.undo')}</Button>
        )}
      </div>
      {asking === 'go' && (
        <GoLiveDialog
          area={pack(area.name)}
          busy={going.busy}
          problem={going.problem}
          onGo={(body) => void going.run({ params, body }).then(close)}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'undo' && (
        <ReasonDialog
          title={text('go-live.undo')}
          says={text('go-live.undo.says', { area: pack(area.name) })}
          label={text('go-live.undo.reason')}
          longest={200}
          busy={undoing.busy}
          problem={undoing.problem}
          onAction={(reason) => void undoing.run({ params, body: { reason } }).then(close)}
          onClose={() => setAsking(null)}
        />
      )}
    </Card>
  );
}
