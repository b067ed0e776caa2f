import type { ReactElement } from 'react';
import { type Texts, useText } from '../translations/texts.ts';
import { DateLines } from '../ui/DateLines.tsx';
import { Tag } from '../ui/Tag.tsx';
import { clockWords, dateWords, momentWords, weekdayWords } from '../ui/time-words.ts';
import type { Series } from './MeetingsPage.tsx';

type NextDate = Series['next'][number];

/** The next dates of a series; every shift says what it was moved from and why, and what is not settled says so. */
export function NextDates({ dates, now }: { readonly dates: readonly NextDate[]; readonly now: string }): ReactElement {
  const texts = useText();
  const { text } = texts;
  return (
    <DateLines
      title={text('meeting.next', { count: dates.length })}
      lines={dates.map((next) => ({
        id: next.date,
        date: dateWords(next.date, now, texts),
        weekday: weekdayWords(next.date, texts),
        mark: <DateMark next={next} />,
        says: whyOf(next, now, texts),
      }))}
    />
  );
}

function DateMark({ next }: { readonly next: NextDate }): ReactElement {
  const { text } = useText();
  if (next.provisional) return <Tag tone="warn">{text('meeting.provisional')}</Tag>;
  if (next.moved !== null) return <Tag tone="warn">{text('meeting.moved')}</Tag>;
  return <span className="quiet">{text('meeting.as-planned', { at: clockWords(next.at) })}</span>;
}

function whyOf({ moved, provisional, date, noticeAt }: NextDate, now: string, texts: Texts): string {
  const { text, pack } = texts;
  const notice = text('meeting.notice-at', { at: momentWords(noticeAt, now, texts) });
  const shift =
    moved === null
      ? ''
      : text('meeting.moved.why', {
          from: dateWords(moved.from, now, texts),
          why: moved.why === null ? text('meeting.weekend') : pack(moved.why),
        });
  const unsure = provisional ? text('meeting.provisional.why', { year: date.slice(0, 4) }) : '';
  return [shift, unsure, notice].filter((part) => part !== '').join(' ');
}
