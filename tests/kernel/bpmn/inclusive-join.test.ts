import { describe, expect, it } from 'vitest';
import {
  after,
  catching,
  compensate,
  ending,
  names,
  ofError,
  ofMessage,
  terminate,
  throwing,
} from './event-definitions.ts';
import { begin, complete, end, flowsOf, onBoundary, processOf, ran, start, user } from './run-model.ts';

const join = '<inclusiveGateway id="j"/>';
const split = '<parallelGateway id="split"/>';
const joined = (run: { readonly lines: string }): number => run.lines.split(' ').filter((line) => line === '-j').length;

describe('an inclusive join (BPMN 2.0.2, 13.4.3, table 13.3)', () => {
  it('waits through the boundary of an activity whose event leads to it', async () => {
    // The token at `u` can come by the boundary event alone.
    const inside = `${start}${split}${user('a')}${user('u')}${onBoundary('b', 'u', ofMessage('m'))}${join}${end}<endEvent id="f"/>`;
    const model = names + processOf('p', inside, 's -> split -> a -> j -> e', 'split -> u -> f', 'b -> j');
    const waits = await ran(model, begin(), complete('a'));
    const comes = await ran(model, begin(), complete('a'), { do: 'message', name: 'm' });
    const never = await ran(model, begin(), complete('a'), complete('u'));

    expect(joined(waits)).toBe(0);
    expect(comes.lines).toMatch(/-a \+j !u \+b -b \+j -j \+e -e$/);
    expect(never.lines).toMatch(/-u \+f -f -j \+e -e$/);
  });

  it('does not wait for a token that can come to it only through itself', async () => {
    const inside = `${start}${split}${user('a')}${user('b')}${join}<exclusiveGateway id="x" default="x_e"/>${end}`;
    const model = processOf('p', inside, 's -> split -> a -> j -> x -> e', 'split -> b -> j', 'x -> j [false]');
    const run = await ran(model, begin(), complete('a'), complete('b'));

    expect(joined(run)).toBe(1);
    expect(run.outcome).toBe('completed');
  });

  it('waits for what is inside nested sub-processes before it, and no longer than they last', async () => {
    const inner = `<subProcess id="inner"><startEvent id="iis"/>${user('deep')}<endEvent id="bad">${ofError('e1')}</endEvent>${flowsOf('iis -> deep -> bad')}</subProcess>`;
    const outer = `<subProcess id="outer"><startEvent id="is"/>${inner}${flowsOf('is -> inner')}</subProcess>`;
    const inside = `${start}${split}${user('a')}${outer}${onBoundary('b', 'outer', ofError('e1'))}${join}${end}<endEvent id="f"/>`;
    const model = names + processOf('p', inside, 's -> split -> a -> j -> e', 'split -> outer -> j', 'b -> f');
    const waits = await ran(model, begin(), complete('a'));
    const dies = await ran(model, begin(), complete('a'), complete('deep'));

    expect(joined(waits)).toBe(0);
    expect(dies.lines).toMatch(/!bad !inner !outer \+b -b \+f -f -j \+e -e$/);
  });

  it('in a sub-process sees the tokens of that alone', async () => {
    const inner = `<subProcess id="sub"><startEvent id="is"/><inclusiveGateway id="choose" default="choose_j"/>${user('c')}${join}<endEvent id="ie"/>${flowsOf('is -> choose -> j -> ie', 'choose -> c [false] -> j')}</subProcess>`;
    const inside = `${start}${split}${user('a')}${inner}${end}`;
    const run = await ran(processOf('p', inside, 's -> split -> a', 'split -> sub -> e'));

    expect(run.lines).toMatch(/\+j -j \+ie -ie -sub \+e -e$/);
    expect(run.waiting.map(({ element }) => element)).toEqual(['a']);
  });

  it('in each iteration sees the tokens of that iteration alone', async () => {
    const loop =
      '<multiInstanceLoopCharacteristics><loopCardinality xsi:type="tFormalExpression">=2</loopCardinality></multiInstanceLoopCharacteristics>';
    const sub = `<subProcess id="sub">${loop}<startEvent id="is"/>${split}${user('b')}${user('c')}${join}<endEvent id="ie"/>${flowsOf('is -> split -> b -> j -> ie', 'split -> c -> j')}</subProcess>`;
    const run = await ran(
      processOf('p', `${start}${sub}${end}`, 's -> sub -> e'),
      begin(),
      complete('b'),
      complete('c'),
    );

    expect(joined(run)).toBe(1);
    expect(run.waiting.map(({ element }) => element)).toEqual(['b', 'c']);
  });

  it('takes one token of each flow, and leaves a second one for the next time', async () => {
    const inside = `${start}${split}<exclusiveGateway id="m"/>${user('a')}${user('b')}${user('c')}${join}${end}`;
    const model = processOf('p', inside, 's -> split -> a -> m -> j -> e', 'split -> b -> m', 'split -> c -> j');
    const run = await ran(model, begin(), complete('a'), complete('b'), complete('c'));

    expect(joined(run)).toBe(2);
    expect(run.outcome).toBe('completed');
  });

  it.each([
    ['an end', ending('die', '')],
    ['a time', `<intermediateCatchEvent id="die">${after('PT1H')}</intermediateCatchEvent>`],
  ])('fires when the last token that could come has died at %s', async (_what, place) => {
    const inside = `${start}${split}${user('a')}${user('b')}<exclusiveGateway id="x" default="x_die"/>${place}${join}${end}`;
    const model = processOf('p', inside, 's -> split -> a -> j -> e', 'split -> b -> x -> die', 'x -> j [false]');
    const run = await ran(model, begin(), complete('a'), complete('b'));

    expect(run.lines).toMatch(/\+die (-die )?-j \+e -e$/);
  });

  it('is looked at again when a token was taken away with its activity', async () => {
    const inside = `${start}${split}${user('a')}${user('b')}${onBoundary('late', 'b', after('PT1H'))}${join}${end}<endEvent id="f"/>`;
    const model = processOf('p', inside, 's -> split -> a -> j -> e', 'split -> b -> j', 'late -> f');
    const run = await ran(model, begin(), complete('a'), { do: 'advance', by: 'PT1H' });

    expect(run.lines).toMatch(/!b \+late -late \+f -f -j \+e -e$/);
  });

  const gateways = `${split}<inclusiveGateway id="join"/>`;

  it('waits for what waits itself at another join', async () => {
    const inside = `${start}${gateways}<parallelGateway id="and"/>${user('a')}${user('b')}${user('c')}${end}`;
    const model = processOf(
      'p',
      inside,
      's -> split -> a -> join -> e',
      'split -> b -> and -> join',
      'split -> c -> and',
    );
    const run = await ran(model, begin(), complete('b'), complete('a'), complete('c'));

    expect(run.lines).toMatch(/-b \+and -a \+join -c \+and -and \+join -join \+e -e$/);
  });

  it('is over with its scope', async () => {
    const inside = `${start}${gateways}${user('a')}${user('b')}${user('c')}${end}${ending('x', terminate)}`;
    const model = processOf('p', inside, 's -> split -> a -> join -> e', 'split -> b -> join', 'split -> c -> x');
    const run = await ran(model, begin(), complete('a'), complete('c'));

    expect(run.lines).toMatch(/-a \+join -c \+x !b -x$/);
    expect(run.outcome).toBe('completed');
  });

  it('does not wait for a compensation that nobody waits for', async () => {
    // The throwing event's token has gone on to the end; only what it undoes is still at work.
    const handler = `<userTask id="undo" isForCompensation="true"/><association id="as" sourceRef="cb" targetRef="undo"/>`;
    const inside = `${start}${gateways}<task id="b"/>${onBoundary('cb', 'b', compensate)}${handler}${user('a')}${throwing('t', '<compensateEventDefinition waitForCompletion="false"/>')}<exclusiveGateway id="x" default="x_away"/>${end}<endEvent id="away"/>`;
    const model = processOf(
      'p',
      inside,
      's -> split -> a -> join -> e',
      'split -> b -> t -> x -> join [y]',
      'x -> away',
    );
    const run = await ran(model, begin({ y: false }), complete('a'));

    expect(run.lines).toMatch(/-a \+join -join \+e -e$/);
    expect(run.waiting.map(({ element }) => element)).toEqual(['undo']);
  });

  it('waits for an event in the flow that may yet happen', async () => {
    const inside = `${start}${gateways}${user('a')}${catching('c', ofMessage('m'))}${end}`;
    const model = names + processOf('p', inside, 's -> split -> a -> join -> e', 'split -> c -> join');
    const run = await ran(model, begin(), complete('a'), { do: 'message', name: 'm' });

    expect(run.lines).toBe('+s -s +split -split +a +c -a +join -c +join -join +e -e');
  });
});

