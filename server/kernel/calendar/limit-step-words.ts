import { civilDate, isoWeekday } from '../civil-day.ts';
import { MS_PER_HOUR } from './opening-hours.ts';
import type { TimeUnit } from './time-limit.ts';

/** Days of one kind that follow each other. */
export interface DaySpan {
  readonly kind: 'worked' | 'make-up' | 'off' | 'holiday' | 'through';
  /** Of a feast or a make-up day. */
  readonly name?: string;
  /** Day numbers. */
  readonly first: number;
  readonly last: number;
  /** Which working day the first and the last of them are, where days are counted. */
  readonly firstNth?: number;
  readonly nth?: number;
  /** Milliseconds of opening time in them, and up to their end, where hours are counted. */
  readonly counted?: number;
  readonly total?: number;
  /** Of natural time. */
  readonly amount?: number;
  readonly unit?: TimeUnit;
}

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** The sentence of the start or of the end. */
export function stepWords({
  kind,
  day,
  clock,
  countsDays,
}: {
  readonly kind: 'start' | 'due';
  readonly day: number;
  readonly clock: string;
  readonly countsDays: boolean;
}): Words {
  const { zh, en } = dateOf(day);
  if (kind === 'due') return { zh: `${zh} ${clock} 到期`, en: `${en} ${clock}: due` };
  return countsDays
    ? { zh: `${zh} ${clock} 起算，当天不计`, en: `${en} ${clock}: it begins; the day itself is not counted` }
    : { zh: `${zh} ${clock} 起算`, en: `${en} ${clock}: it begins` };
}

/** The sentence of a run of days. */
export function dayWords(span: DaySpan, countsDays: boolean, english: (zh: string) => string = (zh) => zh): Words {
  const { zh, en } = runOf(span);
  const counts = countsDays ? nthOf(span) : hoursOf(span);
  switch (span.kind) {
    case 'through':
      return {
        zh: `连着算 ${amountZh(span)}，夜里、周末和放假都算`,
        en: `${amountEn(span)} on end: nights and days off count`,
      };
    case 'off':
      return { zh: `${zh} 不上班，不计`, en: `${en}: closed, not counted` };
    case 'holiday':
      return {
        zh: `${zh} ${span.name ?? ''}放假，不计`,
        en: `${en}: holiday (${english(span.name ?? '')}), not counted`,
      };
    case 'make-up':
      return { zh: `${zh} 调休上班，${counts.zh}`, en: `${en}: make-up working day, ${counts.en}` };
    case 'worked':
      return { zh: `${zh} ${counts.zh}`, en: `${en}: ${counts.en}` };
  }
}

function nthOf({ firstNth = 0, nth = 0 }: DaySpan): Words {
  return firstNth === nth
    ? { zh: `第 ${nth} 个工作日`, en: `working day ${nth}` }
    : { zh: `第 ${firstNth}–${nth} 个工作日`, en: `working days ${firstNth}–${nth}` };
}

function hoursOf({ counted = 0, total = 0 }: DaySpan): Words {
  const [own, all] = [hours(counted), hours(total)];
  return own === all
    ? { zh: `算 ${own} 小时`, en: `${own} h` }
    : { zh: `算 ${own} 小时，共 ${all} 小时`, en: `${own} h, ${all} h in all` };
}

function hours(ms: number): string {
  return String(Math.round((ms / MS_PER_HOUR) * 100) / 100);
}

const unitsZh: { readonly [unit in TimeUnit]?: string } = { minutes: '分钟', hours: '小时', days: '天' };

function amountZh({ amount = 0, unit = 'hours' }: DaySpan): string {
  return `${amount} ${unitsZh[unit] ?? ''}`;
}

function amountEn({ amount = 0, unit = 'hours' }: DaySpan): string {
  return `${amount} ${unit}`;
}

const weekdaysZh = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const weekdaysEn = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function runOf({ first, last }: DaySpan): Words {
  const [from, to] = [dateOf(first), dateOf(last)];
  return first === last ? from : { zh: `${from.zh}至 ${to.zh}`, en: `${from.en} to ${to.en}` };
}

/** `9 月 18 日 周五`, `Fri 18 Sep`. */
function dateOf(number: number): Words {
  const { month, day } = civilDate(number);
  const weekday = isoWeekday(number) - 1;
  return {
    zh: `${month} 月 ${day} 日 ${weekdaysZh[weekday] ?? ''}`,
    en: `${weekdaysEn[weekday] ?? ''} ${day} ${monthsEn[month - 1] ?? ''}`,
  };
}
