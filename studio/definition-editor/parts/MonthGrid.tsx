import type { ReactElement } from 'react';
import type { Calendar } from '../../../server/kernel/calendar/calendar.ts';
import { isWorkingDay } from '../../../server/kernel/calendar/working-days.ts';
import { dayNumber, daysInMonth, formatDay, isoWeekday } from '../../../server/kernel/civil-day.ts';
import { useText } from '../../translations/texts.ts';

interface MonthGridProps {
  readonly calendar: Calendar;
  readonly year: number;
  readonly month: number;
  readonly title: string;
  /** Days that are marked: the meeting. */
  readonly marked?: readonly string[];
  /** Local date of today. */
  readonly today: string;
  /** Makes the days buttons; absent: they are only to be looked at. */
  readonly onDay?: (date: string) => void;
}

/** A month as offices print it: 休 on days off that were announced, 班 on make-up days, quiet weekends. */
export function MonthGrid({ calendar, year, month, title, marked = [], today, onDay }: MonthGridProps): ReactElement {
  const { text } = useText();
  const first = dayNumber(year, month, 1);
  const lead = isoWeekday(first) - 1;
  const days = Array.from({ length: daysInMonth(year, month) }, (_, nth) => formatDay(first + nth));
  return (
    <section className="gl-month" aria-label={title}>
      <h3>{title}</h3>
      <div className="gl-month-days">
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <span key={weekday} className="quiet" aria-hidden="true">
            {text(`weekday-short.${weekday as 1}`)}
          </span>
        ))}
        {Array.from({ length: lead }, (_, nth) => (
          <span key={`lead ${nth}`} />
        ))}
        {days.map((date) => (
          <DayCell
            key={date}
            calendar={calendar}
            date={date}
            isMarked={marked.includes(date)}
            isToday={date === today}
            {...(onDay === undefined ? {} : { onDay })}
          />
        ))}
      </div>
    </section>
  );
}

interface DayCellProps {
  readonly calendar: Calendar;
  readonly date: string;
  readonly isMarked: boolean;
  readonly isToday: boolean;
  readonly onDay?: (date: string) => void;
}

function DayCell({ calendar, date, isMarked, isToday, onDay }: DayCellProps): ReactElement {
  const { text, pack } = useText();
  const year = calendar.years[date.slice(0, 4)];
  const holiday = year?.holidays[date];
  const makeUp = year?.makeUpDays[date];
  const isOff = !isWorkingDay(calendar, date);
  const isShort = year?.hours?.[date] !== undefined && makeUp === undefined && !isOff;
  const look = [
    'gl-day',
    isOff ? 'gl-day-off' : '',
    holiday === undefined ? '' : 'gl-day-holiday',
    makeUp === undefined ? '' : 'gl-day-make-up',
    isMarked ? 'gl-day-marked' : '',
    isToday ? 'gl-day-today' : '',
  ].filter((name) => name !== '');
  const says = [
    date,
    holiday === undefined ? null : text('calendar.holiday', { name: pack(holiday) }),
    makeUp === undefined ? null : text('calendar.make-up', { name: pack(makeUp) }),
    isShort ? text('calendar.half') : null,
    isMarked ? text('calendar.meeting') : null,
    isToday ? text('today') : null,
  ].filter((part) => part !== null);
  const words = (
    <>
      {Number(date.slice(8))}
      {holiday !== undefined && <small>{text('calendar.off')}</small>}
      {makeUp !== undefined && <small>{text('calendar.on')}</small>}
      {isShort && <small>{text('calendar.half.sign')}</small>}
    </>
  );
  if (onDay === undefined)
    return (
      <span className={look.join(' ')} title={says.join(text('list.comma'))}>
        {words}
      </span>
    );
  return (
    <button
      type="button"
      className={look.join(' ')}
      title={says.join(text('list.comma'))}
      aria-label={says.join(text('list.comma'))}
      aria-pressed={holiday !== undefined || makeUp !== undefined || isShort}
      onClick={() => onDay(date)}
    >
      {words}
    </button>
  );
}
