import { describe, expect, it } from 'vitest';
import { begin, complete, end, flowsOf, formal, onBoundary, processOf, ran, start, user } from './run-model.ts';

const over = (collection: string, more = '', attributes = ''): string =>
  `<multiInstanceLoopCharacteristics ${attributes}><extensionElements><zeebe:loopCharacteristics inputCollection="=${collection}" inputElement="x" outputCollection="all" outputElement="=y"/></extensionElements>${more}</multiInstanceLoopCharacteristics>`;
const tenfold =
  '<extensionElements><zeebe:ioMapping><zeebe:output source="=x * 10 + given" target="y"/></zeebe:ioMapping></extensionElements>';
const each = (loop: string): string =>
  processOf('p', `${start}<userTask id="u">${tenfold}${loop}</userTask>${end}`, 's -> u -> e');

describe('a parallel multi-instance activity (BPMN 2.0.2, 13.3.7)', () => {
  it('begins one iteration for each item, collects what they give in the order of the items', async () => {
    const run = await ran(each(over('[1, 2]')), begin(), complete('u', { given: 5 }), complete('u', { given: 6 }));

    expect(run.lines).toBe('+s -s +u +u +u -u -u -u +e -e');
    expect(run.variables).toEqual({ all: [15, 26] });
  });

  it('passes at once where there is nothing to do', async () => {
    const run = await ran(each(over('[]')), begin());

    expect(run.lines).toBe('+s -s +u -u +e -e');
    expect(run.variables).toEqual({ all: [] });
  });

  it('ends early when its condition holds, and cancels what goes on', async () => {
    const done = formal('completionCondition', 'numberOfCompletedInstances >= 1');
    const run = await ran(each(over('[1, 2, 3]', done)), begin(), complete('u', { given: 0 }));

    expect(run.lines).toBe('+s -s +u +u +u +u -u !u !u -u +e -e');
    expect(run.variables).toEqual({ all: [10, null, null] });
  });

  it('may say how often instead of for what', async () => {
    const loop = `<multiInstanceLoopCharacteristics>${formal('loopCardinality', 'n + 1')}</multiInstanceLoopCharacteristics>`;
    const run = await ran(
      processOf('p', `${start}<userTask id="u">${loop}</userTask>${end}`, 's -> u -> e'),
      begin({ n: 1 }),
    );

    expect(run.waiting.map(({ element }) => element)).toEqual(['u', 'u']);
  });

  it('is stuck on what can be neither counted nor gone through', async () => {
    const run = await ran(each(over('1 + 1')), begin());

    expect(run.faults.map(({ code, element }) => `${code}@${element}`)).toEqual(['loop-not-countable@u']);
  });

  it('lets no iteration see or set what another one, or its surroundings, has', async () => {
    const script =
      '<extensionElements><zeebe:script expression="=seen + 1" resultVariable="seen"/></extensionElements>';
    const loop = over('[1, 2]').replace('=y', '=seen');
    const inside = `<subProcess id="sub">${loop}<startEvent id="is"/><scriptTask id="t">${script}</scriptTask><endEvent id="ie"/>${flowsOf('is -> t -> ie')}</subProcess>`;
    const run = await ran(processOf('p', `${start}${inside}${end}`, 's -> sub -> e'), begin({ seen: 1 }));

    expect(run.variables).toEqual({ seen: 1, all: [2, 2] });
  });

  it('has one boundary around all of its iterations', async () => {
    const late = onBoundary(
      'late',
      'u',
      '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>',
    );
    const model = processOf(
      'p',
      `${start}<userTask id="u">${over('[1, 2]')}</userTask>${late}${end}<endEvent id="gone"/>`,
      's -> u -> e',
      'late -> gone',
    );
    const run = await ran(model, begin(), { do: 'advance', by: 'PT1H' });

    expect(run.lines).toBe('+s -s +u +u +u !u !u !u +late -late +gone -gone');
  });
});

describe('a sequential multi-instance activity', () => {
  it('begins an iteration when the one before has ended', async () => {
    const run = await ran(
      each(over('[1, 2]', '', 'isSequential="true"')),
      begin(),
      complete('u', { given: 5 }),
      complete('u', { given: 6 }),
    );

    expect(run.lines).toBe('+s -s +u +u -u +u -u -u +e -e');
    expect(run.variables).toEqual({ all: [15, 26] });
  });

  it('begins no more when its condition holds', async () => {
    const done = formal('completionCondition', 'y > 10');
    const run = await ran(each(over('[1, 2, 3]', done, 'isSequential="true"')), begin(), complete('u', { given: 5 }));

    expect(run.lines).toBe('+s -s +u +u -u -u +e -e');
  });
});