describe('two inclusive joins (BPMN 2.0.2, 13.4.3)', () => {
  it('one behind the other fire in turn', async () => {
    const inside = `${start}${split}${user('a')}${user('b')}${user('c')}${join}<inclusiveGateway id="k"/>${end}`;
    const model = processOf('p', inside, 's -> split -> a -> j -> k -> e', 'split -> b -> j', 'split -> c -> k');
    const run = await ran(model, begin(), complete('c'), complete('a'), complete('b'));

    expect(run.lines).toMatch(/-c \+k -a \+j -b \+j -j \+k -k \+e -e$/);
  });

  it('that wait for each other are told as stuck, never left hanging in silence', async () => {
    // Each has a token by one flow, and the other one's token could come to its other flow: the standard lets neither go.
    const inside = `${start}${split}<exclusiveGateway id="x" default="x_e"/><exclusiveGateway id="y" default="y_f"/>${join}<inclusiveGateway id="k"/>${end}<endEvent id="f"/>`;
    const model = processOf(
      'p',
      inside,
      's -> split -> j -> x -> e',
      'split -> k -> y -> f',
      'x -> k [true]',
      'y -> j [true]',
    );
    const run = await ran(model);

    expect(run.outcome).toBe('incident');
    expect(run.faults.map(({ code, element }) => `${code}@${element}`)).toEqual(['join-starved@j']);
  });
});
