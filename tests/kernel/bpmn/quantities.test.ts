import { describe, expect, it } from 'vitest';
import { begin, complete, end, faultsOf, processOf, ran, start } from './run-model.ts';

const task = (id: string, attributes: string): string => `<task id="${id}" ${attributes}/>`;
const split = '<parallelGateway id="g"/>';

describe('the start quantity of an activity (BPMN 2.0.2, 10.3, 13.3.2)', () => {
  it('is how many tokens must come before it begins, by whichever flows', async () => {
    const model = processOf(
      'p',
      `${start}${split}<task id="a"/><task id="b"/>${task('t', 'startQuantity="2"')}${end}`,
      's -> g -> a -> t -> e',
      'g -> b -> t',
    );

    expect((await ran(model, begin())).lines).toBe('+s -s +g -g +a +b -a -b +t +t -t +e -e');
  });

  it('takes two tokens of one flow as well', async () => {
    const model = processOf(
      'p',
      `${start}${task('a', 'completionQuantity="2"')}${task('t', 'startQuantity="2"')}${end}`,
      's -> a -> t -> e',
    );

    expect((await ran(model, begin())).lines).toBe('+s -s +a -a +t +t -t +e -e');
  });

  it('begins it again with the next tokens', async () => {
    const model = processOf(
      'p',
      `${start}${task('a', 'completionQuantity="4"')}${task('t', 'startQuantity="2"')}${end}`,
      's -> a -> t -> e',
    );

    expect((await ran(model, begin())).lines.match(/-t/g)).toHaveLength(2);
  });

  it('leaves it stuck when too few can come, and whoever resolves that lets it begin with what has come', async () => {
    const model = processOf('p', `${start}${task('t', 'startQuantity="3"')}${end}`, 's -> t -> e');
    const run = await ran(model, begin());

    expect(run.lines).toBe('+s -s +t');
    expect(run.faults.map(({ code, element }) => `${code}@${element}`)).toEqual(['join-starved@t']);
  });
});

describe('the completion quantity of an activity', () => {
  it('is how many tokens it puts on each flow out of it', async () => {
    const model = processOf(
      'p',
      `${start}${task('t', 'completionQuantity="2"')}${end}<endEvent id="f"/>`,
      's -> t -> e',
      't -> f',
    );

    expect((await ran(model, begin())).lines).toBe('+s -s +t -t +e +f +e +f -e -f -e -f');
  });

  it('is put on those flows only whose condition holds', async () => {
    const model = processOf(
      'p',
      `${start}${task('t', 'completionQuantity="2" default="t_e"')}${end}<endEvent id="f"/>`,
      's -> t -> e',
      't -> f [n = 1]',
    );

    expect((await ran(model, begin({ n: 1 }))).lines).toBe('+s -s +t -t +f +f -f -f');
  });

  it('of a loop counts once, when all of it has ended', async () => {
    const model = processOf(
      'p',
      `${start}<userTask id="t" completionQuantity="2"><standardLoopCharacteristics loopMaximum="2"/></userTask>${end}`,
      's -> t -> e',
    );
    const run = await ran(model, begin(), complete('t'), complete('t'));

    expect(run.lines).toBe('+s -s +t +t -t +t -t -t +e +e -e -e');
  });
});

describe('a quantity', () => {
  it.each(['startQuantity="0"', 'completionQuantity="-1"', 'startQuantity="many"', 'completionQuantity="1001"'])(
    'is a whole number from 1 to 1000: not %s',
    async (attribute) => {
      expect(await faultsOf(processOf('p', `${start}${task('t', attribute)}${end}`, 's -> t -> e'))).toEqual([
        'quantity-wrong@t',
      ]);
    },
  );
});
