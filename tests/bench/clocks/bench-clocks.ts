import { startClock } from '../../../server/kernel/calendar/clock.ts';
import { clockState } from '../../../server/kernel/calendar/light.ts';
import { extendClock, pauseClock, resumeClock } from '../../../server/kernel/calendar/move-clock.ts';
import { at, CALENDARS, CHINA, limit } from '../../kernel/calendar/china-calendar.ts';
import { slowCalendar, slowStart } from '../../kernel/calendar/slow-clock.ts';
import { atLeast, type BenchRow } from '../bench-row.ts';

/** What one core must compute in a second at least. */
const goal = 10_000;
const turnMs = 250;

const tenDays = { ...limit(10, 'workingDays'), extensions: [], pause: { by: 'officer' } };
const sixtyDays = limit(60, 'workingDays');
const hours = limit(35, 'workingHours');
/** Starts on every day of the year in turn, so that no row is of an easy week alone. */
const starts = Array.from({ length: 365 }, (_, day) =>
  new Date(Date.parse(at('2026-01-01 10:20')) + day * 86_400_000).toISOString(),
);
const later = (start: string, days: number): string => new Date(Date.parse(start) + days * 86_400_000).toISOString();

function start(of: typeof sixtyDays, from: string) {
  const clock = startClock(of, CALENDARS, from);
  if (!clock) throw new Error('the shipped calendar opens');
  return clock;
}

/** What is computed, by the name of its row. */
const works: Readonly<Record<string, (from: string) => unknown>> = {
  'clock-start-10-days': (from) => start(tenDays, from),
  'clock-start-60-days': (from) => start(sixtyDays, from),
  'clock-start-35-hours': (from) => start(hours, from),
  'clock-light': (from) => clockState(start(tenDays, from), tenDays, CALENDARS, later(from, 3)),
  'clock-pause-resume': (from) => {
    const paused = pauseClock(start(tenDays, from), tenDays, CALENDARS, later(from, 3), { reason: '等' });
    return resumeClock(paused, tenDays, CALENDARS, later(from, 5));
  },
  'clock-extend': (from) =>
    extendClock(start(tenDays, from), tenDays, CALENDARS, later(from, 3), {
      amount: 3,
      unit: 'workingDays',
      reason: '难',
    }),
};

/**
 * How many clocks one core computes in a second of its own time, held against what is asked for, and against walking the
 * calendar minute by minute in the same run.
 */
export async function benchClocks(only: readonly string[]): Promise<readonly BenchRow[]> {
  const wanted = Object.entries(works).filter(([name]) => only.length === 0 || only.includes(name));
  const slow = slowCalendar(CHINA);
  const walked = perCoreSecond((from) => slowStart(tenDays, slow, Date.parse(from)));
  return [
    ...wanted.map(([name, work]) => atLeast(name, perCoreSecond(work), goal, 'clocks/s and core', 1)),
    atLeast(
      'clock-start-by-minutes',
      perCoreSecond((from) => start(tenDays, from)),
      walked,
      'clocks/s and core',
      100,
    ),
  ];
}

/** By the processor's time of this process: what else the machine does meanwhile is not counted. */
function perCoreSecond(work: (from: string) => unknown): number {
  let best = 0;
  for (let turn = 0; turn < 3; turn += 1) {
    const before = process.cpuUsage();
    let done = 0;
    let used = 0;
    while (used < turnMs) {
      for (let each = 0; each < 20; each += 1) work(starts[done++ % starts.length] ?? '');
      const { user, system } = process.cpuUsage(before);
      used = (user + system) / 1000;
    }
    best = Math.max(best, (done * 1000) / used);
  }
  return best;
}
