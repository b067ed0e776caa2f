import { describe, expect, it } from 'vitest';
import type { RunStep } from '../../../server/kernel/world/steps.ts';
import {
  begin,
  complete,
  end,
  faultsOf,
  flowsOf,
  formal,
  onBoundary,
  processOf,
  ran,
  start,
  user,
} from './run-model.ts';

const adHoc = (attributes: string, inside: string, condition = ''): string =>
  processOf(
    'p',
    `${start}<adHocSubProcess id="h" ${attributes}>${inside}${condition && formal('completionCondition', condition)}</adHocSubProcess>${end}`,
    's -> h -> e',
  );
const beginningWith = (...ids: readonly string[]): string =>
  `<extensionElements><zeebe:adHoc activeElementsCollection="=[${ids.map((id) => `&quot;${id}&quot;`).join(', ')}]"/></extensionElements>`;
/** A user task whose submission becomes the variable `n`. */
const counted = (id: string): string =>
  `<userTask id="${id}"><extensionElements><zeebe:ioMapping><zeebe:output source="=n" target="n"/></zeebe:ioMapping></extensionElements></userTask>`;
const pick = (element: string): RunStep => ({ do: 'trigger', element });
const tasks = counted('a') + counted('b');

describe('an ad-hoc sub-process (BPMN 2.0.2, 10.3.5, 13.3.5)', () => {
  it('begins nothing by itself: somebody picks what is done', async () => {
    const run = await ran(adHoc('', tasks), begin(), pick('b'));

    expect(run.lines).toBe('+s -s +h +b');
  });

  it('without a condition is done when each of its activities was done once', async () => {
    const run = await ran(adHoc('', tasks), begin(), pick('b'), complete('b'), pick('a'), complete('a'));

    expect(run.lines).toBe('+s -s +h +b -b +a -a -h +e -e');
  });

  it('begins by itself what its collection names, and is done with it', async () => {
    const run = await ran(adHoc('', beginningWith('a', 'b') + tasks), begin(), complete('a'), complete('b'));

    expect(run.lines).toBe('+s -s +h +a +b -a -b -h +e -e');
  });

  it('goes on along the flows inside it', async () => {
    const run = await ran(adHoc('', tasks + flowsOf('a -> b')), begin(), pick('a'), complete('a'), complete('b'));

    expect(run.lines).toBe('+s -s +h +a -a +b -b -h +e -e');
  });

  it('does not let somebody pick what a flow leads to', async () => {
    const run = await ran(adHoc('', tasks + flowsOf('a -> b')), begin(), pick('b'));

    expect(run.outcome).toBe('refused');
  });

  it('is taken away by an event on its boundary, with all that goes on inside', async () => {
    const late = onBoundary('x', 'h', '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>');
    const model = adHoc('', tasks).replace(end, `${late}<endEvent id="f"/>${flowsOf('x -> f')}${end}`);
    const run = await ran(model, begin(), pick('a'), { do: 'advance', by: 'PT1H' });

    expect(run.lines).toBe('+s -s +h +a !a !h +x -x +f -f');
  });
});

describe('an event in an ad-hoc sub-process that nothing leads to (13.3.5)', () => {
  const hearing = `<intermediateCatchEvent id="m"><messageEventDefinition messageRef="mm"/></intermediateCatchEvent>${counted('a')}`;
  const model = (condition = ''): string =>
    `<message id="mm" name="mm"/>${adHoc('', hearing + flowsOf('m -> a'), condition)}`;
  const send: RunStep = { do: 'message', name: 'mm' };

  it('is waited for from the beginning, and may happen again and again', async () => {
    const run = await ran(model('n = 2'), begin(), send, send);

    expect(run.lines).toBe('+s -s +h +m -m +a +m -m +a +m');
  });

  it('is waited for no more when the sub-process is done', async () => {
    const run = await ran(model('n = 2'), begin(), send, complete('a', { n: 1 }), send, complete('a', { n: 2 }), send);

    expect(run.lines).toBe('+s -s +h +m -m +a +m -a -m +a +m -a !m -h +e -e');
    expect(run.faults.map(({ code }) => code)).toEqual(['message-undelivered']);
  });

  it('does not keep alive a sub-process whose activities were all done', async () => {
    const run = await ran(model(), begin(), send, complete('a'));

    expect(run.lines).toBe('+s -s +h +m -m +a +m -a !m -h +e -e');
  });

  it('happens once where it is a condition, or a date', async () => {
    const condition = `<intermediateCatchEvent id="m"><conditionalEventDefinition>${formal('condition', 'x = 1')}</conditionalEventDefinition></intermediateCatchEvent>`;
    const run = await ran(adHoc('', condition + counted('a') + flowsOf('m -> a')), begin({ x: 1 }));

    expect(run.lines).toBe('+s -s +h +m -m +a');
  });

  it('is not waited for longer by an ad-hoc sub-process that lets what goes on end', async () => {
    const lasting = model('n = 2').replace('id="h"', 'id="h" cancelRemainingInstances="false"');
    const run = await ran(lasting, begin(), send, send, complete('a', { n: 2 }), complete('a', { n: 0 }));

    expect(run.lines).toBe('+s -s +h +m -m +a +m -m +a +m -a -a !m -h +e -e');
  });
});

