import { parseDay } from '../civil-day.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { stageWords } from '../calendar/clock-words.ts';
import { clockStages, type ClockStage } from '../calendar/time-limit.ts';
import type { ClockAct } from './clock-acts.ts';
import { findStep } from './plan-act.ts';
import type { CalendarChange, ClockStep } from './scenario-clock-steps.ts';
import type { PlannedAct } from './scenario-plan.ts';
import type { ScenarioReading } from './scenario-reading.ts';
import { readSpokenAmount } from './spoken-amount.ts';

/** The members that tell steps about clocks from all others. */
const own = ['pauses', 'resumes', 'extends', 'signsFor', 'respondsTo'] as const;

type OnUserTask = Exclude<ClockStep, { readonly rebases: string } | { readonly calendarChanges: CalendarChange }>;

/** Whether a step is about clocks or calendars. */
export function isClockStep(step: object): step is ClockStep {
  return [...own, 'calendarChanges', 'rebases'].some((member) => Object.hasOwn(step, member));
}

/** Looks up the words of a step about a clock or a calendar. */
export function planClockStep(reading: ScenarioReading, step: ClockStep, place: string): PlannedAct | null {
  if ('rebases' in step) return { do: 'rebase', because: step.rebases };
  if ('calendarChanges' in step) return planCalendar(reading, step.calendarChanges, `${place}/calendarChanges`);
  const member = own.find((name) => name in step);
  if (member === undefined) return null;
  const word = stepOf(step);
  const found = findStep(reading, step, word, `${place}/${member}`, place);
  const act = actOf(reading, step, place);
  if (!found || !act) return null;
  const { person, of, process, userTask } = found;
  const refused = step.refused === undefined ? {} : { refused: step.refused };
  return { do: 'clock', person, of, process, element: userTask.id, act, ...refused };
}

function stepOf(step: OnUserTask): string {
  if ('pauses' in step) return step.pauses;
  if ('resumes' in step) return step.resumes;
  if ('extends' in step) return step.extends;
  return 'signsFor' in step ? step.signsFor : step.respondsTo;
}

function actOf(reading: ScenarioReading, step: OnUserTask, place: string): ClockAct | null {
  if ('signsFor' in step) return { do: 'sign-for' };
  if ('respondsTo' in step) return { do: 'respond' };
  const stage = step.clock === undefined ? undefined : stageOf(reading, step.clock, `${place}/clock`);
  if (stage === null) return null;
  const on = stage === undefined ? {} : { stage };
  if ('resumes' in step) return { do: 'resume', ...on };
  if ('pauses' in step) {
    const { because, reviewOn } = step;
    return { do: 'pause', ...on, because, ...(reviewOn === undefined ? {} : { reviewOn }) };
  }
  const amount = readSpokenAmount(step.by);
  if (!amount)
    reading.report(
      'scenario-time-wrong',
      `${place}/by`,
      `「${step.by}」不是一段时间。例：2 个工作日。`,
      `"${step.by}" is no amount of time. Example: 2 个工作日.`,
    );
  return amount ? { do: 'extend', ...on, ...amount, because: step.because } : null;
}

function stageOf(reading: ScenarioReading, word: string, place: string): ClockStage | null {
  const found = clockStages.find((stage) => stage === word || stageWords(stage).zh === word);
  if (!found) {
    const words = clockStages.map((stage) => stageWords(stage).zh).join('、');
    reading.report(
      'scenario-clock-unknown',
      place,
      `没有「${word}」这种时限。有的是：${words}。`,
      `There is no clock "${word}". There are: ${words}.`,
    );
  }
  return found ?? null;
}

function planCalendar(reading: ScenarioReading, change: CalendarChange, place: string): PlannedAct | null {
  const known = [...reading.words.release.calendars.values()];
  const before = known.find(({ id, title }) => change.calendar === undefined || [id, title].includes(change.calendar));
  const calendar = before && (reading.calendars.get(before.id) ?? before);
  const days = [...(change.worked ?? []), ...(change.off ?? [])];
  if (!calendar || days.some((day) => parseDay(day) === null)) {
    reading.report(
      'scenario-calendar-wrong',
      place,
      calendar ? '有的日子不是日期。例：2026-10-10。' : `没有工作日历「${change.calendar ?? ''}」。`,
      calendar ? 'A day is no date. Example: 2026-10-10.' : `There is no calendar "${change.calendar ?? ''}".`,
    );
    return null;
  }
  const next = days.reduce((one, day) => withDay(one, day, change.off?.includes(day) === true), calendar);
  reading.calendars.set(next.id, next);
  return { do: 'change-calendar', calendar: next };
}

function withDay(calendar: Calendar, day: string, isOff: boolean): Calendar {
  const number = day.slice(0, 4);
  const year = calendar.years[number] ?? { provisional: true, holidays: {}, makeUpDays: {} };
  const others = (days: { readonly [date: string]: string }) =>
    Object.fromEntries(Object.entries(days).filter(([date]) => date !== day));
  const [holidays, makeUpDays] = [others(year.holidays), others(year.makeUpDays)];
  const changed = {
    ...year,
    holidays: isOff ? { ...holidays, [day]: '放假' } : holidays,
    makeUpDays: isOff ? makeUpDays : { ...makeUpDays, [day]: '上班' },
  };
  return { ...calendar, years: { ...calendar.years, [number]: changed } };
}
