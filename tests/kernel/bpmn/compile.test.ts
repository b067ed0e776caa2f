import { describe, expect, it } from 'vitest';
import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import {
  boundary,
  bpmnFile,
  businessRuleTask,
  drawing,
  drawn,
  end,
  exclusive,
  otherwise,
  passing,
  processOf,
  serviceTask,
  start,
  plainTask,
  timer,
  userTask,
  when,
} from './drawing.ts';

const line = ['begin -> step -> end'];
const withStep = (step: ReturnType<typeof plainTask>) => drawing([start(), step, end()], line);
const inProcess = (elements: string) => bpmnFile(`<bpmn:process id="p">${elements}</bpmn:process>`);
const sound = '<bpmn:startEvent id="s"/><bpmn:endEvent id="e"/><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="e"/>';

/** The faults of a file as `code@element`. */
const faultsOf = async (xml: string): Promise<readonly string[]> => {
  const { processes, faults } = await compileBpmn(xml);
  expect(processes.length === 0).toBe(faults.length > 0);
  for (const { zh, en } of faults)
    expect([zh, en]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.any(String)]);
  return faults.map(({ code, element }) => `${code}@${element}`);
};

describe('a model that compiles', () => {
  it('becomes nodes and flows that know each other', async () => {
    const process = await drawn(
      [start(), exclusive('which'), end('a'), end('b')],
      ['begin -> which', when('which -> a', 'x > 1'), otherwise('which -> b')],
    );

    expect(process).toMatchObject({ id: 'drawn', startEvent: 'begin' });
    expect(process.nodes.get('which')).toMatchObject({
      type: 'exclusiveGateway',
      incoming: ['begin-which'],
      outgoing: ['which-a', 'which-b'],
      defaultFlow: 'which-b',
      parent: 'drawn',
    });
    expect(process.flows.get('which-a')).toMatchObject({
      source: 'which',
      target: 'a',
      condition: { source: 'x > 1' },
    });
  });

  it('keeps what our own words say of a user task', async () => {
    const words = {
      to: '=route.post@case.area',
      limit: '=route.limit',
      ladder: 'overdue',
      form: 'handle',
      stage: 'handle',
    };
    const process = await drawn([start(), userTask('step', words), end()], line);
    const node = process.nodes.get('step');

    expect(node).toMatchObject({ type: 'userTask', form: 'handle', ladder: 'overdue', stage: 'handle' });
    expect(node?.type === 'userTask' && [node.assignment?.post.reads, node.timeLimit?.reads]).toEqual([
      ['route.post'],
      ['route.limit'],
    ]);
  });

  it('keeps retries and headers of a job, and stages that pass on a flow', async () => {
    const job = serviceTask('step', { type: 'grid:notify', retries: 7, headers: { notice: 'n' } });
    const legs = [passing('begin -> step', 'assign handle', '已当场处理'), 'step -> end'];
    const process = await drawn([start(), job, end()], legs);

    expect(process.nodes.get('step')).toMatchObject({ jobType: 'grid:notify', retries: 7, headers: { notice: 'n' } });
    expect(process.flows.get('begin-step')?.passes).toEqual({ stages: ['assign', 'handle'], because: '已当场处理' });
  });

  it('may hold data objects, annotations and lanes, which only people read', async () => {
    const forReaders =
      '<bpmn:dataObject id="d"/><bpmn:dataObjectReference id="r" dataObjectRef="d"/><bpmn:dataStoreReference id="store"/>' +
      '<bpmn:textAnnotation id="note"><bpmn:text>see</bpmn:text></bpmn:textAnnotation>';

    expect(await faultsOf(inProcess(sound + forReaders))).toEqual([]);
  });

  it('may hold several processes, in the order they are drawn', async () => {
    const both =
      processOf([start('b1'), end('e1')], ['b1 -> e1'], 'one') +
      processOf([start('b2'), end('e2')], ['b2 -> e2'], 'two');

    expect((await compileBpmn(bpmnFile(both))).processes.map(({ id }) => id)).toEqual(['one', 'two']);
  });
});

