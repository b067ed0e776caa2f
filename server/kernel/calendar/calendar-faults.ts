import { isoWeekday, parseDay } from '../civil-day.ts';
import type { Calendar } from './calendar.ts';
import { countsFor, isWorking } from './limit-time.ts';
import { minutesOf, offsetMinutes } from './opening-hours.ts';
import type { TimeLimit } from './time-limit.ts';

/** What is wrong in a definition: `path` is a JSON pointer into its file or, for a limit, into the limit. */
export interface DefinitionFault {
  readonly code: string;
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}

/** Largest amount of a limit; more is a slip of the pen, and due instants would be searched for too long. */
const LARGEST_AMOUNT = 10_000;

/**
 * What is wrong with a calendar, beyond what its JSON Schema says. Arithmetic under a calendar with faults is not
 * promised to mean anything (it still ends).
 */
export function calendarFaults(calendar: Calendar): readonly DefinitionFault[] {
  const faults = [
    ...weekFaults(calendar),
    ...Object.keys(calendar.years).flatMap((year) => yearFaults(calendar, year)),
  ];
  if (offsetMinutes(calendar.utcOffset) === null) {
    faults.push(
      fault(
        'calendar-offset',
        '/utcOffset',
        `时差“${calendar.utcOffset}”无效，应写作 +08:00。`,
        `The offset "${calendar.utcOffset}" is not valid; write +08:00.`,
      ),
    );
  }
  if (!Object.values(calendar.week).some((hours) => hours.length > 0)) {
    faults.push(
      fault('calendar-never-open', '/week', '一周之内没有任何工作时间。', 'There are no opening hours in the week.'),
    );
  }
  return faults;
}

/**
 * What is wrong with a time limit.
 *
 * @param calendars the calendars the limit may name, by id
 */
export function limitFaults(limit: TimeLimit, calendars: ReadonlyMap<string, Calendar>): readonly DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  const yellowUnit = limit.yellow !== undefined && 'unit' in limit.yellow ? limit.yellow.unit : null;
  if (!(limit.amount > 0 && limit.amount <= LARGEST_AMOUNT)) {
    faults.push(
      fault(
        'limit-amount',
        '/amount',
        `办理时限“${limit.title}”的数量应在 0 与 ${LARGEST_AMOUNT} 之间。`,
        `The amount of the limit "${limit.title}" must be between 0 and ${LARGEST_AMOUNT}.`,
      ),
    );
  }
  if (limit.unit === 'workingDays' && !Number.isInteger(limit.amount)) {
    faults.push(
      fault(
        'limit-amount',
        '/amount',
        `办理时限“${limit.title}”以工作日计，应为整数。`,
        `The limit "${limit.title}" counts working days, which are whole.`,
      ),
    );
  }
  if (limit.calendar === undefined && (isWorking(limit.unit) || (yellowUnit !== null && isWorking(yellowUnit)))) {
    faults.push(
      fault(
        'limit-without-calendar',
        '/calendar',
        `办理时限“${limit.title}”以工作时间计，须写明工作日历。`,
        `The limit "${limit.title}" counts working time and must name a calendar.`,
      ),
    );
  }
  if (limit.calendar !== undefined && !calendars.has(limit.calendar)) {
    faults.push(
      fault(
        'calendar-unknown',
        '/calendar',
        `没有名为“${limit.calendar}”的工作日历。`,
        `There is no calendar "${limit.calendar}".`,
      ),
    );
  }
  return [...faults, ...yellowFaults(limit), ...extensionFaults(limit)];
}

/** Working time that is granted is counted by the calendar of the limit; natural time adds nothing while the office is closed. */
function extensionFaults(limit: TimeLimit): readonly DefinitionFault[] {
  const { extensions = [], calendar, title } = limit;
  return extensions.flatMap(({ most }, index) => {
    const path = `/extensions/${index}/most/unit`;
    const nth = index + 1;
    if (!countsFor(limit, most.unit))
      return [
        fault(
          'extension-unit',
          path,
          `办理时限“${title}”以工作时间计，第 ${nth} 次延期却以自然时间计：下班以后延一天，等于没有延。请改成工作小时或工作日。`,
          `The limit "${title}" counts working time, but its extension no. ${nth} natural time: a day from Friday's closing adds nothing. Write working hours or working days.`,
        ),
      ];
    if (calendar === undefined && isWorking(most.unit))
      return [
        fault(
          'limit-without-calendar',
          path,
          `办理时限“${title}”的第 ${nth} 次延期以工作时间计，须写明工作日历。`,
          `Extension no. ${nth} of the limit "${title}" counts working time; the limit must name a calendar.`,
        ),
      ];
    return [];
  });
}