describe('the events of a multi-instance activity (table 10.29)', () => {
  const signal = '<signal id="done" name="done"/><signalEventDefinition id="sd" signalRef="done"/>';
  const behaving = (attributes: string): string =>
    `<signal id="done" name="done"/><escalation id="x" escalationCode="one"/>${processOf(
      'p',
      `${start}<userTask id="u"><multiInstanceLoopCharacteristics ${attributes}>${formal('loopCardinality', '2')}</multiInstanceLoopCharacteristics></userTask>${onBoundary('told', 'u', '<signalEventDefinition signalRef="done"/>', false)}<endEvent id="heard"/>${end}`,
      's -> u -> e',
      'told -> heard',
    )}${signal.slice(signal.indexOf('<signalEventDefinition'))}`;

  it('`one` throws its event with the first iteration that completes', async () => {
    const run = await ran(behaving('behavior="One" oneBehaviorEventRef="sd"'), begin(), complete('u'), complete('u'));

    expect(run.lines.match(/\+told/g)).toHaveLength(1);
  });

  it('`none` throws its event with each', async () => {
    const run = await ran(behaving('behavior="None" noneBehaviorEventRef="sd"'), begin(), complete('u'), complete('u'));

    expect(run.lines.match(/\+told/g)).toHaveLength(2);
  });

  it('`all`, the default, throws none', async () => {
    const run = await ran(behaving(''), begin(), complete('u'), complete('u'));

    expect(run.lines).not.toContain('told');
  });

  it('`complex` throws what its conditions say', async () => {
    const complex = `<multiInstanceLoopCharacteristics behavior="Complex">${formal('loopCardinality', '3')}<complexBehaviorDefinition>${formal('condition', 'numberOfCompletedInstances = 2')}<event id="it"><signalEventDefinition signalRef="done"/></event></complexBehaviorDefinition></multiInstanceLoopCharacteristics>`;
    const model = `<signal id="done" name="done"/>${processOf('p', `${start}<userTask id="u">${complex}</userTask>${onBoundary('told', 'u', '<signalEventDefinition signalRef="done"/>')}<endEvent id="heard"/>${end}`, 's -> u -> e', 'told -> heard')}`;
    const run = await ran(model, begin(), complete('u'), complete('u'));

    expect(run.lines).toBe('+s -s +u +u +u +u -u -u !u !u +told -told +heard -heard');
  });
});

describe('a standard loop (BPMN 2.0.2, 13.3.6)', () => {
  const count = '<extensionElements><zeebe:script expression="=n + 1" resultVariable="n"/></extensionElements>';
  const looping = (loop: string): string =>
    processOf('p', `${start}<scriptTask id="t">${count}${loop}</scriptTask>${end}`, 's -> t -> e');
  const until = formal('loopCondition', 'n < 3');

  it('goes round until its condition no longer holds, asked after each turn', async () => {
    const run = await ran(
      looping(`<standardLoopCharacteristics>${until}</standardLoopCharacteristics>`),
      begin({ n: 5 }),
    );

    expect(run.variables).toEqual({ n: 6 });
  });

  it('asks before each turn where it says so, and may never begin', async () => {
    const loop = `<standardLoopCharacteristics testBefore="true">${until}</standardLoopCharacteristics>`;

    expect((await ran(looping(loop), begin({ n: 5 }))).variables).toEqual({ n: 5 });
    expect((await ran(looping(loop), begin({ n: 0 }))).variables).toEqual({ n: 3 });
  });

  it('ends with its maximum, whatever its condition says', async () => {
    const loop = `<standardLoopCharacteristics loopMaximum="2">${formal('loopCondition', 'true')}</standardLoopCharacteristics>`;

    expect((await ran(looping(loop), begin({ n: 0 }))).variables).toEqual({ n: 2 });
  });

  it('repeats what people do as well', async () => {
    const loop = `<standardLoopCharacteristics loopMaximum="2"/>`;
    const run = await ran(
      processOf('p', `${start}${user('u').replace('/>', `>${loop}</userTask>`)}${end}`, 's -> u -> e'),
      begin(),
      complete('u'),
      complete('u'),
    );

    expect(run.lines).toBe('+s -s +u +u -u +u -u -u +e -e');
  });
});
