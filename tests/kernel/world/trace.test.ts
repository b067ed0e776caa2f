import { describe, expect, it } from 'vitest';
import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import { runProcess } from '../../../server/kernel/world/run-process.ts';
import type { RunStep } from '../../../server/kernel/world/steps.ts';
import { boundary, bpmnFile, end, parallel, processOf, start, plainTask, timer, userTask } from '../bpmn/drawing.ts';
import { given, morning } from '../bpmn/given.ts';

const { decisions, limits, calendars } = given;

async function traceOf(processes: string, ...steps: readonly RunStep[]) {
  const compiled = await compileBpmn(bpmnFile(processes));
  return runProcess(compiled.processes, steps, morning, { decisions, limits, calendars }).trace;
}

const moves = (trace: Awaited<ReturnType<typeof traceOf>>): readonly string[] =>
  trace.map(({ action, element }) => `${action} ${element}`);

describe('a trace', () => {
  it('says when what was entered, left and taken, in which instance and scope', async () => {
    const trace = await traceOf(processOf([start(), end()], ['begin -> end'], 'p'));

    expect(trace[0]).toEqual({ at: morning, action: 'enter', element: 'begin', instance: 'p-1', scope: 'p' });
    expect(moves(trace)).toEqual(['enter begin', 'exit begin', 'take begin-end', 'enter end', 'exit end']);
  });

  it('counts each arrival at a join as entering it, and its firing not again', async () => {
    const nodes = [start(), parallel('split'), plainTask('a'), plainTask('b'), parallel('join'), end()];
    const trace = await traceOf(processOf(nodes, ['begin -> split -> a -> join', 'split -> b -> join -> end']));

    expect(moves(trace).filter((move) => move.endsWith(' join'))).toEqual(['enter join', 'enter join', 'exit join']);
  });

  it('says what was taken away', async () => {
    const nodes = [start(), userTask('ask'), boundary('late', 'ask', 'duration=PT1H'), end()];
    const trace = await traceOf(processOf(nodes, ['begin -> ask -> end', 'late -> end']), {
      do: 'trigger',
      element: 'late',
    });

    expect(moves(trace).slice(4)).toEqual([
      'cancel ask',
      'enter late',
      'exit late',
      'take late-end',
      'enter end',
      'exit end',
    ]);
  });

  it('is in order of time, whatever instance it happened in', async () => {
    const both =
      processOf([start('b1'), timer('t1', 'duration=PT2H'), end('e1')], ['b1 -> t1 -> e1'], 'one') +
      processOf([start('b2'), timer('t2', 'duration=PT1H'), end('e2')], ['b2 -> t2 -> e2'], 'two');
    const steps = [{ do: 'start' }, { do: 'start', process: 'two' }, { do: 'advance', by: 'P1D' }] as const;
    const trace = await traceOf(both, ...steps);

    expect(trace.map(({ at }) => at)).toEqual(trace.map(({ at }) => at).toSorted());
    expect(moves(trace).filter((move) => /exit t|exit b/.test(move))).toEqual([
      'exit b1',
      'exit b2',
      'exit t2',
      'exit t1',
    ]);
    expect(new Set(trace.map(({ instance }) => instance))).toEqual(new Set(['one-1', 'two-2']));
  });
});
