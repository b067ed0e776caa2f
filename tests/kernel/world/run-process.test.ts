import { describe, expect, it } from 'vitest';
import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import type { ExecutableProcess } from '../../../server/kernel/bpmn/executable-process.ts';
import { runProcess } from '../../../server/kernel/world/run-process.ts';
import type { RunResult } from '../../../server/kernel/world/run-result.ts';
import type { RunStep } from '../../../server/kernel/world/steps.ts';
import {
  boundary,
  bpmnFile,
  drawn,
  end,
  exclusive,
  parallel,
  processOf,
  serviceTask,
  start,
  plainTask,
  timer,
  userTask,
} from '../bpmn/drawing.ts';
import { given, morning } from '../bpmn/given.ts';

const { decisions, limits, calendars } = given;
const run = (process: ExecutableProcess, ...steps: readonly RunStep[]): RunResult =>
  runProcess([process], steps, morning, { decisions, limits, calendars });
const chain = async (node: ReturnType<typeof plainTask>) =>
  drawn([start(), node, end()], [`begin -> ${node.id} -> end`]);
const moves = ({ trace }: RunResult): readonly string[] => trace.map(({ action, element }) => `${action} ${element}`);
const codes = ({ faults }: RunResult): readonly string[] => faults.map(({ code, element }) => `${code}@${element}`);

describe('a steps file', () => {
  it('need not say that the first process starts', async () => {
    expect(run(await chain(plainTask('do'))).outcome).toBe('completed');
  });

  it('starts with variables, and prints what became of them', async () => {
    const process = await chain(plainTask('do', { outputs: { sum: 'a + 1' } }));

    expect(run(process, { do: 'start', variables: { a: 1 } }).variables).toEqual({ a: 1, sum: 2 });
  });

  it('completes a user task and a job', async () => {
    const nodes = [start(), userTask('ask', { outputs: { how: 'how' } }), serviceTask('do'), end()];
    const process = await drawn(nodes, ['begin -> ask -> do -> end']);
    const waiting = run(process);
    const done = run(
      process,
      { do: 'complete', element: 'ask', variables: { how: 'well' } },
      { do: 'complete', element: 'do', variables: { b: 2 } },
    );

    expect(waiting).toMatchObject({
      outcome: 'waiting',
      waiting: [{ element: 'ask', kind: 'user-task', dueAt: null }],
    });
    expect(done).toMatchObject({ outcome: 'completed', waiting: [], variables: { how: 'well', b: 2 } });
  });

  it('lets a plain task wait until it is completed', async () => {
    const process = await chain(plainTask('look'));
    const waiting = run(process, { do: 'waitAt', element: 'look' });

    expect(waiting.waiting).toEqual([{ element: 'look', kind: 'task', dueAt: null }]);
    expect(run(process, { do: 'waitAt', element: 'look' }, { do: 'complete', element: 'look' }).outcome).toBe(
      'completed',
    );
  });

  it('chooses the way where the drawing says nothing, and chooses anew for the next token', async () => {
    const nodes = [start(), exclusive('which'), plainTask('a'), plainTask('b'), end()];
    const process = await drawn(nodes, ['begin -> which -> a -> which', 'which -> b -> end']);
    const twice = run(process, { do: 'choose', gateway: 'which', flows: ['which-b'] });

    expect(moves(twice)).toContain('take which-b');
    expect(moves(twice)).not.toContain('take which-a');
  });

  it('moves the clock by a duration or to an instant, and what becomes due on the way fires', async () => {
    const process = await chain(timer('wait', 'duration=PT4H'));

    expect(run(process, { do: 'advance', by: 'PT3H' }).waiting).toEqual([
      { element: 'wait', kind: 'timer', dueAt: '2026-09-10T05:00:00.000Z' },
    ]);
    expect(run(process, { do: 'advance', by: 'PT4H' }).outcome).toBe('completed');
    expect(run(process, { do: 'advance', to: '2026-09-10 13:00' }).trace.at(-1)?.at).toBe('2026-09-10T05:00:00.000Z');
  });

  it('fires a waiting timer before its time, by its own id', async () => {
    const nodes = [start(), userTask('ask', { limit: 'short' }), boundary('late', 'ask', 'duration=P1D'), end()];
    const process = await drawn(nodes, ['begin -> ask -> end', 'late -> end']);

    expect(moves(run(process, { do: 'trigger', element: 'late' }))).toContain('cancel ask');
    expect(run(await chain(timer('wait', 'duration=P1D')), { do: 'trigger', element: 'wait' }).outcome).toBe(
      'completed',
    );
  });

  it('begins a process without start events once, at the element it triggers', async () => {
    const process = await drawn([start(), plainTask('do')], ['begin -> do']);
    const { processes } = await compileBpmn(
      bpmnFile(processOf([plainTask('alone'), end('after')], ['alone -> after'], 'implicit')),
      { lenient: true },
    );
    const triggered = [...processes].flatMap((one) => moves(run(one, { do: 'trigger', element: 'alone' })));

    expect(triggered).toEqual(['enter alone', 'exit alone', 'take alone-after', 'enter after', 'exit after']);
    expect(
      moves(run(process, { do: 'trigger', element: 'begin' })).filter((move) => move === 'enter begin'),
    ).toHaveLength(1);
  });

  it('may start several processes, and one by the element it begins at', async () => {
    const two = bpmnFile(
      processOf([start('b1'), end('e1')], ['b1 -> e1'], 'one') +
        processOf([start('b2'), end('e2')], ['b2 -> e2'], 'two'),
    );
    const { processes } = await compileBpmn(two);
    const started = (step: RunStep) =>
      moves(runProcess(processes, [step], morning, { decisions, limits, calendars })).filter((move) =>
        move.startsWith('enter e'),
      );

    expect(started({ do: 'start' })).toEqual(['enter e1']);
    expect(started({ do: 'start', process: 'two' })).toEqual(['enter e2']);
    expect(started({ do: 'start', element: 'b2' })).toEqual(['enter e2']);
  });
});

