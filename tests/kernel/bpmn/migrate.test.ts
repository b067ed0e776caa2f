import { describe, expect, it } from 'vitest';
import { begin, complete, end, flowsOf, message, onBoundary, processOf, ran, start, user } from './run-model.ts';

const late = (id: string, host: string): string =>
  onBoundary(id, host, '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>');
const to = (elements: { readonly [from: string]: string } = {}) =>
  ({ do: 'migrate', process: 'new', elements }) as const;
const old = (inside: string, ...flows: readonly string[]): string => processOf('old', start + inside + end, ...flows);
/** Ids are unique in a file: the new model's are written with a 2. */
const renewed = (inside: string, ...flows: readonly string[]): string =>
  processOf('new', `<startEvent id="s2"/>${inside}<endEvent id="e2"/>`, ...flows);
const begun = { do: 'start', process: 'old' } as const;

describe('an instance moves to another model', () => {
  it('with the work in hand, which goes on under its new name and the new model’s way', async () => {
    const run = await ran(
      old(user('a'), 's -> a -> e') + renewed(user('a2') + user('b2'), 's2 -> a2 -> b2 -> e2'),
      begun,
      to({ a: 'a2' }),
      complete('a2'),
    );

    expect(run.lines).toBe('+s -s +a -a2 +b2');
    expect(run.faults).toEqual([]);
  });

  it('with the timers on its boundary, which keep their time', async () => {
    const run = await ran(
      old(user('a') + late('l', 'a'), 's -> a -> e', 'l -> e') +
        renewed(user('a2') + late('l2', 'a2') + user('b2'), 's2 -> a2 -> e2', 'l2 -> b2'),
      begun,
      { do: 'advance', by: 'PT30M' },
      to({ a: 'a2', l: 'l2' }),
      { do: 'advance', by: 'PT30M' },
    );

    expect(run.lines).toBe('+s -s +a !a2 +l2 -l2 +b2');
  });

  it('with the tokens that wait at a join', async () => {
    const split = (mark: string, more = ''): string =>
      `<parallelGateway id="g${mark}"/>${user(`a${mark}`)}${user(`b${mark}`)}<parallelGateway id="j${mark}"/>${more}`;
    const run = await ran(
      old(split(''), 's -> g -> a -> j -> e', 'g -> b -> j') +
        renewed(split('2', user('c2')), 's2 -> g2 -> a2 -> j2 -> c2 -> e2', 'g2 -> b2 -> j2'),
      begun,
      complete('a'),
      to({ a: 'a2', b: 'b2', g: 'g2', j: 'j2', a_j: 'a2_j2' }),
      complete('b2'),
    );

    expect(run.lines).toBe('+s -s +g -g +a +b -a +j -b2 +j2 -j2 +c2');
  });

  it('with what was completed and can still be undone', async () => {
    const undoable = (mark: string): string =>
      `${user(`a${mark}`)}${onBoundary(`u${mark}`, `a${mark}`, '<compensateEventDefinition/>')}<task id="h${mark}" isForCompensation="true"/><association id="as${mark}" sourceRef="u${mark}" targetRef="h${mark}"/>${user(`b${mark}`)}`;
    const undo = '<intermediateThrowEvent id="t2"><compensateEventDefinition/></intermediateThrowEvent>';
    const run = await ran(
      old(undoable(''), 's -> a -> b -> e') + renewed(undoable('2') + undo, 's2 -> a2 -> b2 -> t2 -> e2'),
      begun,
      complete('a'),
      to({ a: 'a2', b: 'b2', u: 'u2', h: 'h2' }),
      complete('b2'),
    );

    expect(run.lines).toBe('+s -s +a -a +b -b2 +t2 +h2 -h2 -t2 +e2 -e2');
  });

  it('with what its sub-processes are in the middle of', async () => {
    const nested = (mark: string): string =>
      `<subProcess id="sub${mark}"><startEvent id="is${mark}"/>${user(`a${mark}`)}${flowsOf(`is${mark} -> a${mark}`)}</subProcess>`;
    const run = await ran(
      old(nested(''), 's -> sub -> e') + renewed(nested('2'), 's2 -> sub2 -> e2'),
      begun,
      to({ sub: 'sub2', a: 'a2' }),
      complete('a2'),
    );

    expect(run.lines).toBe('+s -s +sub +is -is +a -a2 -sub2 +e2 -e2');
  });
});

describe('what has no place in the other model is reported, all of it, and nothing moves', () => {
  const caught = (id: string, definition: string): string =>
    `<intermediateCatchEvent id="${id}">${definition}</intermediateCatchEvent>`;
  const byMessage = '<messageEventDefinition messageRef="m"/>';
  const byTime = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';
  const several =
    '<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>';

  it.each<readonly [string, string, string, { readonly [from: string]: string }, readonly string[]]>([
    ['a step nobody named', user('a'), user('a2'), {}, ['a: a step that is alive']],
    ['a step of another kind', user('a'), '<task id="a2"/>', { a: 'a2' }, ['a: it is another kind of step']],
    [
      'a step that is done several times',
      user('a'),
      `<userTask id="a2">${several}</userTask>`,
      { a: 'a2' },
      ['a: it is another kind of step'],
    ],
    [
      'a step in another sub-process',
      user('a'),
      `<subProcess id="a3">${user('a2')}</subProcess>`,
      { a: 'a2' },
      ['a: its sub-process is another one'],
    ],
    ['a boundary event', user('a') + late('l', 'a'), user('a2'), { a: 'a2' }, ['l: an event that is waited for']],
    [
      'a boundary event of another step',
      user('a') + late('l', 'a'),
      `${user('a2')}${user('b2')}${late('l2', 'b2')}`,
      { a: 'a2', l: 'l2' },
      ['l: an event that is waited for'],
    ],
    [
      'an event of another kind',
      caught('a', byMessage),
      caught('a2', byTime),
      { a: 'a2' },
      ['a: it waits for something else there'],
    ],
  ])('%s', async (_what, before, after, elements, reports) => {
    const models =
      message('m') +
      old(before, 's -> a -> e') +
      renewed(after, 's2 -> a2 -> e2').replace(
        /<sequenceFlow id="s2_a2".*?e2"><\/sequenceFlow>/,
        after.includes('a3') ? '' : '$&',
      );
    const run = await ran(models, begun, to(elements));

    expect(run.faults.map(({ element, en }) => `${element}: ${/model: (.*?)\. Name/.exec(en)?.[1]}`)).toEqual(reports);
    expect(run.faults.every(({ code, zh }) => code === 'cannot-migrate' && zh.includes('请在对照表里写明'))).toBe(true);
    expect(run.lines).toBe('+s -s +a');
  });

  it('and a model that is not there', async () => {
    const run = await ran(old(user('a'), 's -> a -> e'), begin(), to());

    expect(run.faults.map(({ code, element }) => `${code}@${element}`)).toEqual(['unknown-element@new']);
  });
});
