import { describe, expect, it } from 'vitest';
import type { Command } from '../../../server/kernel/bpmn/commands.ts';
import { boundary, drawn, end, parallel, serviceTask, start, plainTask, timer, userTask } from './drawing.ts';
import { begun, InstanceDriver } from './instance-driver.ts';

const by = { person: 'ma' } as const;
const process = await drawn(
  [
    start(),
    parallel('all'),
    userTask('ask'),
    serviceTask('do'),
    timer('wait', 'duration=PT1H'),
    plainTask('look'),
    end(),
  ],
  ['begin -> all -> ask -> end', 'all -> do -> end', 'all -> wait -> end', 'all -> look -> end'],
);
const supplied = { choices: new Map(), waits: new Set(['look']) };
const running = () => begun(process, {}, { supplied });

/** One command of each kind for the instance above; ids are those of `ask`, `do`, `wait` and `look`. */
const commands = (run: InstanceDriver): readonly Command[] => {
  const id = (element: string): number => run.at(element).id;
  const to = { post: 'clerk', area: 'c1' };
  return [
    { type: 'complete-user-task', task: id('ask'), scope: 0, variables: {}, by },
    { type: 'reassign-user-task', task: id('ask'), scope: 0, to, because: 'vacant', by },
    { type: 'complete-job', element: id('do'), scope: 0, job: 1, variables: {} },
    { type: 'fail-job', element: id('do'), scope: 0, job: 1, code: 'x', zh: '', en: '' },
    { type: 'fire-timer', element: id('wait'), scope: 0, key: 'timer', generation: 1 },
    { type: 'complete-plain-task', element: id('look'), scope: 0, variables: {} },
  ];
};

describe('a command of a type that this kernel does not know', () => {
  it('is refused with a code and changes nothing', () => {
    const run = running();
    const before = run.instance;
    const unknown = { type: 'fly', to: 'the moon' } as unknown as Command;

    expect(run.do(unknown)).toBe('command-unknown');
    expect(run.instance).toBe(before);
  });
});

describe('a command that comes too late', () => {
  it('changes nothing and is told so when the instance has ended', () => {
    const run = running();
    const all = commands(run);
    run.cancel();
    const ended = run.instance;

    expect(all.map((command) => run.do(command))).toEqual(all.map(() => 'instance-ended'));
    expect(run.instance).toBe(ended);
  });

  it.each(['ask', 'do', 'wait', 'look'])('is refused the second time, and the first one stands: %s', (element) => {
    const run = running();
    const mine = commands(run).filter(
      (command) => Object.values(command).includes(run.at(element).id) && !/reassign|fail/.test(command.type),
    );
    const [command] = mine;
    if (!command) throw new Error('no command');

    expect(run.do(command)).toBeNull();
    const after = run.instance;
    expect(run.do(command)).toMatch(/stale$|unknown-element/);
    expect(run.instance).toBe(after);
  });

  it('moves no user task that is done', () => {
    const run = running();
    const move = commands(run)[1];
    run.complete('ask');

    expect(move && run.do(move)).toBe('user-task-stale');
  });
});

describe('a command that does not fit', () => {
  it.each([
    ['complete-job', { type: 'complete-job', element: 3, scope: 0, job: 1, variables: {} }, 'job-stale'],
    ['complete-plain-task', { type: 'complete-plain-task', element: 3, scope: 0, variables: {} }, 'unknown-element'],
    ['fire-timer', { type: 'fire-timer', element: 3, scope: 0, key: 'timer', generation: 1 }, 'timer-stale'],
    ['resolve-incident', { type: 'resolve-incident', element: 3, scope: 0, by }, 'no-incident'],
    ['complete-user-task', { type: 'complete-user-task', task: 99, scope: 0, variables: {}, by }, 'user-task-stale'],
    ['continue', { type: 'continue' }, 'unknown-element'],
    ['create-instance', { type: 'create-instance', variables: {}, by }, 'instance-exists'],
  ] satisfies readonly (readonly [string, Command, string])[])('is refused: %s', (_type, command, code) => {
    const run = running();
    expect(run.at('ask').id).toBe(3);

    expect(run.do(command)).toBe(code);
  });

  it('is refused before the instance is there', () => {
    expect(new InstanceDriver(process).cancel()).toBe('instance-unknown');
  });

  it('names an element to begin at that the process does not have', () => {
    const run = new InstanceDriver(process);

    expect(run.do({ type: 'create-instance', variables: {}, by, startEvent: 'nowhere' })).toBe('unknown-element');
    expect(run.instance.nextId).toBe(0);
  });

  it('answers an older job', () => {
    const run = running();
    const old = commands(run)[2];
    run.failJob('do');
    run.resolve('do');

    expect(old && run.do(old)).toBe('job-stale');
    expect(run.complete('do')).toBeNull();
  });
});

describe('cancelling an instance', () => {
  it('takes everything away, the newest first', () => {
    const run = running();
    run.cancel();

    expect(run.lines).toEqual([
      'element-cancelled look',
      'timer-disarmed wait timer',
      'element-cancelled wait',
      'job-cancelled do',
      'element-cancelled do',
      'user-task-cancelled ask',
      'element-cancelled ask',
      'instance-cancelled',
    ]);
    expect(run.instance.status).toBe('cancelled');
  });

  it('closes every row the world holds for it', async () => {
    const nodes = [start(), userTask('ask', { limit: 'short' }), boundary('late', 'ask', 'duration=PT1H'), end()];
    const run = begun(await drawn(nodes, ['begin -> ask -> end', 'late -> end']));
    run.cancel();

    expect(run.effects).toEqual([
      { do: 'close-user-task', task: 2, reason: 'cancelled', by: null },
      { do: 'end-companions', task: 2 },
      { do: 'disarm-timer', element: 2, key: 'late' },
      { do: 'disarm-timer', element: 2, key: 'light:red' },
      { do: 'disarm-timer', element: 2, key: 'light:yellow' },
      { do: 'end-companions', task: null },
    ]);
  });
});
