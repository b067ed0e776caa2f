import { describe, expect, it } from 'vitest';
import { begin, complete, end, faultsOf, flowsOf, formal, processOf, ran, start, user } from './run-model.ts';

const heads =
  '<message id="m" name="m"/><signal id="sg" name="sg"/><error id="e1" errorCode="E1"/><escalation id="x1" escalationCode="X1"/>';
const handler = (definition: string, interrupting = true, inside = user('hu'), chain = 'hs -> hu -> he'): string =>
  `<subProcess id="h" triggeredByEvent="true"><startEvent id="hs" isInterrupting="${interrupting}">${definition}</startEvent>${inside}<endEvent id="he"/>${flowsOf(chain)}</subProcess>`;
const beside = (handlers: string): string =>
  heads + processOf('p', `${start}${user('u')}${handlers}${end}`, 's -> u -> e');
const message = '<messageEventDefinition messageRef="m"/>';
const hour = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';

const triggers = [
  ['message', message, { do: 'message', name: 'm' }],
  ['signal', '<signalEventDefinition signalRef="sg"/>', { do: 'signal', name: 'sg' }],
  ['timer', hour, { do: 'advance', by: 'PT1H' }],
] as const;

describe('an event sub-process (BPMN 2.0.2, 10.3.5, 13.5.4)', () => {
  it.each(triggers)('that interrupts takes the place of what went on: a %s', async (_kind, definition, happens) => {
    const run = await ran(beside(handler(definition)), begin(), happens, complete('hu'));

    expect(run.lines).toBe('+s -s +u !u +h +hs -hs +hu -hu +he -he -h');
    expect(run.outcome).toBe('completed');
  });

  it.each(triggers)('that does not interrupt runs beside it: a %s', async (_kind, definition, happens) => {
    const run = await ran(beside(handler(definition, false)), begin(), happens, complete('u'), complete('hu'));

    expect(run.lines).toBe('+s -s +u +h +hs -hs +hu -u +e -e -hu +he -he -h');
    expect(run.outcome).toBe('completed');
  });

  it('begins when its condition comes true, and again only when it has failed in between', async () => {
    const condition = `<conditionalEventDefinition>${formal('condition', 'n > 1')}</conditionalEventDefinition>`;
    const set = (n: number, id: string): string =>
      `<scriptTask id="${id}"><extensionElements><zeebe:script expression="=${n}" resultVariable="n"/></extensionElements></scriptTask>`;
    const model = processOf(
      'p',
      `${start}${set(2, 'a')}${set(3, 'b')}${set(0, 'c')}${set(2, 'd')}${handler(condition, false, '<task id="t"/>', 'hs -> t -> he')}${end}`,
      's -> a -> b -> c -> d -> e',
    );
    const run = await ran(model, begin());

    expect(run.lines.match(/\+h /g)).toHaveLength(2);
  });

  it('catches an error thrown around it', async () => {
    const thrower = `<endEvent id="bad"><errorEventDefinition errorRef="e1"/></endEvent>`;
    const model =
      heads +
      processOf(
        'p',
        `${start}<parallelGateway id="g"/>${user('u')}${thrower}${handler('<errorEventDefinition errorRef="e1"/>')}`,
        's -> g -> u',
        'g -> bad',
      );
    const run = await ran(model, begin(), complete('hu'));

    expect(run.lines).toBe('+s -s +g -g +u +bad !bad !u +h +hs -hs +hu -hu +he -he -h');
  });

  it('catches an escalation thrown around it, and lets what goes on go on where it does not interrupt', async () => {
    const thrower =
      '<intermediateThrowEvent id="t"><escalationEventDefinition escalationRef="x1"/></intermediateThrowEvent>';
    const catching = handler('<escalationEventDefinition escalationRef="x1"/>', false);
    const model = heads + processOf('p', `${start}${thrower}${user('u')}${catching}${end}`, 's -> t -> u -> e');
    const run = await ran(model, begin(), complete('u'), complete('hu'));

    expect(run.lines).toBe('+s -s +t +h -t +hs +u -hs +hu -u +e -e -hu +he -he -h');
  });

  it('begins by any of several triggers (multiple)', async () => {
    const both = handler(`${message}${hour}`);

    expect((await ran(beside(both), begin(), { do: 'advance', by: 'PT1H' })).lines).toBe('+s -s +u !u +h +hs -hs +hu');
    expect((await ran(beside(both), begin(), { do: 'message', name: 'm' })).lines).toBe('+s -s +u !u +h +hs -hs +hu');
  });

  it('begins when all of its triggers have come (parallel multiple)', async () => {
    const both = handler(`${message}<signalEventDefinition signalRef="sg"/>`).replace(
      '<startEvent id="hs"',
      '<startEvent id="hs" parallelMultiple="true"',
    );
    const first = await ran(beside(both), begin(), { do: 'signal', name: 'sg' });
    const all = await ran(beside(both), begin(), { do: 'signal', name: 'sg' }, { do: 'message', name: 'm' });

    expect(first.lines).toBe('+s -s +u');
    expect(all.lines).toBe('+s -s +u !u +h +hs -hs +hu');
  });

  it('takes what comes with its trigger', async () => {
    const run = await ran(beside(handler(message)), begin(), { do: 'message', name: 'm', variables: { why: 'late' } });

    expect(run.variables).toEqual({ why: 'late' });
  });

  it('that does not interrupt begins as often as its trigger comes', async () => {
    const run = await ran(
      beside(handler(message, false)),
      begin(),
      { do: 'message', name: 'm' },
      { do: 'message', name: 'm' },
    );

    expect(run.lines).toBe('+s -s +u +h +hs -hs +hu +h +hs -hs +hu');
  });

  it('begins again on each beat of a cycle where it does not interrupt', async () => {
    const cycle = '<timerEventDefinition><timeCycle>R2/PT1H</timeCycle></timerEventDefinition>';
    const run = await ran(beside(handler(cycle, false, '<task id="t"/>', 'hs -> t -> he')), begin(), {
      do: 'advance',
      by: 'PT5H',
    });

    expect(run.lines.match(/\+h /g)).toHaveLength(2);
  });

  it('listens no more when one that interrupts has begun in its scope', async () => {
    const other = handler('<signalEventDefinition signalRef="sg"/>', false)
      .replaceAll(/"(h|hs|hu|he|hs_hu|hu_he)"/g, '"o$1"')
      .replaceAll('Ref="hs', 'Ref="ohs')
      .replaceAll('Ref="hu', 'Ref="ohu');
    const run = await ran(
      beside(handler(message) + other),
      begin(),
      { do: 'message', name: 'm' },
      { do: 'signal', name: 'sg' },
    );

    expect(run.lines).toBe('+s -s +u !u +h +hs -hs +hu');
  });

  it('listens no more when its scope has ended', async () => {
    const inside = `<subProcess id="sub"><startEvent id="is"/><endEvent id="ie"/>${handler(message, false)}${flowsOf('is -> ie')}</subProcess>`;
    const model = heads + processOf('p', `${start}${inside}${user('u')}${end}`, 's -> sub -> u -> e');
    const run = await ran(model, begin(), { do: 'message', name: 'm' });

    expect(run.lines).toBe('+s -s +sub +is -is +ie -ie -sub +u');
    expect(run.faults.map(({ code }) => code)).toEqual(['message-undelivered']);
  });

  it('keeps its scope alive until it has ended too', async () => {
    const inside = `<subProcess id="sub"><startEvent id="is"/>${user('u')}<endEvent id="ie"/>${handler(message, false)}${flowsOf('is -> u -> ie')}</subProcess>`;
    const model = heads + processOf('p', `${start}${inside}${end}`, 's -> sub -> e');
    const run = await ran(model, begin(), { do: 'message', name: 'm' }, complete('u'), complete('hu'));

    expect(run.lines).toBe('+s -s +sub +is -is +u +h +hs -hs +hu -u +ie -ie -hu +he -he -h -sub +e -e');
  });

  it('does not catch the error thrown inside itself', async () => {
    const again = `<endEvent id="bad"><errorEventDefinition errorRef="e1"/></endEvent>`;
    const catching = handler('<errorEventDefinition errorRef="e1"/>', true, again, 'hs -> bad');
    const thrower = again.replace('"bad"', '"first"');
    const run = await ran(heads + processOf('p', `${start}${thrower}${catching}`, 's -> first'), begin());

    expect(run.lines).toBe('+s -s +first !first +h +hs -hs +bad');
    expect(run.faults.map(({ code, element }) => `${code}@${element}`)).toEqual(['error-unhandled@bad']);
  });

  it('does not catch the escalation thrown inside itself', async () => {
    const again = '<endEvent id="up"><escalationEventDefinition escalationRef="x1"/></endEvent>';
    const catching = handler('<escalationEventDefinition escalationRef="x1"/>', false, again, 'hs -> up');
    const thrower =
      '<intermediateThrowEvent id="t"><escalationEventDefinition escalationRef="x1"/></intermediateThrowEvent>';
    const run = await ran(heads + processOf('p', `${start}${thrower}${catching}${end}`, 's -> t -> e'), begin());

    expect(run.lines.match(/\+h /g)).toHaveLength(1);
    expect(run.outcome).toBe('completed');
  });
});