describe('a step that cannot be carried out', () => {
  it.each<readonly [string, RunStep, string]>([
    ['a process that is not there', { do: 'start', process: 'gone' }, 'process-unknown@gone'],
    ['a start event that is not there', { do: 'start', element: 'gone' }, 'unknown-element@gone'],
    ['what does not wait', { do: 'complete', element: 'end' }, 'not-waiting@end'],
    ['what waits for nothing', { do: 'trigger', element: 'end' }, 'not-waiting@end'],
    ['a gateway that is not there', { do: 'choose', gateway: 'gone', flows: ['x'] }, 'unknown-element@gone'],
    ['a flow that is not there', { do: 'choose', gateway: 'begin', flows: ['x'] }, 'unknown-element@x'],
    ['a wait at nothing', { do: 'waitAt', element: 'gone' }, 'unknown-element@gone'],
    ['a time that is none', { do: 'advance', by: 'soon' }, 'time-wrong@null'],
    ['a time that has been', { do: 'advance', to: '2026-09-09' }, 'time-wrong@null'],
  ])('refuses the run: %s', async (_what, step, fault) => {
    const process = await chain(userTask('ask', { limit: 'short' }));
    const result = run(process, { do: 'start' }, step, { do: 'complete', element: 'ask' });

    expect(result.outcome).toBe('refused');
    expect(codes(result)).toEqual([fault]);
    expect(result.waiting.map(({ element }) => element)).toEqual(['ask']);
  });

  it('refuses to complete what only time completes', async () => {
    const result = run(await chain(timer('wait', 'duration=PT1H')), { do: 'complete', element: 'wait' });

    expect(codes(result)).toEqual(['unknown-element@wait']);
  });
});

describe('a run', () => {
  it('that is stuck says where and why', async () => {
    const process = await drawn(
      [start(), exclusive('which'), end('a'), end('b')],
      ['begin -> which -> a', 'which -> b'],
    );
    const result = run(process);

    expect(result.outcome).toBe('incident');
    expect(codes(result)).toEqual(['condition-missing@which']);
  });

  it('that turns in circles is given up and names where', async () => {
    const process = await drawn([start(), exclusive('again'), plainTask('turn')], ['begin -> again -> turn -> again']);
    const result = run(process, { do: 'start' }, { do: 'complete', element: 'turn' });

    expect(result.outcome).toBe('incident');
    expect(codes(result)).toEqual([expect.stringMatching(/^endless-loop@(again|turn)$/)]);
  });

  it('in which time stands still is given up', async () => {
    const process = await drawn([start(), timer('tick', 'duration=PT0S')], ['begin -> tick -> tick']);

    expect(codes(run(process, { do: 'advance', by: 'PT1H' }))).toEqual(['endless-loop@tick']);
  });

  it('goes on for as many beats as a day has', async () => {
    const nodes = [start(), userTask('ask'), boundary('beat', 'ask', 'cycle=R/PT1M', { interrupting: false }), end()];
    const result = run(await drawn(nodes, ['begin -> ask -> end', 'beat -> end']), { do: 'advance', by: 'P1D' });

    expect(result.outcome).toBe('waiting');
    expect(moves(result).filter((move) => move === 'enter beat')).toHaveLength(24 * 60);
  });

  it('is the same each time', async () => {
    const nodes = [start(), parallel('split'), timer('a', 'duration=PT1H'), timer('b', 'duration=PT1H'), end()];
    const process = await drawn(nodes, ['begin -> split -> a -> end', 'split -> b -> end']);

    expect(run(process, { do: 'advance', by: 'P1D' })).toEqual(run(process, { do: 'advance', by: 'P1D' }));
  });
});