describe('a model that does not compile says at which element', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['no process', bpmnFile(''), ['process-missing@null']],
    ['no start event', inProcess('<bpmn:endEvent id="e"/>'), ['start-missing@p']],
    ['two start events', inProcess(`${sound}<bpmn:startEvent id="s2"/>`), ['start-several@p']],
    ['an id used twice', inProcess(`${sound}<bpmn:task id="s"/>`), ['id-duplicate@s']],
    ['no id', inProcess(`${sound}<bpmn:task name="查看"/>`), ['id-missing@null']],
    [
      'a flow to nowhere',
      drawing([start(), end()], ['begin -> end', 'begin -> gone']),
      ['reference-unresolved@begin-gone'],
    ],
    ['a flow with one end', inProcess(`${sound}<bpmn:sequenceFlow id="g" sourceRef="s"/>`), ['flow-unattached@g']],
    [
      'a default flow that is not there',
      drawing([start(), exclusive('x'), end()], ['begin -> x -> end']).replace('id="x"', 'id="x" default="gone"'),
      ['reference-unresolved@x'],
    ],
    [
      'a condition that is no FEEL',
      drawing([start(), exclusive('x'), end()], ['begin -> x', when('x -> end', 'a >')]),
      ['syntax-error@x-end'],
    ],
    ['a mapping that is no FEEL', withStep(plainTask('step', { outputs: { a: '1 +' } })), ['syntax-error@step']],
    ['an assignment without an area', withStep(userTask('step', { to: 'head@' })), ['assignment-incomplete@step']],
    ['a job without a type', withStep(serviceTask('step', { type: '' })), ['job-type-missing@step']],
    ['a rule without a decision', withStep(businessRuleTask('step', '', 'way')), ['decision-missing@step']],
    ['a timer without a time', withStep(timer('step', 'duration=')), ['timer-empty@step']],
    ['a timer that is no time', withStep(timer('step', 'duration=4 小时')), ['timer-not-a-time@step']],
    ['a date that does not exist', withStep(timer('step', 'date=2026-02-30')), ['timer-not-a-time@step']],
    ['a cycle without time between', withStep(timer('step', 'cycle=R/PT0S')), ['timer-not-a-time@step']],
    [
      'a boundary on nothing',
      inProcess(
        `${sound}<bpmn:boundaryEvent id="b"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`,
      ),
      ['boundary-unattached@b'],
    ],
    [
      'a boundary on a gateway',
      drawing([start(), exclusive('x'), boundary('b', 'x', 'duration=PT1H'), end()], ['begin -> x -> end', 'b -> end']),
      ['boundary-unattached@b'],
    ],
  ])('%s', async (_what, xml, faults) => {
    expect(await faultsOf(xml)).toEqual(faults);
  });

  it('a flow into another process', async () => {
    const one = processOf([start('b1'), end('e1')], ['b1 -> e1', 'b1 -> e2'], 'one');

    expect(await faultsOf(bpmnFile(one + processOf([start('b2'), end('e2')], ['b2 -> e2'], 'two')))).toEqual([
      'flow-unattached@b1-e2',
    ]);
  });

  it('a flow into what only people read', async () => {
    const flow = '<bpmn:sequenceFlow id="g" sourceRef="s" targetRef="d"/>';

    expect(await faultsOf(inProcess(`${sound}<bpmn:dataObject id="d"/>${flow}`))).toEqual(['flow-unattached@g']);
  });

  it('and all faults at once', async () => {
    const nodes = [start(), plainTask('a', { outputs: { x: '1 +' } }), timer('b', 'duration=soon'), end()];

    expect(await faultsOf(drawing(nodes, ['begin -> a -> b -> end']))).toEqual([
      'syntax-error@a',
      'timer-not-a-time@b',
    ]);
  });
});
