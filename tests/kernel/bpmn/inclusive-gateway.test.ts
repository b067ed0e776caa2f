import { describe, expect, it } from 'vitest';
import { begin, complete, end, flowsOf, onBoundary, processOf, ran, start, user } from './run-model.ts';

const gateways = '<inclusiveGateway id="split"/><inclusiveGateway id="join"/>';
const two = `${start}${gateways}${user('a')}${user('b')}${end}`;

describe('an inclusive gateway (BPMN 2.0.2, 13.4.3)', () => {
  it('takes every way whose condition holds, and joins exactly those', async () => {
    const model = processOf(
      'p',
      `${two}${user('c')}`,
      's -> split -> a [x > 0] -> join -> e',
      'split -> b [x > 1] -> join',
      'split -> c [x > 2] -> join',
    );
    const run = await ran(model, begin({ x: 2 }), complete('a'), complete('b'));

    expect(run.lines).toBe('+s -s +split -split +a +b -a +join -b +join -join +e -e');
    expect(run.outcome).toBe('completed');
  });

  it('takes its default when no condition holds', async () => {
    const split = '<inclusiveGateway id="split" default="split_b"/>';
    const model = processOf('p', `${start}${split}${user('a')}${user('b')}`, 's -> split -> a [false]', 'split -> b');

    expect((await ran(model)).waiting.map(({ element }) => element)).toEqual(['b']);
  });

  it('is stuck where no condition holds and there is no default', async () => {
    const model = processOf('p', `${start}<inclusiveGateway id="split"/>${user('a')}`, 's -> split -> a [false]');

    expect((await ran(model)).faults.map(({ code }) => code)).toEqual(['no-flow-taken']);
  });
});

describe('an inclusive join', () => {
  it('waits for a token that can still come, and fires when that token dies', async () => {
    const late = onBoundary(
      'late',
      'b',
      '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>',
    );
    const model = processOf(
      'p',
      `${two}${late}<endEvent id="away"/>`,
      's -> split -> a -> join -> e',
      'split -> b -> join',
      'late -> away',
    );
    const run = await ran(model, begin(), complete('a'), { do: 'advance', by: 'PT2H' });

    expect(run.lines).toBe('+s -s +split -split +a +b -a +join !b +late -late +away -away -join +e -e');
  });

  it('fires when a token goes a way that does not lead to it', async () => {
    const away = '<exclusiveGateway id="x" default="x_join"/><endEvent id="away"/>';
    const model = processOf(
      'p',
      `${two}${away}`,
      's -> split -> a -> join -> e',
      'split -> b -> x -> join',
      'x -> away [gone]',
    );
    const run = await ran(model, begin({ gone: true }), complete('a'), complete('b'));

    expect(run.lines).toMatch(/-b \+x -x \+away -away -join \+e -e$/);
  });

  it('does not wait for a token that can reach it by a supplied flow too (table 13.3)', async () => {
    // The token at b may come by either flow: the one that has a token already, or the empty one.
    const way = '<exclusiveGateway id="m"/><exclusiveGateway id="x" default="x_m"/>';
    const model = processOf(
      'p',
      `${two}${way}`,
      's -> split -> a -> m -> join -> e',
      'split -> b -> x -> m',
      'x -> join [y]',
    );
    const run = await ran(model, begin({ y: false }), complete('a'));

    expect(run.lines).toMatch(/-a \+m -m \+join -join \+e -e$/);
    expect(run.waiting.map(({ element }) => element)).toEqual(['b']);
  });

  it('waits for what is inside a sub-process before it', async () => {
    const inside = `<subProcess id="sub"><startEvent id="is"/>${user('in')}<endEvent id="ie"/>${flowsOf('is -> in -> ie')}</subProcess>`;
    const model = processOf(
      'p',
      `${start}${gateways}${user('a')}${inside}${end}`,
      's -> split -> a -> join -> e',
      'split -> sub -> join',
    );
    const run = await ran(model, begin(), complete('a'), complete('in'));

    expect(run.lines).toBe('+s -s +split -split +a +sub +is -is +in -a +join -in +ie -ie -sub +join -join +e -e');
  });

  it('looks through a link', async () => {
    const link =
      '<intermediateThrowEvent id="to"><linkEventDefinition name="L"/></intermediateThrowEvent><intermediateCatchEvent id="from"><linkEventDefinition name="L"/></intermediateCatchEvent>';
    const model = processOf('p', `${two}${link}`, 's -> split -> a -> join -> e', 'split -> b -> to', 'from -> join');
    const run = await ran(model, begin(), complete('a'), complete('b'));

    expect(run.lines).toBe('+s -s +split -split +a +b -a +join -b +to -to +from -from +join -join +e -e');
  });

  it('in a loop does not wait for a token that must pass it first', async () => {
    const loop = '<exclusiveGateway id="m"/><inclusiveGateway id="join"/><exclusiveGateway id="x" default="x_e"/>';
    const model = processOf(
      'p',
      `${start}${loop}${user('a')}${user('b')}${end}`,
      's -> m -> join -> a -> x -> e',
      'x -> b [again] -> join',
    );
    const run = await ran(model, begin({ again: true }), complete('a'), complete('b'), complete('a'));

    expect(run.lines).toMatch(/^\+s -s \+m -m \+join -join \+a -a \+x -x \+b -b \+join -join \+a/);
  });
});
