import { describe, expect, it } from 'vitest';
import { ending, terminate } from './event-definitions.ts';
import { begin, complete, end, formal, processOf, ran, start, user } from './run-model.ts';

const gateway = (condition: string, attributes = ''): string =>
  `<complexGateway id="x" ${attributes}>${formal('activationCondition', condition)}</complexGateway>`;
const three = ['a', 'b', 'c'];
const joining = (inside: string, ...after: readonly string[]): string =>
  processOf(
    'p',
    `${start}<parallelGateway id="split"/>${three.map(user).join('')}${inside}${end}`,
    's -> split',
    ...three.map((id) => `split -> ${id} -> x`),
    ...after,
  );

describe('a complex gateway waiting for its start (BPMN 2.0.2, 13.4.5)', () => {
  it('asks its condition with the data of the process', async () => {
    const model = joining(gateway('activationCount >= needed'), 'x -> e');

    expect((await ran(model, begin({ needed: 1 }), complete('b'))).lines).toMatch(/-b \+x -x \+e -e$/);
    expect((await ran(model, begin({ needed: 3 }), complete('b'), complete('a'))).lines).toMatch(/-b \+x -a \+x$/);
  });

  it('takes all tokens that have come by then, one of each flow', async () => {
    const model = joining(gateway('activationCount >= 3'), 'x -> e');
    const run = await ran(model, begin(), ...three.map((id) => complete(id)));

    expect(run.lines).toMatch(/-a \+x -b \+x -c \+x -x \+e -e$/);
    expect(run.outcome).toBe('completed');
  });

  it('that can never be activated is told as an incident when nothing else is alive', async () => {
    const run = await ran(joining(gateway('false'), 'x -> e'), begin(), ...three.map((id) => complete(id)));

    expect(run.faults.map(({ code, element }) => `${code}@${element}`)).toEqual(['join-starved@x']);
  });
});

describe('a complex gateway waiting for its reset (BPMN 2.0.2, 13.4.5)', () => {
  it('is reset when the rest can no longer come, and asks its conditions all the same', async () => {
    const away = `<exclusiveGateway id="y" default="y_x"/><endEvent id="f"/>${gateway('activationCount >= 1')}${user('r')}`;
    const model = processOf(
      'p',
      `${start}<parallelGateway id="split"/>${user('a')}${user('b')}${away}${end}`,
      's -> split -> a -> x -> e [waitingForStart]',
      'split -> b -> y -> x',
      'y -> f [gone]',
      'x -> r [not(waitingForStart)]',
    );
    const run = await ran(model, begin({ gone: true }), complete('a'), complete('b'));

    expect(run.lines).toMatch(/-a \+x -x \+e -e -b \+y -y \+f -f -x \+r$/);
  });

  it('takes its default in the reset when no condition holds', async () => {
    const inside = `${gateway('activationCount >= 2', 'default="x_f"')}<endEvent id="f"/>`;
    const model = joining(inside, 'x -> e [waitingForStart]', 'x -> f');
    const run = await ran(model, begin(), ...three.map((id) => complete(id)));

    expect(run.lines).toMatch(/-b \+x -x \+e -e -c \+x -x \+f -f$/);
    expect(run.outcome).toBe('completed');
  });

  it('is over with its scope, in whichever phase it is', async () => {
    const inside = `${gateway('activationCount >= 1')}${ending('stop', terminate)}`;
    const run = await ran(joining(inside, 'x -> stop'), begin(), complete('a'));

    expect(run.lines).toMatch(/-a \+x -x \+stop !c !b -stop$/);
    expect(run.outcome).toBe('completed');
  });
});

describe('a complex gateway that only splits (BPMN 2.0.2, 10.6.5)', () => {
  it('puts a token on every flow whose condition holds, else on its default', async () => {
    const split = '<complexGateway id="x" default="x_c"/>';
    const model = processOf(
      'p',
      `${start}${split}${three.map(user).join('')}`,
      's -> x -> a [n > 0]',
      'x -> b [n > 1]',
      'x -> c',
    );
    const waiting = async (n: number) => (await ran(model, begin({ n }))).waiting.map(({ element }) => element);

    expect(await waiting(2)).toEqual(['a', 'b']);
    expect(await waiting(1)).toEqual(['a']);
    expect(await waiting(0)).toEqual(['c']);
  });
});