function yellowFaults(limit: TimeLimit): readonly DefinitionFault[] {
  const { yellow } = limit;
  if (yellow === undefined) return [];
  const sound =
    'share' in yellow ? yellow.share >= 0 && yellow.share <= 1 : yellow.amount >= 0 && yellow.amount <= LARGEST_AMOUNT;
  return sound
    ? []
    : [
        fault(
          'limit-yellow',
          '/yellow',
          `办理时限“${limit.title}”的黄灯条件无效。`,
          `The yellow threshold of the limit "${limit.title}" is not valid.`,
        ),
      ];
}

function weekFaults(calendar: Calendar): DefinitionFault[] {
  return Object.entries(calendar.week).flatMap(([weekday, hours]) => {
    const path = `/week/${weekday}`;
    if (!/^[1-7]$/.test(weekday))
      return [fault('calendar-weekday', path, `“${weekday}”不是星期（1–7）。`, `"${weekday}" is no weekday (1–7).`)];
    return stretchFaults(hours, path);
  });
}

function stretchFaults(hours: readonly (readonly [string, string])[], path: string): DefinitionFault[] {
  let last = -1;
  for (const [from, to] of hours) {
    const [start, end] = [minutesOf(from), minutesOf(to)];
    if (start === null || end === null || start < last || end <= start) {
      return [
        fault(
          'calendar-hours',
          path,
          `时段 ${from}–${to} 无效、重叠或次序不对。`,
          `The hours ${from}–${to} are not valid, overlap or are out of order.`,
        ),
      ];
    }
    last = end;
  }
  return [];
}

/** Hours of single days: only of days that are worked, and some hours at least. */
function hoursFaults(calendar: Calendar, year: string): DefinitionFault[] {
  const { holidays = {}, makeUpDays = {}, hours = {} } = calendar.years[year] ?? {};
  return Object.entries(hours).flatMap(([date, own]) => {
    const path = `/years/${year}/hours/${date}`;
    const day = parseDay(date);
    if (day === null || !date.startsWith(`${year}-`))
      return [fault('calendar-date', path, `“${date}”不是 ${year} 年的日期。`, `"${date}" is no date of ${year}.`)];
    const isWeekday = (calendar.week[isoWeekday(day)] ?? []).length > 0;
    const isWorked = Object.hasOwn(makeUpDays, date) || (isWeekday && !Object.hasOwn(holidays, date));
    if (!isWorked)
      return [
        fault(
          'calendar-hours-of-day-off',
          path,
          `${date} 不上班，写了上班时间也不算。要上班，请把它改成调休上班。`,
          `${date} is a day off, so its hours count for nothing. Make it a make-up day.`,
        ),
      ];
    const stretches = typeof own === 'string' ? (calendar.week[own] ?? []) : own;
    if (stretches.length === 0)
      return [
        fault(
          'calendar-hours-none',
          path,
          `${date} 的上班时间是空的。不上班，请把它改成放假。`,
          `${date} has no hours. If it is not worked, make it a holiday.`,
        ),
      ];
    return stretchFaults(stretches, path);
  });
}

function yearFaults(calendar: Calendar, year: string): DefinitionFault[] {
  const { holidays = {}, makeUpDays = {} } = calendar.years[year] ?? {};
  return [
    ...dateFaults(calendar, year, 'holidays', holidays),
    ...dateFaults(calendar, year, 'makeUpDays', makeUpDays),
    ...hoursFaults(calendar, year),
  ].concat(
    Object.keys(makeUpDays)
      .filter((date) => Object.hasOwn(holidays, date))
      .map((date) =>
        fault(
          'calendar-date-twice',
          `/years/${year}/makeUpDays/${date}`,
          `${date} 既是休假日又是调休上班日。`,
          `${date} is both a holiday and a make-up day.`,
        ),
      ),
  );
}

function dateFaults(
  calendar: Calendar,
  year: string,
  kind: 'holidays' | 'makeUpDays',
  dates: { readonly [date: string]: string },
): DefinitionFault[] {
  return Object.keys(dates).flatMap((date) => {
    const path = `/years/${year}/${kind}/${date}`;
    const day = parseDay(date);
    if (day === null || !date.startsWith(`${year}-`))
      return [fault('calendar-date', path, `“${date}”不是 ${year} 年的日期。`, `"${date}" is no date of ${year}.`)];
    const open = (calendar.week[isoWeekday(day)] ?? []).length > 0;
    if (kind === 'makeUpDays' && open)
      return [
        fault(
          'calendar-make-up',
          path,
          `${date} 本来就是工作日，不是调休上班日。`,
          `${date} is a working day anyway, not a make-up day.`,
        ),
      ];
    return [];
  });
}

function fault(code: string, path: string, zh: string, en: string): DefinitionFault {
  return { code, path, zh, en };
}
