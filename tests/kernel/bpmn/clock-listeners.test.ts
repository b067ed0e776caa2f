import { describe, expect, it } from 'vitest';
import type { TimeLimit } from '../../../server/kernel/calendar/time-limit.ts';
import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import { CALENDARS, at, local } from '../calendar/china-calendar.ts';
import { boundary, drawing, drawn, end, listening, plainTask, start, userTask } from './drawing.ts';
import { begun, type InstanceDriver } from './instance-driver.ts';

const by = { system: 'operator' } as const;
const short: TimeLimit = {
  id: 'short',
  title: '办理',
  amount: 2,
  unit: 'workingDays',
  calendar: 'china',
  yellow: { amount: 1, unit: 'workingDays' },
  pause: { by: 'head' },
  extensions: [{ by: 'head', most: { amount: 9, unit: 'workingDays' } }],
};

/** A user task from Thursday 10 September, 09:00: yellow on Monday at 08:30, due on Monday at 18:00. */
async function waiting(words: string, options = {}, variables = {}): Promise<InstanceDriver> {
  const nodes = [
    start(),
    userTask('ask', { limit: 'short', stages: { 'sign-for': 'short' } }),
    listening('late', 'ask', words, options),
    plainTask('tell'),
    end(),
    end('told'),
  ];
  const process = await drawn(nodes, ['begin -> ask -> end', 'late -> tell -> told']);
  return begun(process, variables, { limits: new Map([['short', short]]), calendars: CALENDARS });
}
const due = (run: InstanceDriver): string => local(run.at('ask').timers['late']?.due);
const extend = {
  type: 'extend-clock',
  task: 2,
  scope: 0,
  amount: 2,
  unit: 'workingDays',
  reason: '等鉴定',
  by,
} as const;

describe('a boundary timer that listens to a clock', () => {
  it.each([
    ['yellow', '2026-09-14 08:30'],
    ['due', '2026-09-14 18:00'],
    ['overdue PT2H', '2026-09-14 20:00'],
    ['overdue 1', '2026-09-15 18:00'],
    ['overdue =wait', '2026-09-17 18:00'],
    ['due@sign-for', '2026-09-14 18:00'],
  ])('is due when the clock is: %s', async (words, when) => {
    expect(due(await waiting(words, {}, { wait: 3 }))).toBe(when);
  });

  it('happens once, beside the user task, which stays', async () => {
    const run = await waiting('yellow');
    run.fire('ask', 'late');

    expect(run.lines).toContain('element-entered tell');
    expect(run.places()).toEqual(['ask']);
    expect(run.at('ask').timers['late']).toBeUndefined();
  });

  it('may take the user task away', async () => {
    const run = await waiting('overdue PT2H', { interrupting: true });
    run.fire('ask', 'late');

    expect(run.places()).toEqual([]);
  });

  it('moves with its clock, under another generation', async () => {
    const run = await waiting('due');
    const { generation = 0 } = run.at('ask').timers['late'] ?? {};
    run.do(extend);

    expect(due(run)).toBe('2026-09-16 18:00');
    const early = { element: 2, scope: 0, key: 'late', generation };
    expect(run.do({ type: 'fire-timer', ...early })).toBe('timer-stale');
  });

  it('does not happen while the clock stands still, and then later', async () => {
    const run = await waiting('due');
    run.now = at('2026-09-11 18:00');
    run.do({ type: 'pause-clock', task: 2, scope: 0, reason: '等材料', by });
    expect(due(run)).toBe('never');
    run.now = at('2026-09-16 18:00');
    run.do({ type: 'resume-clock', task: 2, scope: 0, by });

    expect(due(run)).toBe('2026-09-17 18:00');
  });

  it('that has happened does so again only when its moment lies ahead again', async () => {
    const run = await waiting('yellow');
    run.fire('ask', 'late');
    run.fire('ask', 'light:yellow');
    run.do({ type: 'suspend', because: '台风', by });
    run.now = at('2026-09-15 09:00');
    run.do({ type: 'resume', clocks: 'shift', by });
    expect(due(run)).toBe('never');
    run.do(extend);
    expect(due(run)).toBe('2026-09-18 08:30');
  });

  it('keeps its place among timers of its own kind of time', async () => {
    const run = await waiting('due');
    run.do({ type: 'suspend', because: '台风', by });
    run.now = at('2026-09-10 11:00');
    run.do({ type: 'resume', clocks: 'shift', by });

    expect(due(run)).toBe(local(run.at('ask').userTask?.clock?.dueAt));
  });

  it('sticks the user task before anybody sees it when its wait is no time', async () => {
    const run = await waiting('overdue =wait', {}, { wait: 'soon' });

    expect(run.lines.at(-1)).toBe('incident-raised ask timer-not-a-time entering');
    expect(run.lines.join()).not.toContain('user-task-created');
  });

  it.each(['red', 'yellow PT2H', 'overdue soon', 'due@verify'])(
    'is refused where nothing is meant by it: %s',
    async (words) => {
      const nodes = [start(), userTask('ask', { limit: 'short' }), listening('late', 'ask', words), end(), end('told')];
      const { faults } = await compileBpmn(drawing(nodes, ['begin -> ask -> end', 'late -> told']));

      expect(faults.map(({ code }) => code)).toEqual(['clock-listening-wrong']);
    },
  );

  it('is refused beside another time', async () => {
    const { content, ...timed } = boundary('late', 'ask', 'duration=PT1H');
    const node = { ...listening('late', 'ask', 'due'), ...timed, content: `${content}<bpmn:timerEventDefinition/>` };
    const { extensions } = listening('late', 'ask', 'due');
    const nodes = [
      start(),
      userTask('ask', { limit: 'short' }),
      { ...node, ...(extensions ? { extensions } : {}) },
      end(),
      end('told'),
    ];
    const { faults } = await compileBpmn(drawing(nodes, ['begin -> ask -> end', 'late -> told']));

    expect(faults.map(({ code }) => code)).toEqual(['clock-listening-wrong']);
  });
});
