import { listCalendarReminders } from '../../server/http/contract/calendars.ts';
import { useText } from '../translations/texts.ts';
import type { SignedInPerson } from './session.ts';
import { useAnswer } from './use-answer.ts';

/** A sentence with the page on which it is mended. */
interface CalendarReminder {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly to: string;
  readonly action: string;
}

/** Calendars that should know a year by now; asked for whoever administers areas, nothing for anybody else. */
export function useCalendarReminders(person: SignedInPerson): readonly CalendarReminder[] {
  const { text } = useText();
  const { data } = useAnswer(listCalendarReminders, {}, { when: person.permissions.includes('administration') });
  return (data?.reminders ?? []).map(({ area, calendar, year, zh, en }) => ({
    id: `${area.code} ${calendar.id} ${year}`,
    zh,
    en,
    to: `/definitions/calendar/${calendar.id}`,
    action: text('calendar-reminders.open'),
  }));
}
