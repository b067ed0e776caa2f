import { type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';
import { deviceStore, type OutboxItem } from '../../api/outbox/device-store.ts';
import { takeBack } from '../../api/outbox/drafts.ts';
import { mayBeChanged } from '../../api/outbox/outbox-item.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { ErrorNote } from '../../ui/ErrorState.tsx';
import { Sheet } from '../../ui/phone/Sheet.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { momentWords } from '../../ui/time-words.ts';
import { useNow } from '../../ui/use-now.ts';

/** Something unsent: why it is still here, and the way back to changing it. */
export function UnsentCard({ item }: { readonly item: OutboxItem }): ReactElement {
  const texts = useText();
  const { text } = texts;
  const now = useNow();
  const [, navigate] = useLocation();
  const [inTheWay, setInTheWay] = useState(false);
  const isRefused = item.state === 'refused';
  const change = async (other?: 'drop'): Promise<void> => {
    const taken = await takeBack(deviceStore, item.id, other);
    setInTheWay(taken === 'draft-in-the-way');
    if (taken === 'taken') navigate(pageOf(item.draft.thing));
  };
  return (
    <Card>
      <div className="gl-unsent-card">
        <p>
          <Tag tone={isRefused ? 'late' : 'accent'}>
            {text(isRefused ? 'unsent.state.refused' : 'unsent.state.waiting')}
          </Tag>{' '}
          <span className="quiet">{momentWords(item.createdAt, now, texts)}</span>
        </p>
        <b>{item.title}</b>
        {item.problem !== null && (isRefused || item.problem.code !== 'no-connection') && (
          <ErrorNote problem={item.problem} />
        )}
        {mayBeChanged(item) ? (
          <Button kind="soft" small onPress={() => void change()}>
            {text('unsent.change')}
          </Button>
        ) : (
          <p className="quiet">{text('unsent.may-have-arrived')}</p>
        )}
      </div>
      <Sheet title={text('unsent.in-the-way')} open={inTheWay} onClose={() => setInTheWay(false)}>
        <div className="gl-sheet-form">
          <p>{text('unsent.in-the-way.says')}</p>
          <Button kind="primary" wide onPress={() => navigate(pageOf(item.draft.thing))}>
            {text('unsent.in-the-way.first')}
          </Button>
          <Button kind="danger" wide onPress={() => void change('drop')}>
            {text('unsent.in-the-way.drop')}
          </Button>
        </div>
      </Sheet>
    </Card>
  );
}

/** Where a thing is written. */
function pageOf(thing: string): string {
  return thing === 'report' ? '/report' : `/user-tasks/${thing.replace('user-task:', '')}`;
}