describe('the condition of an ad-hoc sub-process', () => {
  it('is asked after each activity, and not before the first', async () => {
    const run = await ran(adHoc('', tasks, 'n >= 2'), begin({ n: 5 }), pick('a'), complete('a', { n: 1 }), pick('a'));

    expect(run.lines).toBe('+s -s +h +a -a +a');
  });

  it('cancels what still goes on when it holds', async () => {
    const run = await ran(
      adHoc('cancelRemainingInstances="true"', tasks, 'n >= 2'),
      begin(),
      pick('a'),
      pick('b'),
      complete('a', { n: 2 }),
    );

    expect(run.lines).toBe('+s -s +h +a +b -a !b -h +e -e');
  });

  it('lets what still goes on end where it is not to be cancelled', async () => {
    const run = await ran(
      adHoc('cancelRemainingInstances="false"', tasks, 'n >= 2'),
      begin(),
      pick('a'),
      pick('b'),
      complete('a', { n: 2 }),
      complete('b', { n: 0 }),
    );

    expect(run.lines).toBe('+s -s +h +a +b -a -b -h +e -e');
  });

  it('that has held lets nothing else begin, neither picked nor by a flow', async () => {
    const inside = tasks + counted('c') + flowsOf('b -> c');
    const model = adHoc('cancelRemainingInstances="false"', inside, 'n >= 2');
    const held = [begin(), pick('a'), pick('b'), complete('a', { n: 2 })];

    expect((await ran(model, ...held, pick('a'))).outcome).toBe('refused');
    expect((await ran(model, ...held, complete('b', { n: 0 }))).lines).toBe('+s -s +h +a +b -a -b -h +e -e');
  });

  it('that cannot be told yet does not hold yet', async () => {
    const run = await ran(adHoc('', counted('a') + user('b'), 'n >= 2'), begin(), pick('b'), complete('b'));

    expect(run.lines).toBe('+s -s +h +b -b');
    expect(run.faults).toEqual([]);
  });
});

describe('a parallel ad-hoc sub-process', () => {
  it('does several activities at a time', async () => {
    expect((await ran(adHoc('ordering="Parallel"', tasks), begin(), pick('a'), pick('b'))).lines).toBe(
      '+s -s +h +a +b',
    );
  });
});

describe('a sequential ad-hoc sub-process', () => {
  const sequential = 'ordering="Sequential"';

  it('lets nothing be picked while something is done', async () => {
    const run = await ran(adHoc(sequential, tasks), begin(), pick('a'), pick('b'));

    expect(run.lines).toBe('+s -s +h +a');
    expect(run.outcome).toBe('refused');
  });

  it('does one after the other what its collection names', async () => {
    const run = await ran(adHoc(sequential, beginningWith('b', 'a') + tasks), begin(), complete('b'), complete('a'));

    expect(run.lines).toBe('+s -s +h +b -b +a -a -h +e -e');
  });

  it('does one after the other what flows lead to at once', async () => {
    const inside = tasks + counted('c') + flowsOf('a -> b', 'a -> c');
    const run = await ran(adHoc(sequential, inside), begin(), pick('a'), complete('a'), complete('b'), complete('c'));

    expect(run.lines).toBe('+s -s +h +a -a +b -b +c -c -h +e -e');
  });

  it('lets the next have its turn when the one before was taken away', async () => {
    const late = onBoundary('x', 'b', '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>');
    const inside = `${beginningWith('b', 'a')}${tasks}${late}<task id="t"/>${flowsOf('x -> t')}`;
    const run = await ran(adHoc(sequential, inside), begin(), { do: 'advance', by: 'PT1H' }, complete('a'));

    expect(run.lines).toBe('+s -s +h +b !b +x -x +t -t +a -a -h +e -e');
  });

  it('forgets whose turn it would be when its condition holds', async () => {
    const run = await ran(
      adHoc(sequential, beginningWith('b', 'a') + tasks, 'n >= 2'),
      begin(),
      complete('b', { n: 2 }),
    );

    expect(run.lines).toBe('+s -s +h +b -b -h +e -e');
  });
});

describe('an ad-hoc sub-process that breaks a rule of the standard', () => {
  it('has no activity inside', async () => {
    expect(await faultsOf(adHoc('', ''))).toEqual(['ad-hoc-empty@h']);
  });

  it('has start or end events inside', async () => {
    const inside = `<startEvent id="is"/>${user('a')}<endEvent id="ie"/>${flowsOf('is -> a -> ie')}`;

    expect(await faultsOf(adHoc('', inside))).toEqual(['ad-hoc-event@is', 'ad-hoc-event@ie']);
  });
});
