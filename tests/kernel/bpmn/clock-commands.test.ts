import { describe, expect, it } from 'vitest';
import type { TimeLimit } from '../../../server/kernel/calendar/time-limit.ts';
import { CALENDARS, CHINA, at, local } from '../calendar/china-calendar.ts';
import { drawn, end, start, userTask } from './drawing.ts';
import { begun, type InstanceDriver } from './instance-driver.ts';

const by = { person: 'ma' } as const;

const handle: TimeLimit = {
  id: 'short',
  title: '办理',
  amount: 3,
  unit: 'workingDays',
  calendar: 'china',
  yellow: { amount: 1, unit: 'workingDays' },
  pause: { by: 'head' },
  extensions: [
    { by: 'head', most: { amount: 2, unit: 'workingDays' } },
    { by: 'chief', most: { amount: 1, unit: 'workingDays' } },
  ],
};

/** A user task with three working days, begun on Thursday 10 September at 09:00; due on Tuesday 15 at 18:00. */
async function waiting(limit: TimeLimit = handle): Promise<InstanceDriver> {
  const process = await drawn(
    [start(), userTask('ask', { limit: 'short', ladder: 'overdue' }), end()],
    ['begin -> ask -> end'],
  );
  return begun(process, {}, { limits: new Map([['short', limit]]), calendars: CALENDARS });
}

const task = { task: 2, scope: 0, by } as const;
const pause = { type: 'pause-clock', ...task, reason: '等材料' } as const;
const resume = { type: 'resume-clock', ...task } as const;
const extend = (amount: number, unit: 'workingDays' | 'workingHours' | 'hours' = 'workingDays') =>
  ({ type: 'extend-clock', ...task, amount, unit, reason: '等鉴定' }) as const;
const clockOf = (run: InstanceDriver) => run.at('ask').userTask?.clock;
const moment = (run: InstanceDriver, when: string): void => void (run.now = at(when));

describe('a clock that is paused', () => {
  it('stands still: its light is paused, its timers are gone, its row has no time', async () => {
    const run = await waiting();
    moment(run, '2026-09-11 10:30');

    expect(run.do(pause)).toBeNull();
    expect(run.lines).toEqual(['clock-paused ask', 'timer-disarmed ask light:yellow', 'timer-disarmed ask light:red']);
    expect(run.effects[0]).toEqual({
      do: 'set-user-task-clock',
      task: 2,
      limit: 'short',
      dueAt: null,
      yellowAt: null,
      light: 'paused',
    });
    expect(clockOf(run)).toMatchObject({
      runningSince: null,
      light: 'paused',
      pauses: [{ from: at('2026-09-11 10:30'), to: null, reason: '等材料' }],
    });
  });

  it('has as much left when it goes on as it had, counted in opening time', async () => {
    const run = await waiting();
    moment(run, '2026-09-11 10:30');
    run.do(pause);
    moment(run, '2026-09-18 10:30');

    expect(run.do(resume)).toBeNull();
    // Paused on a Friday morning, resumed on the next: the 20th is a make-up Sunday, so two working days later is Monday.
    expect(local(clockOf(run)?.dueAt)).toBe('2026-09-21 18:00');
    expect(run.lines.slice(1)).toEqual([
      'timer-armed ask light:yellow 2026-09-21T00:30:00 #3',
      'timer-armed ask light:red 2026-09-21T10:00:00 #3',
    ]);
  });

  it('tells a yellow that was due before, and is yellow when it goes on', async () => {
    const run = await waiting();
    moment(run, '2026-09-15 09:00');
    run.do(pause);

    expect(run.lines.slice(0, 3)).toEqual([
      'timer-fired ask light:yellow',
      'light-changed ask yellow',
      'clock-paused ask',
    ]);
    moment(run, '2026-09-16 08:30');
    run.do(resume);
    expect(clockOf(run)?.light).toBe('yellow');
    expect(Object.keys(run.at('ask').timers)).toEqual(['light:red']);
  });

  it('is paused once, before it is overdue, and only where its limit says so', async () => {
    const run = await waiting();
    expect(run.do(resume)).toBe('clock-not-paused');
    run.do(pause);
    expect(run.do(pause)).toBe('clock-paused');
    const late = await waiting();
    late.fire('ask', 'light:red');
    expect(late.do(pause)).toBe('clock-overdue');
    const { pause: _rule, ...strict } = handle;
    expect((await waiting(strict)).do(pause)).toBe('pause-not-allowed');
    expect(run.do({ ...pause, stage: 'sign-for' })).toBe('clock-unknown');
    expect(run.do({ ...pause, task: 9 })).toBe('user-task-stale');
  });
});

