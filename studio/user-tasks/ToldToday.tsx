import type { ReactElement } from 'react';
import { listNotifications } from '../../server/http/contract/notifications.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useText } from '../translations/texts.ts';
import { Block, PartHead } from '../ui/phone/PhonePage.tsx';
import { RowList } from '../ui/RowList.tsx';
import { Tag } from '../ui/Tag.tsx';
import { columnTime } from '../ui/time-words.ts';
import { useNow } from '../ui/use-now.ts';

/** So many stand on 今日; the others wait until these have been read. */
const mostShown = 5;

/** 待阅 on 今日: what one was told of a case and has not read; opening the case is reading it. */
export function ToldToday(): ReactElement | null {
  const { text, pack } = useText();
  const now = useNow();
  const { data } = useAnswer(listNotifications, {}, { every: 120 });
  const unread = (data?.notifications ?? []).filter(({ read, case: about }) => !read && about !== null);
  if (unread.length === 0) return null;
  return (
    <>
      <PartHead title={text('today.told')} aside={text('today.told.count', { count: unread.length })} />
      <Block>
        <RowList
          rows={unread.slice(0, mostShown).map(({ id, at, title, case: about }) => ({
            id,
            to: `/cases/${about ?? ''}`,
            before: <Tag tone="accent">{text('case.informed.unread')}</Tag>,
            title: pack(title),
            after: columnTime(at, now),
          }))}
        />
      </Block>
    </>
  );
}
