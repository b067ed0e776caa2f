import { describe, expect, it } from 'vitest';
import { begin, complete, end, flowsOf, onBoundary, processOf, ran, start } from './run-model.ts';

const heads = '<error id="e1" errorCode="E1"/>';
const undoable = (id: string): string =>
  `<task id="${id}"/><boundaryEvent id="c-${id}" attachedToRef="${id}"><compensateEventDefinition/></boundaryEvent><task id="undo-${id}" isForCompensation="true"/><association id="l-${id}" associationDirection="One" sourceRef="c-${id}" targetRef="undo-${id}"/>`;
const stop = '<endEvent id="stop"><cancelEventDefinition/></endEvent>';
const off = '<boundaryEvent id="off" attachedToRef="tx"><cancelEventDefinition/></boundaryEvent>';
const transaction = (inside: string, ...chains: readonly string[]): string =>
  `<transaction id="tx"><startEvent id="is"/>${inside}${flowsOf(...chains)}</transaction>`;
const around = (inside: string, more = '', ...chains: readonly string[]): string =>
  heads +
  processOf(
    'p',
    `${start}${inside}${more}${end}${chains.length > 0 ? '<endEvent id="f"/>' : ''}`,
    's -> tx -> e',
    ...chains,
  );

describe('a transaction (BPMN 2.0.2, 10.3.5, 13.3.4)', () => {
  it('that succeeds goes on as a sub-process does', async () => {
    const run = await ran(around(transaction(`${undoable('a')}<endEvent id="ie"/>`, 'is -> a -> ie')), begin());

    expect(run.lines).toBe('+s -s +tx +is -is +a -a +ie -ie -tx +e -e');
  });

  it('that is cancelled undoes what was completed in it, the last first, and leaves by its cancel event', async () => {
    const inside = transaction(undoable('a') + undoable('b') + stop, 'is -> a -> b -> stop');
    const run = await ran(around(inside, off, 'off -> f'), begin());

    expect(run.lines).toBe(
      '+s -s +tx +is -is +a -a +b -b +stop +undo-b -undo-b +undo-a -undo-a !stop !tx +off -off +f -f',
    );
  });

  it('that is cancelled waits for what undoes to be done', async () => {
    const waiting = undoable('a').replace('<task id="undo-a"', '<userTask id="undo-a"');
    const inside = transaction(waiting + stop, 'is -> a -> stop');
    const before = await ran(around(inside, off, 'off -> f'), begin());
    const after = await ran(around(inside, off, 'off -> f'), begin(), complete('undo-a'));

    expect(before.lines).toBe('+s -s +tx +is -is +a -a +stop +undo-a');
    expect(after.lines).toBe('+s -s +tx +is -is +a -a +stop +undo-a -undo-a !stop !tx +off -off +f -f');
  });

  it('undoes nothing that was not completed', async () => {
    const inside = transaction(
      `<parallelGateway id="g"/>${undoable('a').replace('<task id="a"', '<userTask id="a"')}${stop}`,
      'is -> g -> a',
      'g -> stop',
    );
    const run = await ran(around(inside, off, 'off -> f'), begin());

    expect(run.lines).toBe('+s -s +tx +is -is +g -g +a +stop !a !stop !tx +off -off +f -f');
  });

  it('without a cancel event on its boundary just ends its token when it is cancelled', async () => {
    const run = await ran(around(transaction(undoable('a') + stop, 'is -> a -> stop')), begin());

    expect(run.lines).toBe('+s -s +tx +is -is +a -a +stop +undo-a -undo-a !stop !tx');
    expect(run.outcome).toBe('completed');
  });

  it('ended by an error, a hazard, undoes nothing by itself (10.3.5)', async () => {
    const bad = '<endEvent id="bad"><errorEventDefinition errorRef="e1"/></endEvent>';
    const inside = transaction(undoable('a') + bad, 'is -> a -> bad');
    const hazard = onBoundary('b', 'tx', '<errorEventDefinition errorRef="e1"/>');
    const run = await ran(around(inside, hazard, 'b -> f'), begin());

    expect(run.lines).toBe('+s -s +tx +is -is +a -a +bad !bad !tx +b -b +f -f');
  });

  it('may lie in another one, which goes on when the inner one was cancelled', async () => {
    const inner = `<transaction id="in"><startEvent id="ns"/>${stop}${flowsOf('ns -> stop')}</transaction><boundaryEvent id="ioff" attachedToRef="in"><cancelEventDefinition/></boundaryEvent>`;
    const run = await ran(
      around(transaction(`${inner}<endEvent id="ie"/>`, 'is -> in', 'ioff -> ie'), off, 'off -> f'),
      begin(),
    );

    expect(run.lines).toBe('+s -s +tx +is -is +in +ns -ns +stop !stop !in +ioff -ioff +ie -ie -tx +e -e');
  });

  it('that has succeeded can be undone from outside', async () => {
    const back = '<intermediateThrowEvent id="back"><compensateEventDefinition/></intermediateThrowEvent>';
    const inside = transaction(`${undoable('a')}<endEvent id="ie"/>`, 'is -> a -> ie');
    const run = await ran(processOf('p', `${start}${inside}${back}${end}`, 's -> tx -> back -> e'), begin());

    expect(run.lines).toMatch(/-tx \+back \+undo-a -undo-a .*-back \+e -e$/);
  });
});
