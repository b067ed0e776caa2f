import { describe, expect, it } from 'vitest';
import { newCaseProgress } from '../../../server/kernel/cases/case-progress.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { builtInHandlers } from '../../../server/kernel/jobs/register.ts';
import { builtInJobs } from '../../../server/kernel/release/process-contract.ts';
import { factsOf, now, past, requestsOf, run, subject } from './job-examples.ts';

const at = { id: 4, scope: 0, element: 'handle' } as const;
const [from, position] = [
  { post: 'head', area: 'g1' },
  { post: 'officer', area: 'c1' },
];
const by = { person: 'ma' } as const;
const moved = (because: 'overdue' | 'cannot-solve' | 'vacant') =>
  ({ type: 'user-task-reassigned', ...at, from, position, because, by }) as const;
const appraised = (about: Parameters<typeof subject>[0]) =>
  requestsOf(run('grid:appraise', {}, factsOf({ subject: subject(about) })));

describe('grid:archive', () => {
  it('closes the case and asks nobody', () => {
    expect(run('grid:archive', {}, factsOf())).toEqual({
      ok: true,
      variables: {},
      requests: [{ do: 'archive-case' }],
    });
  });
});

describe('grid:appraise', () => {
  it('notes what indicators are counted from, and no score of a person', () => {
    const history = past({ type: 'user-task-completed', ...at, by }, moved('overdue'), moved('cannot-solve'));
    const progress = { ...newCaseProgress, everOverdue: true, passed: ['look'] };

    expect(appraised({ history, progress })).toEqual([
      {
        do: 'record-facts',
        facts: { onTime: false, handedUp: 2, userTasks: 1, stagesPassed: ['look'], answer: 'not-wanted' },
      },
    ]);
  });

  it('does not count a vacancy as handing up', () => {
    expect(appraised({ history: past(moved('vacant')) })).toMatchObject([{ facts: { handedUp: 0 } }]);
  });

  it.each([
    ['given', { wantsAnswer: true, answeredAt: now }],
    ['not-reached', { wantsAnswer: true, answeredAt: null }],
    ['not-wanted', { wantsAnswer: false, answeredAt: now }],
  ])('knows that an answer was %s', (answer, about) => {
    expect(appraised(about)).toMatchObject([{ facts: { answer } }]);
  });
});

describe('grid:start-action-items', () => {
  const row = { title: '修路灯', post: 'officer', area: 'c1', limit: 'short' };
  const started = (variables: JsonObject) =>
    requestsOf(run('grid:start-action-items', variables, factsOf(), { process: 'item' }));

  it('starts a process for each thing agreed, in order', () => {
    expect(started({ items: [row, { ...row, title: '说一说' }] })).toEqual([
      { do: 'start-action-item', process: 'item', ordinal: 0, ...row },
      { do: 'start-action-item', process: 'item', ordinal: 1, ...row, title: '说一说' },
    ]);
  });

  it('starts nothing where nothing was agreed', () => {
    expect(started({ items: [] })).toEqual([]);
    expect(started({})).toEqual([]);
  });

  it('passes over what is no action item, and the others keep their number', () => {
    expect(started({ items: [{ title: 'x' }, 'y', row] })).toMatchObject([{ ordinal: 2 }]);
  });
});

describe('the built-in jobs', () => {
  it('are those a pack may name', () => {
    expect([...builtInHandlers.keys()].toSorted()).toEqual(Object.keys(builtInJobs).toSorted());
  });

  it.each([...builtInHandlers.keys()])('give the same answer to the same question: %s', (jobType) => {
    expect(run(jobType, {}, factsOf())).toEqual(run(jobType, {}, factsOf()));
  });
});
