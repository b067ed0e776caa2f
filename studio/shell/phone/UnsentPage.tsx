import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';
import { sendOutbox } from '../../api/outbox/sender.ts';
import { useOutbox } from '../../api/outbox/use-outbox.ts';
import type { SignedInPerson } from '../../api/session.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { InnerPage, PartHead } from '../../ui/phone/PhonePage.tsx';
import { SentList } from './SentList.tsx';
import { UnsentCard } from './UnsentCard.tsx';
import './unsent-page.css';

/** What is unsent: each with why, and one button that sends it all; and what went lately. */
export function UnsentPage({ person }: { readonly person: SignedInPerson }): ReactElement {
  const { text } = useText();
  const [, navigate] = useLocation();
  const answers = useQueryClient();
  const { items, receipts, sending } = useOutbox(person.id);
  const [said, setSaid] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    const { sent, refused, left } = await sendOutbox(person.id);
    if (sent > 0) await answers.invalidateQueries();
    setSaid(
      text(left > 0 ? 'unsent.result.left' : refused > 0 ? 'unsent.result.refused' : 'unsent.result.sent', {
        sent,
        refused,
        left,
      }),
    );
  };
  const waiting = items?.some(({ state }) => state === 'waiting') ?? false;
  return (
    <InnerPage
      title={text('unsent.title')}
      onBack={() => navigate('/')}
      {...(waiting
        ? {
            foot: (
              <Button kind="primary" busy={sending} onPress={() => void send()}>
                {text('unsent.send')}
              </Button>
            ),
          }
        : {})}
    >
      {said !== null && (
        <p className="gl-unsent-said" role="status">
          {said}
        </p>
      )}
      {items?.length === 0 && <EmptyState title={text('unsent.none')} next={text('unsent.none.next')} />}
      <div className="gl-cards">
        {items?.map((item) => (
          <UnsentCard key={item.id} item={item} />
        ))}
      </div>
      {receipts.length > 0 && <PartHead title={text('unsent.sent')} aside={text('unsent.sent.says')} />}
      <SentList receipts={receipts} />
    </InnerPage>
  );
}
