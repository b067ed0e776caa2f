import type { ReactElement } from 'react';
import type { Receipt } from '../../api/outbox/device-store.ts';
import { useText } from '../../translations/texts.ts';
import { Card } from '../../ui/Card.tsx';
import { momentWords } from '../../ui/time-words.ts';
import { useNow } from '../../ui/use-now.ts';

/** What the server has taken from this phone lately, with the number it gave. */
export function SentList({ receipts }: { readonly receipts: readonly Receipt[] }): ReactElement | null {
  const texts = useText();
  const now = useNow();
  if (receipts.length === 0) return null;
  return (
    <div className="gl-cards">
      {receipts.map(({ id, title, answer, at }) => {
        const number = answer['number'];
        return (
          <Card key={id}>
            <b>{title}</b>
            <p className="quiet">
              {typeof number === 'string' ? `${number} · ` : ''}
              {texts.text('unsent.sent-at', { at: momentWords(at, now, texts) })}
            </p>
          </Card>
        );
      })}
    </div>
  );
}
