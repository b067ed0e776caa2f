import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';
import { deviceStore, type OutboxItem } from '../../api/outbox/device-store.ts';
import { takeBack } from '../../api/outbox/drafts.ts';
import { mayBeChanged } from '../../api/outbox/outbox-item.ts';
import { sendOutbox } from '../../api/outbox/sender.ts';
import { useOutbox } from '../../api/outbox/use-outbox.ts';
import type { SignedInPerson } from '../../api/session.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorState.tsx';
import { InnerPage, PartHead } from '../../ui/phone/PhonePage.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { momentWords } from '../../ui/time-words.ts';
import { useNow } from '../../ui/use-now.ts';
import { SentList } from './SentList.tsx';
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

function UnsentCard({ item }: { readonly item: OutboxItem }): ReactElement {
  const texts = useText();
  const { text } = texts;
  const now = useNow();
  const [, navigate] = useLocation();
  const change = async (): Promise<void> => {
    if (await takeBack(deviceStore, item.id))
      navigate(item.draft.thing === 'report' ? '/report' : `/user-tasks/${item.draft.thing.replace('user-task:', '')}`);
  };
  return (
    <Card>
      <div className="gl-unsent-card">
        <p>
          <Tag tone={item.state === 'refused' ? 'late' : 'accent'}>
            {text(item.state === 'refused' ? 'unsent.state.refused' : 'unsent.state.waiting')}
          </Tag>{' '}
          <span className="quiet">{momentWords(item.createdAt, now, texts)}</span>
        </p>
        <b>{item.title}</b>
        {item.problem !== null && (item.state === 'refused' || item.problem.code !== 'no-connection') && (
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
    </Card>
  );
}
