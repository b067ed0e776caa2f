import { formatDay, parseDay } from '../civil-day.ts';
import type { HolidayList, ListedDay, ListFault } from './holiday-list.ts';
import { asMakeUp, kindOfDay } from './holiday-list-lines.ts';

/**
 * Reads the all-day events of an iCalendar file (RFC 5545): each says in its summary that it is worked (班), anything else
 * is a day off.
 */
export function daysInCalendarFile(text: string): HolidayList {
  // A line that begins with a space goes on with the one before (RFC 5545, 3.1).
  const events = text
    .replaceAll(/\r?\n[ \t]/g, '')
    .split('BEGIN:VEVENT')
    .slice(1);
  const days: ListedDay[] = [];
  const faults: ListFault[] = [];
  for (const [index, event] of events.entries()) {
    const line = index + 1;
    const summary = valueOf(event, 'SUMMARY').replaceAll(/\\([,;\\])/g, '$1');
    const first = dayOf(valueOf(event, 'DTSTART'));
    // The end is the day after the last one; an event without one lasts a day.
    const last = (dayOf(valueOf(event, 'DTEND')) ?? (first ?? 0) + 1) - 1;
    if (first === null || last < first || last - first > 31) {
      faults.push({
        line,
        zh: `第 ${line} 个日程「${summary}」的起止日期不对。请核对。`,
        en: `Event ${line}, "${summary}", has no sound dates. Compare it with the source.`,
      });
      continue;
    }
    const kind = kindOfDay(summary) === 'make-up' ? 'make-up' : 'holiday';
    // What says only whether it is worked is no part of the name: 元旦 休, 国庆节（班）.
    const feast = summary.replaceAll(/[\s·:：-]+[休班]$|[（(][^）)]*[）)]|放假|休息|补班|上班|假期|\s/g, '') || '放假';
    const name = kind === 'holiday' ? feast : asMakeUp(feast);
    for (let day = first; day <= last; day += 1) days.push({ date: formatDay(day), kind, name, line });
  }
  return { days, faults };
}

function valueOf(event: string, name: string): string {
  return new RegExp(String.raw`^${name}(?:;[^:\r\n]*)?:(.*)$`, 'm').exec(event)?.[1]?.trim() ?? '';
}

function dayOf(value: string): number | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})(\d\d)(\d\d)/.exec(value) ?? [];
  return parseDay(`${year}-${month}-${day}`);
}