describe('an event sub-process that breaks a rule of the standard (10.3.5, 10.5.2)', () => {
  it('is in the flow', async () => {
    const wrong = heads + processOf('p', `${start}${handler(message)}${end}`, 's -> h -> e');

    expect(await faultsOf(wrong)).toContain('event-sub-process-flow@h');
  });

  it('has no start event, or several', async () => {
    const two = handler(message, true, `<startEvent id="h2">${hour}</startEvent>`, 'hs -> he').replace(
      '</subProcess>',
      `${flowsOf('h2 -> he')}</subProcess>`,
    );

    expect(await faultsOf(beside(handler(message).replace(/<startEvent id="hs".*?<\/startEvent>/, '')))).toContain(
      'event-sub-process-start@h',
    );
    expect(await faultsOf(beside(two))).toEqual(['event-sub-process-start@h']);
  });

  it('has a start event without a trigger, or with one that is not for it', async () => {
    expect(await faultsOf(beside(handler('')))).toEqual(['event-sub-process-start@hs']);
    expect(await faultsOf(beside(handler('<cancelEventDefinition/>')))).toEqual(['event-kind-here@hs']);
  });

  it('catches an error, or compensates, without interrupting', async () => {
    expect(await faultsOf(beside(handler('<errorEventDefinition errorRef="e1"/>', false)))).toEqual([
      'must-interrupt@hs',
    ]);
    expect(await faultsOf(beside(handler('<compensateEventDefinition/>', false)))).toEqual(['must-interrupt@hs']);
  });
});
