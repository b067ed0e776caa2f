import { describe, expect, it } from 'vitest';
import { begin, complete, end, faultsOf, flowsOf, formal, processOf, ran, start } from './run-model.ts';

const undoable = (id: string, loop = ''): string =>
  `<task id="${id}">${loop}</task><boundaryEvent id="c${id}" attachedToRef="${id}"><compensateEventDefinition/></boundaryEvent><task id="undo-${id}" isForCompensation="true"/><association id="as-${id}" sourceRef="c${id}" targetRef="undo-${id}"/>`;
const undo = (id: string, activity = ''): string =>
  `<intermediateThrowEvent id="${id}"><compensateEventDefinition ${activity && `activityRef="${activity}"`}/></intermediateThrowEvent>`;

describe('compensation (BPMN 2.0.2, 10.7, 13.5.5)', () => {
  it('undoes what was completed, the last first, and waits for it', async () => {
    const run = await ran(
      processOf('p', `${start}${undoable('a')}${undoable('b')}${undo('back')}${end}`, 's -> a -> b -> back -> e'),
    );

    expect(run.lines).toBe('+s -s +a -a +b -b +back +undo-b -undo-b +undo-a -undo-a -back +e -e');
  });

  it('undoes one activity where it names it', async () => {
    const run = await ran(
      processOf('p', `${start}${undoable('a')}${undoable('b')}${undo('back', 'a')}${end}`, 's -> a -> b -> back -> e'),
    );

    expect(run.lines).toContain('+back +undo-a -undo-a -back');
  });

  it('undoes nothing that was not completed, and nothing twice', async () => {
    const model = processOf(
      'p',
      `${start}${undo('early')}${undoable('a')}${undo('back')}${undo('again')}${end}`,
      's -> early -> a -> back -> again -> e',
    );

    expect((await ran(model)).lines).toBe('+s -s +early -early +a -a +back +undo-a -undo-a -back +again -again +e -e');
  });

  it('undoes each time an activity was completed', async () => {
    const model = processOf(
      'p',
      `${start}<exclusiveGateway id="m"/>${undoable('a')}<userTask id="u"/><exclusiveGateway id="x" default="x_back"/>${undo('back')}${end}`,
      's -> m -> a -> u -> x -> back -> e',
      'x -> m [again]',
    );
    const twice = await ran(
      model,
      begin({ again: true }),
      complete('u'),
      { do: 'choose', gateway: 'x', flows: ['x_back'] },
      complete('u'),
    );

    expect(twice.lines.match(/\+undo-a/g)).toHaveLength(2);
  });

  it('undoes every iteration of a multi-instance activity', async () => {
    const loop = `<multiInstanceLoopCharacteristics>${formal('loopCardinality', '3')}</multiInstanceLoopCharacteristics>`;
    const run = await ran(processOf('p', `${start}${undoable('a', loop)}${undo('back')}${end}`, 's -> a -> back -> e'));

    expect(run.lines.match(/\+undo-a/g)).toHaveLength(3);
  });

  it('reaches into a completed sub-process', async () => {
    const inside = `<subProcess id="sub"><startEvent id="is"/>${undoable('a')}${undoable('b')}<endEvent id="ie"/>${flowsOf('is -> a -> b -> ie')}</subProcess>`;
    const run = await ran(processOf('p', `${start}${inside}${undo('back', 'sub')}${end}`, 's -> sub -> back -> e'));

    expect(run.lines).toMatch(/\+back \+undo-b -undo-b \+undo-a -undo-a (-sub )?-back \+e -e$/);
  });

  it('by an event sub-process sees the variables as they were when the sub-process was completed', async () => {
    const handler = `<subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><compensateEventDefinition/></startEvent><scriptTask id="look"><extensionElements><zeebe:script expression="=x" resultVariable="y"/><zeebe:ioMapping><zeebe:output source="=y" target="seen"/></zeebe:ioMapping></extensionElements></scriptTask><endEvent id="he"/>${flowsOf('hs -> look -> he')}</subProcess>`;
    const inside = `<subProcess id="sub"><extensionElements><zeebe:ioMapping><zeebe:input source="=1" target="x"/></zeebe:ioMapping></extensionElements><startEvent id="is"/><endEvent id="ie"/>${handler}${flowsOf('is -> ie')}</subProcess>`;
    const run = await ran(processOf('p', `${start}${inside}${undo('back')}${end}`, 's -> sub -> back -> e'), begin());

    expect(run.lines).toContain('+h +hs -hs +look -look +he -he -h');
    expect(run.outcome).toBe('completed');
  });

  it('goes on beside its token where it need not be waited for', async () => {
    const back =
      '<intermediateThrowEvent id="back"><compensateEventDefinition waitForCompletion="false"/></intermediateThrowEvent>';
    const waiting = undoable('a').replace('<task id="undo-a"', '<userTask id="undo-a"');
    const run = await ran(
      processOf('p', `${start}${waiting}${back}<task id="t"/>${end}`, 's -> a -> back -> t -> e'),
      begin(),
    );

    expect(run.lines).toBe('+s -s +a -a +back +undo-a +t -t +e -e');
    expect(run.waiting.map(({ element }) => element)).toEqual(['undo-a']);
  });

  it('has its handler outside the flow, in the same scope', async () => {
    const wrong = processOf('p', `${start}${undoable('a')}${end}`, 's -> a -> e', 'undo-a -> e');

    expect(await faultsOf(wrong)).toEqual(['compensation-in-flow@undo-a']);
  });
});

describe('a transaction (BPMN 2.0.2, 13.3.4)', () => {
  const transaction = (inside: string, ...chains: readonly string[]): string =>
    `<transaction id="tx"><startEvent id="is"/>${inside}<endEvent id="stop"><cancelEventDefinition/></endEvent>${flowsOf(...chains)}</transaction><boundaryEvent id="off" attachedToRef="tx"><cancelEventDefinition/></boundaryEvent>`;

  it('that is cancelled undoes what was completed, then goes on at its cancel event', async () => {
    const inside = transaction(undoable('a'), 'is -> a -> stop');
    const run = await ran(
      processOf('p', `${start}${inside}${end}<endEvent id="gone"/>`, 's -> tx -> e', 'off -> gone'),
    );

    expect(run.lines).toBe('+s -s +tx +is -is +a -a +stop +undo-a -undo-a !stop !tx +off -off +gone -gone');
  });

  it('cancels what goes on inside it first', async () => {
    const inside = transaction(
      `<parallelGateway id="split"/><userTask id="u"/>${undoable('a')}<endEvent id="ie"/>`,
      'is -> split -> u -> ie',
      'split -> a -> stop',
    );
    const run = await ran(
      processOf('p', `${start}${inside}${end}<endEvent id="gone"/>`, 's -> tx -> e', 'off -> gone'),
    );

    expect(run.lines).toMatch(/\+stop !u \+undo-a -undo-a !stop !tx \+off/);
  });

  it('alone may hold a cancel end event, and be cancelled', async () => {
    const wrong = processOf(
      'p',
      `${start}<endEvent id="stop"><cancelEventDefinition/></endEvent><task id="t"/><boundaryEvent id="off" attachedToRef="t"><cancelEventDefinition/></boundaryEvent>${end}`,
      's -> t -> stop',
      'off -> e',
    );

    expect(await faultsOf(wrong)).toEqual(['cancel-outside-transaction@stop', 'cancel-outside-transaction@off']);
  });
});
