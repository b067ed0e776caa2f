import { describe, expect, it } from 'vitest';
import { fileWith, refusals, type Refused } from './refused.ts';
import { end, flowsOf, processOf, start } from './run-model.ts';

const task = '<task id="t"/>';
const other = '<endEvent id="e2"/>';
const choice = (attributes = ''): string => `<exclusiveGateway id="x" ${attributes}/>`;
const sub = (inside: string, attributes = ''): string => `<subProcess id="sub" ${attributes}>${inside}</subProcess>`;
const process = (inside: string, ...flows: readonly string[]): string => processOf('p', start + inside + end, ...flows);

describe('a sequence flow joins two nodes of one scope (BPMN 2.0.2, 7.6.1, 8.4.13)', () => {
  it.each<Refused>([
    [
      'not into a sub-process',
      process(task + sub('<task id="i"/>'), 's -> t -> sub -> e', 't -> i'),
      'flow-unattached@t_i',
    ],
    [
      'not out of a sub-process',
      process(task + sub('<task id="i"/>'), 's -> sub -> t -> e', 'i -> t'),
      'flow-unattached@i_t',
    ],
    [
      'not into another process',
      process(task, 's -> t -> e', 't -> q1') + processOf('q', '<task id="q1"/>'),
      'flow-unattached@t_q1',
    ],
    [
      'not where it is drawn elsewhere',
      process(task + sub('<task id="i"/>' + flowsOf('s -> t')), 's -> sub -> t -> e'),
      'flow-unattached@s_t',
    ],
    ['not with one end', process(`${task}<sequenceFlow id="f" sourceRef="t"/>`, 's -> t -> e'), 'flow-unattached@f'],
    ['not to nothing', process(task, 's -> t -> e', 't -> gone'), 'reference-unresolved@t_gone'],
    ['not to data', process(`${task}<dataObject id="d"/>`, 's -> t -> e', 't -> d'), 'flow-unattached@t_d'],
    ['not to another flow', process(task, 's -> t -> e', 't -> s_t'), 'flow-unattached@t_s_t'],
    ['not into a start event', process(task, 's -> t -> e', 't -> s'), 'flow-into-beginning@t_s'],
    ['not out of an end event', process(task, 's -> t -> e', 'e -> t'), 'flow-out-of-end@e_t'],
  ])('%s', async (_what, definitions, ...faults) => {
    expect(await refusals(fileWith(definitions))).toEqual(faults);
  });
});

describe('conditions and default flows (8.4.13, 10.6)', () => {
  it.each<Refused>([
    [
      'a condition behind a start event',
      process(task, 's -> t [x > 1] -> e').replace('s_t', 's_t'),
      'condition-ignored@s',
    ],
    [
      'a condition behind a parallel gateway',
      process(`<parallelGateway id="g"/>${other}`, 's -> g -> e [x > 1]', 'g -> e2'),
      'condition-ignored@g',
    ],
    [
      'a condition that is no FEEL',
      process(choice('default="x_e2"') + other, 's -> x -> e [x +]', 'x -> e2'),
      'syntax-error@x_e',
    ],
    [
      'a condition that says nothing',
      process(choice('default="x_e2"') + other, 's -> x', 'x -> e2').replace(
        '<sequenceFlow id="x_e2"',
        '<sequenceFlow id="x_e" sourceRef="x" targetRef="e"><conditionExpression xsi:type="tFormalExpression"/></sequenceFlow><sequenceFlow id="x_e2"',
      ),
      'condition-empty@x_e',
    ],
    [
      'a condition that is a text',
      process(choice('default="x_e2"') + other, 's -> x -> e ["yes"]', 'x -> e2'),
      'condition-not-boolean@x_e',
    ],
    [
      'a default flow with a condition',
      process(choice('default="x_e"') + other, 's -> x -> e [x > 1]', 'x -> e2 [x > 2]'),
      'default-flow-conditional@x',
    ],
    [
      'a default flow of another node',
      process(choice('default="s_x"') + other, 's -> x -> e [x > 1]', 'x -> e2 [x > 2]'),
      'default-flow-foreign@x',
    ],
    [
      'a default flow that is a node',
      process(choice('default="e"') + other, 's -> x -> e [x > 1]', 'x -> e2 [x > 2]'),
      'default-flow-foreign@x',
    ],
    [
      'a default flow behind an event',
      process(task, 's -> t -> e').replace('id="s"', 'id="s" default="s_t"'),
      'attribute-misplaced@s',
    ],
  ])('%s', async (_what, definitions, ...faults) => {
    expect(await refusals(fileWith(definitions))).toEqual(faults);
  });
});

describe('loose ends of a process that runs', () => {
  it.each<Refused>([
    ['a start event that leads nowhere', process(task, 't -> e'), 'flow-missing@s'],
    ['an end event that nothing leads to', process(task, 's -> t'), 'flow-missing@e'],
  ])('%s', async (_what, definitions, ...faults) => {
    expect(await refusals(fileWith(definitions))).toEqual(faults);
    expect(await refusals(fileWith(definitions), 'drawing')).toEqual([]);
  });

  it.each([
    ['no start and no end', processOf('p', task)],
    ['an end in a task', processOf('p', start + task, 's -> t')],
    [
      'a flow twice, and one around',
      process(task, 's -> t -> e', 't -> t').replace(
        '</process>',
        `<sequenceFlow id="f" sourceRef="t" targetRef="e"/></process>`,
      ),
    ],
    ['one event alone', processOf('p', start)],
  ])('are not: %s', async (_what, definitions) => {
    expect(await refusals(fileWith(definitions))).toEqual([]);
  });
});