describe('the day on which a paused clock is looked at again', () => {
  it('is at the latest when its limit says, and that day where nobody names one', async () => {
    const limited = { ...handle, pause: { by: 'head', longestDays: 10 } };
    const run = await waiting(limited);
    expect(run.do({ ...pause, reviewOn: '2026-09-21' })).toBe('pause-not-allowed');
    expect(run.do({ ...pause, reviewOn: '2026-09-20' })).toBeNull();
    expect(clockOf(run)?.pauses?.[0]?.reviewOn).toBe('2026-09-20');
    const other = await waiting(limited);
    other.do(pause);
    expect(clockOf(other)?.pauses?.[0]?.reviewOn).toBe('2026-09-20');
  });
});

describe('the day of review of a clock that stands still', () => {
  it('is moved as far as the limit allows from now on, while the clock stands still as it did', async () => {
    const run = await waiting({ ...handle, pause: { by: 'head', longestDays: 10 } });
    const move = (reviewOn: string) =>
      run.do({ type: 'move-clock-review', ...task, reviewOn, because: '材料还没到' } as const);
    expect(move('2026-09-18')).toBe('clock-not-paused');
    run.do({ ...pause, reviewOn: '2026-09-15' });
    const before = clockOf(run);
    moment(run, '2026-09-14 09:00');

    expect(move('2026-09-14')).toBe('pause-not-allowed');
    expect(move('2026-09-25')).toBe('pause-not-allowed');
    expect(move('2026-09-24')).toBeNull();
    expect(clockOf(run)).toMatchObject({
      light: 'paused',
      consumed: before?.consumed,
      runningSince: null,
      pauses: [{ reason: pause.reason, reviewOn: '2026-09-24', to: null }],
    });
  });
});

describe('a clock that is extended', () => {
  it('ends so much after it would have ended, as often as its limit says', async () => {
    const run = await waiting();

    expect(run.do(extend(2))).toBeNull();
    expect(local(clockOf(run)?.dueAt)).toBe('2026-09-17 18:00');
    expect(run.do(extend(1))).toBeNull();
    expect(local(clockOf(run)?.dueAt)).toBe('2026-09-18 18:00');
    expect(clockOf(run)?.extensions?.map(({ amount }) => amount)).toEqual([2, 1]);
    expect(run.do(extend(1))).toBe('extension-not-allowed');
  });

  it('gets no more than the cap, in whatever unit it is asked for', async () => {
    const run = await waiting();

    expect(run.do(extend(3))).toBe('extension-not-allowed');
    expect(run.do(extend(17, 'workingHours'))).toBe('extension-not-allowed');
    expect(run.do(extend(0))).toBe('extension-not-allowed');
    expect(run.do(extend(8, 'workingHours'))).toBeNull();
  });

  it('of working time gets no natural time, which would be none where the office is closed', async () => {
    const extensions = [{ by: 'head', most: { amount: 2, unit: 'days' } } as const];
    const run = await waiting({ ...handle, extensions });

    expect(run.do(extend(24, 'hours'))).toBe('extension-not-allowed');
    expect(run.do(extend(1))).toBeNull();
  });

  it('that was overdue is so no more: the ladder ends, and the next red is told anew', async () => {
    const run = await waiting();
    run.fire('ask', 'light:yellow');
    run.fire('ask', 'light:red');
    moment(run, '2026-09-16 09:00');
    run.do(extend(2));

    expect(clockOf(run)?.light).toBe('green');
    expect(run.effects).toContainEqual({ do: 'end-companions', task: 2 });
    run.fire('ask', 'light:yellow');
    run.fire('ask', 'light:red');
    expect(run.lines.at(-1)).toBe('ladder-started ask overdue');
    expect(local(run.now)).toBe('2026-09-17 18:00');
  });

  it('while it is paused has the more left', async () => {
    const run = await waiting();
    moment(run, '2026-09-10 18:00');
    run.do(pause);
    run.do(extend(1));
    expect(clockOf(run)).toMatchObject({ light: 'paused', runningSince: null });
    moment(run, '2026-09-16 18:00');
    run.do(resume);
    expect(local(clockOf(run)?.dueAt)).toBe('2026-09-21 18:00');
  });
});

