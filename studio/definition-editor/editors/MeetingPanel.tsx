import type { ReactElement } from 'react';
import type { Calendar } from '../../../server/kernel/calendar/calendar.ts';
import { type MeetingDate, meetingDates } from '../../../server/kernel/meetings/meeting-dates.ts';
import type { MeetingFile } from '../../../server/kernel/release/definitions.ts';
import { type Texts, useText } from '../../translations/texts.ts';
import { DateLines } from '../../ui/DateLines.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { clockWords, dateWords, localDate, momentWords, weekdayWords } from '../../ui/time-words.ts';
import type { EditorProps } from '../editor-props.ts';
import { isMeeting, ruleWords } from '../meeting-words.ts';
import { MonthGrid } from '../parts/MonthGrid.tsx';
import { PanelPart } from '../../ui/desktop/PanelPart.tsx';

const SHOWN = 5;

/** The next dates of the series as it is written now, every shift with its reason, and the first of them in its month. */
export function MeetingPanel({ json, definitions, now }: EditorProps): ReactElement {
  const texts = useText();
  const { text } = texts;
  const calendar = definitions.calendars.find(({ id }) => id === json['calendar']);
  if (calendar === undefined || !isMeeting(json))
    return (
      <PanelPart title={text('meeting.next', { count: SHOWN })}>
        <p className="quiet">{text('definition.meeting.no-dates')}</p>
      </PanelPart>
    );
  const meeting = json as unknown as MeetingFile;
  const today = localDate(now);
  const dates = meetingDates(meeting, calendar, today, SHOWN);
  const [first] = dates;
  return (
    <>
      <PanelPart title={ruleWords(meeting, texts)} aside={text('definition.live')}>
        <DateLines
          title={text('meeting.next', { count: dates.length })}
          lines={dates.map((date, nth) => ({
            id: date.scheduled,
            date: dateWords(date.date, now, texts),
            weekday: weekdayWords(date.date, texts),
            mark: <DateMark date={date} isMakeUp={isMakeUpDay(calendar, date.date)} />,
            says: whyOf(date, calendar, now, texts, nth === 0),
          }))}
        />
      </PanelPart>
      {first !== undefined && (
        <MonthGrid
          calendar={calendar}
          year={Number(first.date.slice(0, 4))}
          month={Number(first.date.slice(5, 7))}
          title={text('month.title', { year: first.date.slice(0, 4), month: Number(first.date.slice(5, 7)) })}
          marked={dates.map(({ date }) => date)}
          today={today}
        />
      )}
      <p className="gl-month-legend quiet">{text('month.legend')}</p>
    </>
  );
}

function DateMark({
  date: { provisional, movedFor, at },
  isMakeUp,
}: {
  readonly date: MeetingDate;
  readonly isMakeUp: boolean;
}): ReactElement {
  const { text } = useText();
  if (provisional) return <Tag tone="warn">{text('meeting.provisional')}</Tag>;
  if (movedFor !== null) return <Tag tone="warn">{text('meeting.moved')}</Tag>;
  if (isMakeUp) return <Tag tone="accent">{text('definition.meeting.as-usual')}</Tag>;
  return <span className="quiet">{text('meeting.as-planned', { at: clockWords(at) })}</span>;
}

/** What it was moved for, whether it may still move, and when people are told. */
function whyOf(
  { scheduled, date, movedFor, provisional, noticeAt }: MeetingDate,
  calendar: Calendar,
  now: string,
  texts: Texts,
  withNotice: boolean,
): string {
  const { text, pack } = texts;
  const why = movedFor === 'weekend' ? text('meeting.weekend') : pack(movedFor ?? '');
  return [
    movedFor === null ? '' : text('meeting.moved.why', { from: dateWords(scheduled, now, texts), why }),
    movedFor === null && isMakeUpDay(calendar, date)
      ? text('definition.meeting.make-up-day', { weekday: weekdayWords(date, texts) })
      : '',
    provisional ? text('meeting.provisional.why', { year: date.slice(0, 4) }) : '',
    withNotice ? text('meeting.notice-at', { at: momentWords(noticeAt, now, texts) }) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function isMakeUpDay(calendar: Calendar, date: string): boolean {
  return calendar.years[date.slice(0, 4)]?.makeUpDays[date] !== undefined;
}
