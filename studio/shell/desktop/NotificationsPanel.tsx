import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { problemOf } from '../../api/problem-error.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useCommand } from '../../api/use-command.ts';
import { listNotifications, markNotificationsRead } from '../../../server/http/contract/notifications.ts';
import type { AnswerOf } from '../../../server/http/contract/operation.ts';
import { useText } from '../../translations/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { SidePanel } from '../../ui/desktop/SidePanel.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { momentWords } from '../../ui/time-words.ts';
import { useNow } from '../../ui/use-now.ts';
import './notifications-panel.css';

type Notification = AnswerOf<typeof listNotifications>['notifications'][number];

/** What one was told, newest first; opening what it is about marks it as read. */
export function NotificationsPanel({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { text } = useText();
  const { data, error, refetch } = useAnswer(listNotifications, {});
  const mark = useCommand(markNotificationsRead, [listNotifications]);
  const unread = data?.notifications.filter(({ read }) => !read).map(({ id }) => id) ?? [];
  return (
    <SidePanel title={text('notifications')} onClose={onClose}>
      {data === undefined && error === null && <SkeletonLines count={6} />}
      {error !== null && <ErrorState problem={problemOf(error)} onRetry={() => void refetch()} />}
      {data?.notifications.length === 0 && (
        <EmptyState title={text('notifications.none')} next={text('notifications.none.next')} />
      )}
      {unread.length > 0 && (
        <Button kind="text" busy={mark.busy} onPress={() => void mark.run({ body: { ids: unread.slice(0, 200) } })}>
          {text('notifications.mark-all', { count: unread.length })}
        </Button>
      )}
      <ul className="gl-notifications">
        {data?.notifications.map((notification) => (
          <Told
            key={notification.id}
            notification={notification}
            onOpen={() => {
              if (!notification.read) void mark.run({ body: { ids: [notification.id] } });
              onClose();
            }}
          />
        ))}
      </ul>
    </SidePanel>
  );
}

function Told({
  notification,
  onOpen,
}: {
  readonly notification: Notification;
  readonly onOpen: () => void;
}): ReactElement {
  const texts = useText();
  const now = useNow();
  const { title, text: words, at, read, case: about, meeting } = notification;
  const to = about === null ? (meeting === null ? null : '/meetings') : `/cases/${about}`;
  return (
    <li className={read ? undefined : 'gl-unread'}>
      <div>
        <b>{texts.pack(title)}</b>
        <time className="quiet" dateTime={at}>
          {momentWords(at, now, texts)}
        </time>
      </div>
      <p>{words}</p>
      {to !== null && (
        <Link href={to} onClick={onOpen}>
          {texts.text(about === null ? 'notifications.to-meeting' : 'notifications.to-case')}
        </Link>
      )}
    </li>
  );
}
