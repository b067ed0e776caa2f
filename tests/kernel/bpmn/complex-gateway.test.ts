import { describe, expect, it } from 'vitest';
import { begin, complete, end, formal, processOf, ran, start, user } from './run-model.ts';

const three = ['a', 'b', 'c'];
const model = (gateway: string, ...after: readonly string[]): string =>
  processOf(
    'p',
    `${start}<parallelGateway id="split"/>${three.map(user).join('')}${gateway}<task id="t"/>${end}`,
    's -> split',
    ...three.map((id) => `split -> ${id} -> x`),
    ...after,
  );
const twoOfThree = `<complexGateway id="x">${formal('activationCondition', 'activationCount >= 2')}</complexGateway>`;

describe('a complex gateway (BPMN 2.0.2, 13.4.5)', () => {
  it('goes on when its condition over the tokens that came holds, once, and takes in the rest', async () => {
    const run = await ran(model(twoOfThree, 'x -> t -> e'), begin(), complete('a'), complete('b'), complete('c'));

    expect(run.lines).toBe('+s -s +split -split +a +b +c -a +x -b +x -x +t -t +e -e -c +x -x');
    expect(run.outcome).toBe('completed');
  });

  it('puts out tokens in its reset where a condition asks for them', async () => {
    const after = ['x -> t [waitingForStart] -> e', 'x -> r [not(waitingForStart)] -> e'];
    const gateway = `${twoOfThree}<task id="r"/>`;
    const run = await ran(model(gateway, ...after), begin(), complete('a'), complete('b'), complete('c'));

    expect(run.lines).toMatch(/-x \+t -t \+e -e -c \+x -x \+r -r \+e -e$/);
  });

  it('without a condition goes on with the first token', async () => {
    const run = await ran(model('<complexGateway id="x"/>', 'x -> t -> e'), begin(), complete('b'));

    expect(run.lines).toBe('+s -s +split -split +a +b +c -b +x -x +t -t +e -e');
    expect(run.waiting.map(({ element }) => element)).toEqual(['a', 'c']);
  });

  it('is ready for a second round after its reset', async () => {
    const run = await ran(
      model(twoOfThree, 'x -> t -> e'),
      begin(),
      ...three.map((id) => complete(id)),
      begin(),
      ...three.map((id) => complete(id)),
    );

    expect(run.lines.match(/\+t/g)).toHaveLength(2);
  });
});