describe('a clock that is re-based', () => {
  const workedSaturday = {
    ...CHINA,
    years: {
      ...CHINA.years,
      '2026': {
        provisional: false,
        holidays: CHINA.years['2026']?.holidays ?? {},
        makeUpDays: { ...CHINA.years['2026']?.makeUpDays, '2026-09-12': '调休上班' },
      },
    },
  };
  const rebase = (calendar: typeof CHINA) =>
    ({ type: 'rebase-clocks', calendars: [calendar], because: '调休', by }) as const;

  it('counts what is left by the new calendar and what was used by the old one', async () => {
    const run = await waiting();
    moment(run, '2026-09-11 18:00');
    const before = clockOf(run);

    expect(run.do(rebase(workedSaturday))).toBeNull();
    expect(local(clockOf(run)?.dueAt)).toBe('2026-09-14 18:00');
    expect(clockOf(run)?.budget).toBe(before?.budget);
    expect(clockOf(run)?.calendar?.version).not.toBe(before?.calendar?.version);
    expect(run.lines).toEqual([
      'calendars-adopted',
      'clock-rebased ask 2026-09-14T10:00:00',
      'timer-armed ask light:yellow 2026-09-14T00:30:00 #2',
      'timer-armed ask light:red 2026-09-14T10:00:00 #2',
    ]);
  });

  it('never gets time back that was used on a day that is off by now', async () => {
    const holiday = {
      ...CHINA,
      years: { '2026': { provisional: false, holidays: { '2026-09-11': '放假' }, makeUpDays: {} } },
    };
    const run = await waiting();
    moment(run, '2026-09-11 18:00');
    run.do(rebase(holiday));

    expect(local(clockOf(run)?.dueAt)).toBe('2026-09-15 18:00');
  });

  it('stays as it is when the calendar has not changed, or when its time is natural', async () => {
    const run = await waiting();
    run.do(rebase({ ...CHINA, title: '另一个名字' }));
    expect(run.lines).toEqual(['calendars-adopted']);
    const { calendar: _calendar, yellow: _yellow, ...natural } = handle;
    const other = await waiting({ ...natural, unit: 'days' });
    other.do(rebase(workedSaturday));
    expect(other.lines).toEqual(['calendars-adopted']);
  });

  it('is computed by the new calendar whenever it moves again', async () => {
    const run = await waiting();
    run.do(rebase(workedSaturday));
    run.do(extend(1));

    expect(local(clockOf(run)?.dueAt)).toBe('2026-09-15 18:00');
  });

  it('counts on by the calendar it has when its instance moves to a release with another one', async () => {
    const run = await waiting();
    const calendars = new Map([['china', workedSaturday]]);
    Object.assign(run.extra, { calendars, former: CALENDARS });
    expect(run.do({ type: 'migrate', plan: { elements: {} }, by })).toBeNull();
    run.do(extend(1));
    expect(local(clockOf(run)?.dueAt)).toBe('2026-09-16 18:00');
    run.do(rebase(workedSaturday));
    expect(local(clockOf(run)?.dueAt)).toBe('2026-09-15 18:00');
  });

  it('leaves nothing behind for what begins after its instance moved to a newer release', async () => {
    const asking = (id: string) => userTask(id, { limit: 'short' });
    const process = await drawn([start(), asking('ask'), asking('again'), end()], ['begin -> ask -> again -> end']);
    const run = begun(process, {}, { limits: new Map([['short', handle]]), calendars: CALENDARS });
    run.do(rebase(workedSaturday));
    const newest = {
      ...CHINA,
      years: { '2026': { provisional: false, holidays: { '2026-09-14': '放假' }, makeUpDays: {} } },
    };
    Object.assign(run.extra, {
      calendars: new Map([['china', newest]]),
      former: new Map([['china', workedSaturday]]),
    });
    run.do({ type: 'migrate', plan: { elements: {} }, by });
    run.do(extend(1));
    // The Saturday is still worked for what was under way, and Monday is off for what begins now.
    expect(local(clockOf(run)?.dueAt)).toBe('2026-09-15 18:00');
    run.complete('ask');

    expect(local(run.at('again').userTask?.clock?.dueAt)).toBe('2026-09-16 18:00');
  });

  it('stays overdue since the instant it ran out', async () => {
    const run = await waiting();
    run.fire('ask', 'light:red');
    moment(run, '2026-09-16 09:00');
    run.do(rebase(workedSaturday));

    expect(clockOf(run)).toMatchObject({ light: 'red', dueAt: at('2026-09-15 18:00') });
  });

  it('that is overdue and then extended ends where the extension does, by the calendar that holds', async () => {
    const feast = {
      ...CHINA,
      years: {
        '2026': { provisional: false, holidays: { '2026-09-16': '放假', '2026-09-17': '放假' }, makeUpDays: {} },
      },
    };
    const run = await waiting();
    run.fire('ask', 'light:red');
    moment(run, '2026-09-21 09:00');
    run.do(rebase(feast));
    run.do(extend(1));

    // Tuesday's closing and one working day: Wednesday and Thursday were off, so Friday, which is over.
    expect(clockOf(run)).toMatchObject({ light: 'red', dueAt: at('2026-09-18 18:00') });
    run.do(extend(1));
    expect(local(clockOf(run)?.dueAt)).toBe('2026-09-21 18:00');
  });
});
