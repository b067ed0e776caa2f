import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../server/kernel/calendar/calendar.ts';
import { type RunningClock, startClock } from '../../../server/kernel/calendar/clock.ts';
import {
  consumedAt,
  extendClock,
  pauseClock,
  rebaseClock,
  resumeClock,
} from '../../../server/kernel/calendar/move-clock.ts';
import type { TimeLimit } from '../../../server/kernel/calendar/time-limit.ts';
import { randomAmount, randomCalendar, randomLimit, randomMinute } from './random-calendar.ts';
import { type SlowMove, slowMoves } from './slow-moves.ts';

const MINUTE = 60_000;
const instant = (epoch: number): string => new Date(epoch).toISOString();
const mapOf = (calendar: Calendar): ReadonlyMap<string, Calendar> => new Map([['random', calendar]]);

/** What is tried next, and how many minutes after what was before. */
const steps = fc.array(
  fc.record({
    after: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 15_000 })),
    what: fc.oneof(
      { weight: 3, arbitrary: fc.constant('pause or resume' as const) },
      { weight: 2, arbitrary: randomAmount },
      { weight: 1, arbitrary: randomCalendar },
    ),
  }),
  { maxLength: 6 },
);
type Steps = typeof steps extends fc.Arbitrary<infer Value> ? Value : never;

/** The moves that these steps come to. One that is overdue is not paused, as the kernel refuses that. */
function play(limit: TimeLimit, first: Calendar, from: number, tried: Steps) {
  const moves: SlowMove[] = [];
  let clock: RunningClock | null = startClock(limit, mapOf(first), instant(from));
  let [at, calendar] = [from, first];
  for (const { after, what } of tried) {
    if (clock === null) break;
    at += after * MINUTE;
    const [now, calendars] = [instant(at), mapOf(calendar)];
    if (what === 'pause or resume') {
      const stands = clock.runningSince === null;
      if (!stands && now >= clock.dueAt) continue;
      clock = stands
        ? resumeClock(clock, limit, calendars, now)
        : pauseClock(clock, limit, calendars, now, { reason: '等' });
      moves.push({ type: stands ? 'resume' : 'pause', at });
    } else if ('unit' in what) {
      clock = extendClock(clock, limit, calendars, now, { ...what, reason: '难' });
      moves.push({ type: 'extend', at, ...what });
    } else {
      clock = rebaseClock(clock, limit, calendars, mapOf(what), now);
      moves.push({ type: 'rebase', at, calendar: what });
      calendar = what;
    }
  }
  return { clock, moves, at, calendar };
}

describe('a clock that is paused, extended and re-based, compared with counting it anew from its start', () => {
  it('has the budget, the two instants and the time used that slow reading says', () => {
    fc.assert(
      fc.property(randomCalendar, randomLimit, randomMinute, steps, (first, of, from, tried) => {
        const { clock, moves, at, calendar } = play(of, first, from, tried);
        const slow = slowMoves(of, first, from, moves);

        expect(
          clock && {
            budget: clock.budget,
            dueAt: clock.dueAt,
            yellowAt: clock.yellowAt,
            used: consumedAt(clock, of, mapOf(calendar), instant(at)),
          },
        ).toEqual(
          slow && {
            budget: slow.budget,
            dueAt: instant(slow.dueAt),
            yellowAt: instant(slow.yellowAt),
            used: slow.usedAt(clock?.pauses?.at(-1)?.to === null ? Date.parse(clock.pauses.at(-1)?.from ?? '') : at),
          },
        );
      }),
      { numRuns: 200 },
    );
  });
});
