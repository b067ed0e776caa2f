import { describe, expect, it } from 'vitest';
import {
  begin,
  complete,
  end,
  faultsOf,
  flowsOf,
  formal,
  job,
  onBoundary,
  processOf,
  ran,
  start,
  user,
} from './run-model.ts';

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

describe('the data of a multi-instance activity in the words of the standard (tables 10.29, 10.30)', () => {
  const data = (attributes: string, more = ''): string =>
    processOf(
      'p',
      `<dataObject id="orders" name="orders" isCollection="true"/><dataObject id="answers" name="answers" isCollection="true"/>${start}<scriptTask id="t"><extensionElements><zeebe:script expression="=order * 10" resultVariable="answer"/></extensionElements><multiInstanceLoopCharacteristics ${attributes}><loopDataInputRef>orders</loopDataInputRef><loopDataOutputRef>answers</loopDataOutputRef><inputDataItem id="in" name="order"/><outputDataItem id="out" name="answer"/>${more}</multiInstanceLoopCharacteristics></scriptTask>${end}`,
      's -> t -> e',
    );

  it.each(['isSequential="false"', 'isSequential="true"'])('goes through its input, item by item: %s', async (how) => {
    const run = await ran(data(how), begin({ orders: [1, 2, 3] }));

    expect(run.variables).toEqual({ orders: [1, 2, 3], answers: [10, 20, 30] });
  });

  it('is stuck where its input is no list', async () => {
    const run = await ran(data(''), begin({ orders: 3 }));

    expect(run.faults.map(({ code }) => code)).toEqual(['loop-not-countable']);
  });
});

describe('the completion condition of a multi-instance activity (13.3.7)', () => {
  it('sees what the iteration that has just completed sees, its item and its counter', async () => {
    const run = await ran(
      each(over('[1, 2, 3]', formal('completionCondition', 'x = 2 and loopCounter = 2'))),
      begin(),
      complete('u', { given: 0 }),
      complete('u', { given: 0 }),
    );

    expect(run.lines).toBe('+s -s +u +u +u +u -u -u !u -u +e -e');
  });

  it('sees the counts of the loop (table 10.30)', async () => {
    const condition = formal(
      'completionCondition',
      'numberOfInstances = 3 and numberOfActiveInstances = 1 and numberOfCompletedInstances = 2 and numberOfTerminatedInstances = 0',
    );
    const run = await ran(
      each(over('[1, 2, 3]', condition)),
      begin(),
      complete('u', { given: 0 }),
      complete('u', { given: 0 }),
    );

    expect(run.lines).toMatch(/-u -u !u -u \+e -e$/);
  });

  it('cancels the jobs of what still goes on', async () => {
    const loop = `<multiInstanceLoopCharacteristics>${formal('loopCardinality', '2')}${formal('completionCondition', 'true')}</multiInstanceLoopCharacteristics>`;
    const model = processOf(
      'p',
      `${start}${job('j').replace('</serviceTask>', `${loop}</serviceTask>`)}${end}`,
      's -> j -> e',
    );
    const run = await ran(model, begin(), complete('j'));

    expect(run.lines).toBe('+s -s +j +j +j -j !j -j +e -e');
    expect(run.waiting).toEqual([]);
  });

  it('that cannot be told keeps the loop, not what was done in it', async () => {
    const run = await ran(
      each(over('[1, 2]', formal('completionCondition', 'function(y) y'))),
      begin(),
      complete('u', { given: 0 }),
    );

    expect(run.lines).toBe('+s -s +u +u +u -u');
    expect(run.faults.map(({ element }) => element)).toEqual(['u']);
  });
});

describe('the boundary of a loop (10.5.4)', () => {
  it('is armed no more when all of its iterations have ended, even where its way out is stuck', async () => {
    const late = onBoundary(
      'late',
      'u',
      '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>',
    );
    const model = processOf(
      'p',
      `${start}<userTask id="u">${over('[1]')}</userTask>${late}${end}<endEvent id="gone"/>`,
      's -> u',
      'u -> e [function(x) x]',
      'u -> gone [function(x) x]',
      'late -> gone',
    );
    const run = await ran(model, begin(), complete('u'), { do: 'advance', by: 'PT2H' });

    expect(run.lines).toBe('+s -s +u +u -u');
    expect(run.faults.map(({ element }) => element)).toEqual(['u']);
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

  it('throws a signal without a name where none is named (table 10.30)', async () => {
    const unnamed = behaving('behavior="One"').replaceAll(
      '<signalEventDefinition signalRef="done"/>',
      '<signalEventDefinition/>',
    );
    const run = await ran(unnamed, begin(), complete('u'), complete('u'));

    expect(run.lines).toBe('+s -s +u +u +u -u +told -told +heard -heard -u -u +e -e');
  });

  it('sends the counts of the loop out with its event', async () => {
    const run = await ran(behaving('behavior="None" noneBehaviorEventRef="sd"'), begin(), complete('u'));

    expect(run.variables).toEqual({
      numberOfInstances: 2,
      numberOfActiveInstances: 1,
      numberOfCompletedInstances: 1,
      numberOfTerminatedInstances: 0,
    });
  });

  it('is stuck when its event is an error that nobody catches', async () => {
    const failing = behaving('behavior="One" oneBehaviorEventRef="ed"') + '<errorEventDefinition id="ed"/>';
    const run = await ran(failing, begin(), complete('u'));

    expect(run.faults.map(({ code, element }) => `${code}@${element}`)).toEqual(['error-unhandled@u']);
  });

  it('throws nothing that could not be caught', async () => {
    const timer =
      '<timerEventDefinition id="td"><timeDuration>PT1H</timeDuration></timerEventDefinition><terminateEventDefinition id="end"/>';

    expect(await faultsOf(behaving('behavior="One" oneBehaviorEventRef="td"') + timer, true)).toEqual([
      'loop-event-kind@u',
    ]);
    expect(await faultsOf(behaving('behavior="None" noneBehaviorEventRef="end"') + timer, true)).toEqual([
      'loop-event-kind@u',
    ]);
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
