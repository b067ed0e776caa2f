import { dayNumber, formatDay, isoWeekday, parseDay } from '../civil-day.ts';
import type { Calendar, CalendarYear } from './calendar.ts';

/**
 * Days that move, by year: Spring Festival (the first day of the lunar year), Qingming, Dragon Boat (5th of the 5th lunar
 * month), Mid-Autumn (15th of the 8th). A lunar month begins on the Beijing day of the astronomical new moon, Qingming is
 * the day the sun reaches 15° (GB/T 33661-2017 《农历的编算和颁行》); both reckoned with Meeus, Astronomical Algorithms,
 * chapters 25 and 49. The new moon of February 2027 is at 23:56, that of 2030 at 00:07: what reckons less exactly (the
 * lunar calendar that browsers have is such) is a day off there.
 */
const movingDays: {
  readonly [year: number]: readonly [spring: string, qingming: string, dragon: string, moon: string];
} = {
  2026: ['02-17', '04-05', '06-19', '09-25'],
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
  2036: ['01-28', '04-04', '05-30', '10-04'],
  2037: ['02-15', '04-04', '06-18', '09-24'],
  2038: ['02-04', '04-05', '06-07', '09-13'],
  2039: ['01-24', '04-05', '05-27', '10-02'],
  2040: ['02-12', '04-04', '06-14', '09-20'],
};

/** Years whose statutory days are known. */
export const statutoryYears: readonly number[] = Object.keys(movingDays).map(Number);

/**
 * The days off that the law itself gives in a year, before the State Council's list for it is out: 《全国年节及纪念日放假
 * 办法》 as amended on 2024-11-10, article 2 (13 days), and article 6: a day that falls on a Saturday, a Sunday or another
 * of these days is given on the next working day (补假). How days are exchanged for longer breaks is announced each
 * November and cannot be computed, so the year is provisional and has no make-up days.
 *
 * @param year of the Gregorian calendar
 * @returns null for a year beyond the table (2026–2040)
 */
export function statutoryYear(year: number): CalendarYear | null {
  const days = statutoryDays(year);
  if (days === null) return null;
  const holidays = new Map<number, string>();
  const owed: (readonly [number, string])[] = [];
  for (const [day, name] of days) {
    if (isoWeekday(day) > 5 || holidays.has(day)) owed.push([day, name]);
    if (!holidays.has(day)) holidays.set(day, name);
  }
  for (const [day, name] of owed) {
    let given = day;
    while (isoWeekday(given) > 5 || holidays.has(given)) given += 1;
    holidays.set(given, `${name}补假`);
  }
  const sorted = [...holidays].toSorted(([one], [other]) => one - other);
  return {
    provisional: true,
    holidays: Object.fromEntries(sorted.map(([day, name]) => [formatDay(day), name])),
    makeUpDays: {},
  };
}

/** A calendar with a year's statutory days, as provisional; a year that is there already, or cannot be computed, stays. */
export function withStatutoryYear(calendar: Calendar, year: number): Calendar {
  const computed = statutoryYear(year);
  if (computed === null || calendar.years[year] !== undefined) return calendar;
  const years: readonly (readonly [string, CalendarYear])[] = Object.entries({ ...calendar.years, [year]: computed });
  return { ...calendar, years: Object.fromEntries(years.toSorted(([one], [other]) => Number(one) - Number(other))) };
}

/** The 13 days of article 2 with their names, in the order of the law; two may fall on the same day. */
function statutoryDays(year: number): readonly (readonly [number, string])[] | null {
  const moving = movingDays[year];
  if (moving === undefined) return null;
  const [spring, qingming, dragon, moon] = moving.map((date) => parseDay(`${year}-${date}`) ?? Number.NaN) as [
    number,
    number,
    number,
    number,
  ];
  const run = (first: number, count: number, name: string): (readonly [number, string])[] =>
    Array.from({ length: count }, (_, nth) => [first + nth, name] as const);
  return [
    ...run(dayNumber(year, 1, 1), 1, '元旦'),
    // From the last day of the old lunar year to the third of the new one.
    ...run(spring - 1, 4, '春节'),
    ...run(qingming, 1, '清明节'),
    ...run(dayNumber(year, 5, 1), 2, '劳动节'),
    ...run(dragon, 1, '端午节'),
    ...run(dayNumber(year, 10, 1), 3, '国庆节'),
    ...run(moon, 1, '中秋节'),
  ];
}
