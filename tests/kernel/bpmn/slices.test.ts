import { describe, expect, it } from 'vitest';
import { step, stepBudget } from '../../../server/kernel/bpmn/step.ts';
import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import { bpmnFile, drawn, end, exclusive, otherwise, parallel, start, plainTask, userTask, when } from './drawing.ts';
import { given } from './given.ts';
import { begun } from './instance-driver.ts';

const endless = await drawn([start(), exclusive('again'), plainTask('turn')], ['begin -> again -> turn -> again']);
const counting = await drawn(
  [start(), plainTask('turn', { outputs: { round: 'round + 1' } }), exclusive('enough'), end()],
  ['begin -> turn -> enough', when('enough -> end', 'round >= 50'), otherwise('enough -> turn')],
);

describe('a step over its budget', () => {
  it('is cut, with what is left to do kept in the instance', () => {
    const run = begun(endless, {}, { budget: 25 });

    expect(run.lines.at(-1)).toBe('slice-ended');
    expect(run.instance.agenda).toHaveLength(1);
    expect(run.effects).toEqual([{ do: 'continue' }]);
  });

  it('ends an endless loop after ten thousand elements', () => {
    const result = step(endless, { id: 'i' }, { type: 'create-instance', variables: {}, by: { person: 'ma' } }, given);
    if (result.kind !== 'stepped') throw new Error(result.kind);

    const moves = result.events.filter(({ type }) => type === 'element-entered' || type === 'element-left');
    expect(moves).toHaveLength(stepBudget);
    expect(result.instance.agenda).toHaveLength(1);
  });

  it('goes on where it was cut', () => {
    const cut = begun(counting, { round: 0 }, { budget: 25 });
    while (cut.instance.agenda.length > 0) cut.do({ type: 'continue' });
    const whole = begun(counting, { round: 0 });

    expect(cut.instance).toEqual(whole.instance);
    const withoutCuts = cut.events.filter((event) => !event.type.startsWith('slice'));
    expect(withoutCuts).toEqual(whole.events);
  });

  it('keeps every token that is on its way', async () => {
    const nodes = [start(), parallel('split'), userTask('a'), userTask('b'), userTask('c'), end()];
    const legs = ['begin -> split', 'split -> a -> end', 'split -> b -> end', 'split -> c -> end'];
    const run = begun(await drawn(nodes, legs), {}, { budget: 4 });
    expect(run.instance.agenda.map((work) => work.do)).toEqual(['enter', 'enter', 'enter']);
    run.do({ type: 'continue' });

    expect(run.places()).toEqual(['a', 'b', 'c']);
  });

  it('that fits exactly needs no other slice', async () => {
    const process = await drawn([start(), end()], ['begin -> end']);

    expect(begun(process, {}, { budget: 4 }).instance).toMatchObject({ status: 'completed', agenda: [] });
  });
});

describe('a join whose last token came before a cut', () => {
  const flow = (from: string, to: string): string =>
    `<bpmn:sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`;
  const chain = (...ids: readonly string[]): string =>
    ids
      .slice(1)
      .map((id, at) => flow(ids[at] ?? '', id))
      .join('');
  const tasks = (...ids: readonly string[]): string => ids.map((id) => `<bpmn:task id="${id}"/>`).join('');
  const inside = `<bpmn:startEvent id="is"/><bpmn:inclusiveGateway id="some"/>${tasks('x', 'y')}<bpmn:inclusiveGateway id="join"/><bpmn:userTask id="ask"/>`;
  const ways = chain('is', 'some', 'x', 'join', 'ask') + chain('some', 'y', 'join');
  const besides = ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8'];
  const model = bpmnFile(
    `<bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="s"/><bpmn:parallelGateway id="g"/><bpmn:subProcess id="sub">${inside}${ways}</bpmn:subProcess>${tasks(...besides)}<bpmn:endEvent id="e"/>${chain('s', 'g', 'sub')}${chain('g', ...besides, 'e')}</bpmn:process>`,
  );

  it('is still looked at when nothing else moves in its scope, wherever the step was cut', async () => {
    const [process] = (await compileBpmn(model)).processes;
    if (!process) throw new Error('the model does not compile');
    const ends = Array.from({ length: 40 }, (_, budget) => {
      const run = begun(process, {}, { budget: budget + 1 });
      while (run.instance.agenda.length > 0) run.do({ type: 'continue' });
      return run.places().join();
    });

    expect(new Set(ends)).toEqual(new Set(['sub,ask']));
  });
});

describe('between two slices', () => {
  it('an instance takes no command', async () => {
    const nodes = [start(), userTask('ask'), exclusive('again'), plainTask('turn'), end()];
    const run = begun(
      await drawn(nodes, ['begin -> ask -> end', 'begin -> again -> turn -> again']),
      {},
      { budget: 30 },
    );

    expect(run.complete('ask')).toBe('agenda-pending');
    expect(run.resolve('ask')).toBe('agenda-pending');
  });

  it('cancelling gets in', () => {
    const run = begun(endless, {}, { budget: 25 });
    run.cancel();

    expect(run.instance).toMatchObject({ status: 'cancelled', agenda: [] });
    expect(run.do({ type: 'continue' })).toBe('instance-ended');
  });
});
