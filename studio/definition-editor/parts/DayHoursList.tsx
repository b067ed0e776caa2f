import type { ReactElement } from 'react';
import type { Calendar, DayHours } from '../../../server/kernel/calendar/calendar.ts';
import type { Instant } from '../../../server/kernel/json.ts';
import { type Texts, useText } from '../../translations/texts.ts';
import { InlineChoice } from '../../ui/desktop/sentence/InlineChoice.tsx';
import { Sentence } from '../../ui/desktop/sentence/Sentence.tsx';
import { dayWords } from '../../ui/time-words.ts';
import { afternoonOf, morningOf, withHours } from '../calendar-edit.ts';

interface DayHoursListProps {
  readonly calendar: Calendar;
  readonly year: string;
  readonly now: Instant;
  readonly onChange: (calendar: Calendar) => void;
}

/** Days of a year that are worked at special hours: make-up days, and days of half a day; a sentence each. */
export function DayHoursList({ calendar, year, now, onChange }: DayHoursListProps): ReactElement | null {
  const texts = useText();
  const { text, pack } = texts;
  const { makeUpDays = {}, hours = {} } = calendar.years[year] ?? {};
  const dates = [...new Set([...Object.keys(makeUpDays), ...Object.keys(hours)])].toSorted();
  if (dates.length === 0) return null;
  return (
    <ul className="gl-links" aria-label={text('day-hours')}>
      {dates.map((date) => {
        const makeUp = makeUpDays[date];
        const options = optionsOf(calendar, date, makeUp !== undefined, hours[date], texts);
        return (
          <li key={date} data-path={`/years/${year}/hours/${date}`}>
            <Sentence>
              <b>{dayWords(date, now, texts)}</b>
              {makeUp === undefined ? text('day-hours.plain') : text('day-hours.make-up', { name: pack(makeUp) })}
              <InlineChoice
                label={text('day-hours.of', { date })}
                value={keyOf(hours[date])}
                options={options.map(({ id, title }) => ({ id, title }))}
                onChange={(chosen) =>
                  onChange(withHours(calendar, date, options.find(({ id }) => id === chosen)?.hours ?? null))
                }
              />
            </Sentence>
          </li>
        );
      })}
    </ul>
  );
}

interface HoursOption {
  readonly id: string;
  readonly title: string;
  readonly hours: DayHours | null;
}

function optionsOf(
  calendar: Calendar,
  date: string,
  isMakeUp: boolean,
  own: DayHours | undefined,
  { text }: Texts,
): readonly HoursOption[] {
  const weekdays = Object.entries(calendar.week).filter(([, stretches]) => stretches.length > 0);
  const halves = [
    { title: text('day-hours.morning'), hours: morningOf(calendar, date) },
    { title: text('day-hours.afternoon'), hours: afternoonOf(calendar, date) },
  ];
  const usual: readonly HoursOption[] = [
    { id: '', title: text(isMakeUp ? 'day-hours.monday' : 'day-hours.usual'), hours: null },
    ...(isMakeUp ? weekdays.filter(([weekday]) => weekday !== '1') : []).map(([weekday]) => ({
      id: weekday,
      title: text('day-hours.weekday', { weekday: text(`weekday.${Number(weekday) as 1}`) }),
      hours: weekday,
    })),
    ...halves.flatMap(({ title, hours }) => (hours === null ? [] : [{ id: keyOf(hours), title, hours }])),
  ];
  const known = [...new Map(usual.map((option) => [option.id, option] as const)).values()];
  // Hours that somebody wrote in the file are shown as they are.
  if (own === undefined || known.some(({ id }) => id === keyOf(own))) return known;
  return [...known, { id: keyOf(own), title: keyOf(own), hours: own }];
}

function keyOf(hours: DayHours | undefined | null): string {
  if (hours === undefined || hours === null) return '';
  return typeof hours === 'string' ? hours : hours.map((stretch) => stretch.join('–')).join('、');
}
