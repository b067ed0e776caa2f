import { describe, expect, it } from 'vitest';
import { fileWith, refusals, type Refused } from './refused.ts';
import { end, flowsOf, onBoundary, processOf, start } from './run-model.ts';

const roots = '<message id="m" name="m"/>';
const task = '<task id="t"/>';
const byMessage = '<messageEventDefinition messageRef="m"/>';
const timer = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';
const process = (inside: string, ...flows: readonly string[]): string =>
  roots + processOf('p', start + inside + end, ...flows);
const onEvent = (inside: string): string => `<subProcess id="on" triggeredByEvent="true">${inside}</subProcess>`;
const begins = `<startEvent id="v">${byMessage}</startEvent>`;
const adHoc = (inside: string): string =>
  process(`<adHocSubProcess id="sub">${inside}</adHocSubProcess>`, 's -> sub -> e');

describe('an event sub-process (BPMN 2.0.2, 10.3.5)', () => {
  it.each<Refused>([
    ['has a start event', process(task + onEvent('<task id="i"/>'), 's -> t -> e'), 'event-sub-process-start@on'],
    [
      'has a trigger',
      process(task + onEvent(`<startEvent id="v"/><task id="i"/>${flowsOf('v -> i')}`), 's -> t -> e'),
      'event-sub-process-start@v',
    ],
    ['has no flow into it', process(task + onEvent(begins), 's -> t -> e', 't -> on'), 'event-sub-process-flow@on'],
    ['has no flow out of it', process(task + onEvent(begins), 's -> t -> e', 'on -> e'), 'event-sub-process-flow@on'],
    [
      'has no boundary',
      process(task + onEvent(begins) + onBoundary('b', 'on', timer), 's -> t -> e', 'b -> e'),
      'boundary-unattached@b',
    ],
    [
      'does not loop',
      process(task + onEvent(`<standardLoopCharacteristics loopMaximum="2"/>${begins}`), 's -> t -> e'),
      'event-sub-process-loop@on',
    ],
    [
      'is no transaction',
      process(
        `${task}<transaction id="on" triggeredByEvent="true"><startEvent id="v">${byMessage}</startEvent></transaction>`,
        's -> t -> e',
      ),
      'event-sub-process-kind@on',
      'event-kind-here@v',
    ],
  ])('%s', async (_what, definitions, ...faults) => {
    expect(await refusals(fileWith(definitions))).toEqual(faults);
  });
});

describe('an ad-hoc sub-process (10.3.5)', () => {
  it.each<Refused>([
    ['has an activity', adHoc('<intermediateThrowEvent id="x"/>'), 'ad-hoc-empty@sub'],
    ['has no start event', adHoc(`<startEvent id="v"/><task id="i"/>${flowsOf('v -> i')}`), 'ad-hoc-event@v'],
    ['has no end event', adHoc(`<task id="i"/><endEvent id="v"/>${flowsOf('i -> v')}`), 'ad-hoc-event@v'],
    [
      'has a condition in FEEL',
      adHoc('<task id="i"/><completionCondition xsi:type="tFormalExpression">1 +</completionCondition>'),
      'syntax-error@sub',
    ],
  ])('%s', async (_what, definitions, ...faults) => {
    expect(await refusals(fileWith(definitions))).toEqual(faults);
  });
});

