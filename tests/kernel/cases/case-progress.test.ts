import { describe, expect, it } from 'vitest';
import {
  caseProgress,
  newCaseProgress,
  stageState,
  type CaseProgress,
} from '../../../server/kernel/cases/case-progress.ts';
import { drawn, end, exclusive, otherwise, parallel, passing, serviceTask, start, userTask } from '../bpmn/drawing.ts';
import { InstanceDriver } from '../bpmn/instance-driver.ts';

/** Drives an instance and keeps its progress in step, as the world and the server do. */
class Following extends InstanceDriver {
  progress: CaseProgress = newCaseProgress;

  after(act: () => unknown): CaseProgress {
    const told = this.events.length;
    act();
    this.progress = caseProgress(this.progress, this.process, this.instance, this.events.slice(told));
    return this.progress;
  }
}

const limited = { limit: 'short', to: 'head@"g1"' };
const process = await drawn(
  [
    start('begin', { stage: 'report' }),
    exclusive('spot'),
    userTask('look', { stage: 'look', ...limited }),
    userTask('handle', { stage: 'handle', ...limited }),
    exclusive('solved'),
    serviceTask('archive', { stage: 'archive' }),
    end(),
  ],
  [
    'begin -> spot',
    passing('spot -> archive', 'look handle', '已当场处理', 'onTheSpot'),
    otherwise('spot -> look'),
    'look -> handle -> solved',
    passing('solved -> look', 'archive', '要再看', 'again'),
    otherwise('solved -> archive'),
    'archive -> end',
  ],
);

function begin(variables = {}): Following {
  const run = new Following(process);
  run.after(() => run.begin({ onTheSpot: false, again: false, ...variables }));
  return run;
}

describe('the progress of a case', () => {
  it('is not overdue because somebody signed or answered late', async () => {
    const stages = { 'sign-for': 'short', 'first-response': 'short', verify: 'short' };
    const nodes = [start(), userTask('look', { stage: 'look', to: limited.to, stages }), end()];
    const run = new Following(await drawn(nodes, ['begin -> look -> end']));
    run.after(() => run.begin());
    run.after(() => run.fire('look', 'light:red:sign-for'));

    expect(run.after(() => run.fire('look', 'light:red:first-response'))).toMatchObject({ everOverdue: false });
    expect(run.after(() => run.fire('look', 'light:red:verify'))).toMatchObject({ everOverdue: true });
  });

  it('is in the stage of the other model once its instance was migrated', async () => {
    const run = begin();
    const by = { system: 'operator' } as const;
    const other = await drawn(
      [start(), userTask('see', { stage: 'visit', ...limited }), end()],
      ['begin -> see -> end'],
    );
    const answered = new Following(other);
    answered.instance = run.instance;
    answered.progress = run.progress;
    answered.after(() => answered.do({ type: 'migrate', plan: { elements: { look: 'see' } }, by }));

    expect(answered.progress).toMatchObject({ stage: 'visit', visited: ['report', 'look', 'visit'], light: 'green' });
  });

  it('says the stage it is in, where it has been, who has it and until when', () => {
    expect(begin().progress).toMatchObject({
      status: 'open',
      stage: 'look',
      visited: ['report', 'look'],
      passed: [],
      holder: { post: 'head', area: 'g1' },
      light: 'green',
      timeLimit: 'short',
      dueAt: '2026-09-10T05:00:00.000Z',
    });
  });

  it('says which stages passed by themselves', () => {
    expect(begin({ onTheSpot: true }).progress).toMatchObject({
      stage: 'archive',
      visited: ['report', 'archive'],
      passed: ['look', 'handle'],
    });
  });

  it('does not call a stage passed that was visited, nor one that is entered after all', () => {
    const run = begin({ again: true });
    run.after(() => run.complete('look'));
    run.after(() => run.complete('handle'));

    expect(run.progress).toMatchObject({ stage: 'look', passed: ['archive'] });
    run.after(() => run.complete('look'));
    run.after(() => run.do({ type: 'cancel-instance', because: '', by: { person: 'ma' } }));
    expect(run.progress.visited).toEqual(['report', 'look', 'handle']);
  });

  it('keeps the mark of having been overdue, also when it is handled and closed', () => {
    const run = begin();
    expect(run.after(() => run.fire('look', 'light:yellow'))).toMatchObject({ light: 'yellow', everOverdue: false });
    expect(run.after(() => run.fire('look', 'light:red'))).toMatchObject({ light: 'red', everOverdue: true });
    expect(run.after(() => run.complete('look'))).toMatchObject({ light: 'green', everOverdue: true });
    run.after(() => run.complete('handle'));
    run.after(() => run.complete('archive'));

    expect(run.progress).toMatchObject({ status: 'closed', light: null, holder: null, dueAt: null, everOverdue: true });
  });

  it('shows that it is stuck, and no longer when it is freed', () => {
    const run = begin({ onTheSpot: true });
    expect(run.after(() => run.failJob('archive')).incident).toBe(true);
    expect(run.after(() => run.resolve('archive')).incident).toBe(false);
  });

  it('is that of its most urgent user task', async () => {
    const both = [start(), parallel('split'), userTask('later', limited), userTask('free'), end()];
    const run = new Following(await drawn(both, ['begin -> split -> free -> end', 'split -> later -> end']));
    run.after(() => run.begin());

    expect(run.progress).toMatchObject({ holder: { post: 'head', area: 'g1' }, timeLimit: 'short' });
    expect(run.after(() => run.complete('later')).timeLimit).toBeNull();
  });

  it('ends when it is cancelled', () => {
    const run = begin();

    expect(run.after(() => run.cancel())).toMatchObject({ status: 'cancelled', holder: null });
  });
});

describe('a stage on the page of a case', () => {
  const progress = { ...newCaseProgress, stage: 'handle', visited: ['report', 'handle'], passed: ['look'] };

  it.each([
    ['report', 'done'],
    ['look', 'passed'],
    ['handle', 'current'],
    ['archive', 'future'],
  ])('%s is %s', (stage, state) => {
    expect(stageState(progress, stage)).toBe(state);
  });

  it('is done, not current, in a closed case', () => {
    expect(stageState({ ...progress, status: 'closed' }, 'handle')).toBe('done');
  });
});
