import { describe, expect, it } from 'vitest';
import {
  catching,
  compensate,
  ending,
  names,
  ofEscalation,
  ofMessage,
  ofSignal,
  throwing,
} from './event-definitions.ts';
import { begin, complete, end, flowsOf, onBoundary, processOf, ran, start, user } from './run-model.ts';

describe('an end event with a result (BPMN 2.0.2, 10.5.3)', () => {
  const undo = `<task id="undo" isForCompensation="true"/><association id="as" sourceRef="b" targetRef="undo"/>`;
  const done = `<task id="a"/>${onBoundary('b', 'a', compensate)}${undo}`;

  it('compensation: undoes what was completed in its scope, then ends its token', async () => {
    const run = await ran(processOf('p', `${start}${done}${ending('x', compensate)}`, 's -> a -> x'));

    expect(run.lines).toBe('+s -s +a -a +x +undo -undo -x');
    expect(run.outcome).toBe('completed');
  });

  it('escalation: leaves the other tokens of its scope alone where nothing interrupts', async () => {
    const sub = `<subProcess id="sub"><startEvent id="is"/><parallelGateway id="gw"/>${user('in')}${ending('x', ofEscalation('x1'))}${flowsOf('is -> gw -> in', 'gw -> x')}</subProcess>`;
    const inside = `${start}${sub}${onBoundary('b', 'sub', ofEscalation('x1'), false)}${end}<endEvent id="f"/>`;
    const run = await ran(names + processOf('p', inside, 's -> sub -> e', 'b -> f'), begin(), complete('in'));

    expect(run.lines).toBe('+s -s +sub +is -is +gw -gw +in +x +b -x -b +f -f -in -sub +e -e');
  });

  it('none: takes the token of whichever flow it comes by, one after the other', async () => {
    const inside = `${start}<parallelGateway id="split"/>${user('a')}${user('b')}${end}`;
    const model = processOf('p', inside, 's -> split -> a -> e', 'split -> b -> e');
    const run = await ran(model, begin(), complete('b'), complete('a'));

    expect(run.lines).toBe('+s -s +split -split +a +b -b +e -e -a +e -e');
  });
});

describe('an intermediate event that throws (BPMN 2.0.2, 10.5.4)', () => {
  it('nothing just passes', async () => {
    expect((await ran(processOf('p', `${start}${throwing('t', '')}${end}`, 's -> t -> e'))).lines).toBe(
      '+s -s +t -t +e -e',
    );
  });

  it('passes a token on by each flow out of it', async () => {
    const inside = `${start}${throwing('t', ofSignal('g'))}${end}<endEvent id="f"/>`;

    expect((await ran(names + processOf('p', inside, 's -> t -> e', 't -> f'))).lines).toBe('+s -s +t -t +e +f -e -f');
  });

  it('throws once for each token', async () => {
    const inside = `${start}<parallelGateway id="split"/><task id="a"/><task id="b"/>${throwing('t', ofMessage('m'))}${end}`;
    const heard = processOf(
      'q',
      `<startEvent id="qs"/>${catching('c', ofMessage('m'))}${catching('d', ofMessage('m'))}`,
      'qs -> c -> d',
    );
    const model = names + heard + processOf('p', inside, 's -> split -> a -> t', 'split -> b -> t', 't -> e');
    const run = await ran(model, { do: 'start', process: 'q' }, { do: 'start', process: 'p' });

    expect(run.lines).toMatch(/\+c .* -c \+d -d$/);
  });
});