describe('a transaction is cancelled from inside (10.3.5)', () => {
  const cancelEnd = (id: string): string =>
    `<startEvent id="v"/><endEvent id="${id}"><cancelEventDefinition/></endEvent>${flowsOf(`v -> ${id}`)}`;

  it.each<Refused>([
    [
      'not outside of one',
      process(`<subProcess id="sub">${cancelEnd('c')}</subProcess>`, 's -> sub -> e'),
      'cancel-outside-transaction@c',
    ],
    [
      'not in a sub-process of it',
      process(`<transaction id="tx"><subProcess id="sub">${cancelEnd('c')}</subProcess></transaction>`, 's -> tx -> e'),
      'cancel-outside-transaction@c',
    ],
    [
      'not on the boundary of something else',
      process(task + onBoundary('b', 't', '<cancelEventDefinition/>'), 's -> t -> e', 'b -> e'),
      'cancel-outside-transaction@b',
    ],
    [
      'not without interrupting it',
      process(
        `<transaction id="tx">${cancelEnd('c')}</transaction>${onBoundary('b', 'tx', '<cancelEventDefinition/>', false)}`,
        's -> tx -> e',
        'b -> e',
      ),
      'must-interrupt@b',
    ],
  ])('%s', async (_what, definitions, ...faults) => {
    expect(await refusals(fileWith(definitions))).toEqual(faults);
  });

  it('but so', async () => {
    const model = process(
      `<transaction id="tx">${cancelEnd('c')}</transaction>${onBoundary('b', 'tx', '<cancelEventDefinition/>')}`,
      's -> tx -> e',
      'b -> e',
    );

    expect(await refusals(fileWith(model))).toEqual([]);
  });
});

describe('compensation (10.7)', () => {
  const undone = (id = 'b'): string => onBoundary(id, 't', '<compensateEventDefinition/>');
  const handler = (id: string): string => `<task id="${id}" isForCompensation="true"/>`;
  const linked = (from: string, to: string): string =>
    `<association id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`;
  const throwing = (activity: string): string =>
    `<intermediateThrowEvent id="x"><compensateEventDefinition activityRef="${activity}"/></intermediateThrowEvent>`;

  it.each<Refused>([
    ['has a handler', process(task + undone(), 's -> t -> e'), 'compensation-handler@b'],
    [
      'has one handler',
      process(task + undone() + handler('h') + handler('i') + linked('b', 'h') + linked('b', 'i'), 's -> t -> e'),
      'compensation-handler@b',
    ],
    [
      'has a handler that is for it',
      process(`${task}${undone()}<task id="h"/>${linked('b', 'h')}`, 's -> t -> e'),
      'compensation-handler@b',
    ],
    [
      'has a handler of its scope',
      process(
        `${task}${undone()}<subProcess id="sub">${handler('h')}</subProcess>${linked('b', 'h')}`,
        's -> t -> sub -> e',
      ),
      'compensation-handler@b',
    ],
    [
      'leads to it by no flow',
      process(task + undone() + handler('h') + linked('b', 'h'), 's -> t -> e', 'b -> e'),
      'compensation-flow@b',
    ],
    [
      'is there once',
      process(
        task + undone() + undone('c') + handler('h') + handler('i') + linked('b', 'h') + linked('c', 'i'),
        's -> t -> e',
      ),
      'compensation-twice@c',
    ],
    [
      'has a handler outside the flow',
      process(task + undone() + handler('h') + linked('b', 'h'), 's -> t -> e', 'h -> e'),
      'compensation-in-flow@h',
    ],
    [
      'has a handler without a boundary',
      process(task + undone() + handler('h') + linked('b', 'h') + onBoundary('w', 'h', timer), 's -> t -> e', 'w -> e'),
      'compensation-boundary@h',
    ],
    ['is thrown for an activity', process(task + throwing('s'), 's -> t -> x -> e'), 'compensation-activity@x'],
    [
      'is thrown for an activity of this process',
      `${process(task + throwing('q1'), 's -> t -> x -> e')}${processOf('q', '<task id="q1"/>')}`,
      'compensation-activity@x',
    ],
    [
      'is thrown for an activity of its scope',
      process(`<subProcess id="sub"><task id="i"/></subProcess>${throwing('i')}`, 's -> sub -> x -> e'),
      'compensation-activity@x',
    ],
  ])('%s', async (_what, definitions, ...faults) => {
    expect(await refusals(fileWith(definitions))).toEqual(faults);
  });
});
