import { describe, expect, it } from 'vitest';
import { begin, complete, end, faultsOf, message, onBoundary, processOf, ran, start, user } from './run-model.ts';

const caller = (inside = '', attributes = 'calledElement="q"', beside = '', ...chains: readonly string[]): string =>
  processOf(
    'p',
    `${start}<callActivity id="c" ${attributes}>${inside}</callActivity>${beside}${end}`,
    's -> c -> e',
    ...chains,
  );
const called = (inside = '', chain = 'qs -> qe'): string =>
  processOf('q', `<startEvent id="qs"/>${inside}<endEvent id="qe"/>`, chain);
const script = (id: string, expression: string, result: string): string =>
  `<scriptTask id="${id}"><extensionElements><zeebe:script expression="=${expression}" resultVariable="${result}"/></extensionElements></scriptTask>`;
const codes = '<error id="e1" errorCode="E1"/><escalation id="x1" escalationCode="X1"/>';

describe('a call activity (BPMN 2.0.2, 10.3.6, 13.3.4)', () => {
  it('runs the called process as an instance of its own, and goes on when that one has ended', async () => {
    const run = await ran(caller() + called(user('u'), 'qs -> u -> qe'), begin(), complete('u'));

    expect(run.lines).toBe('+s -s +c +qs -qs +u -u +qe -qe -c +e -e');
    expect(new Set(run.trace.map(({ instance }) => instance)).size).toBe(2);
  });

  it('gives all that it sees to the called process, and gets all that one ended with', async () => {
    const run = await ran(caller() + called(script('t', 'a + 1', 'b'), 'qs -> t -> qe'), begin({ a: 1 }));

    expect(run.variables).toEqual({ a: 1, b: 2 });
  });

  it('gives and takes what its mappings say, and nothing else', async () => {
    const mapped =
      '<extensionElements><zeebe:calledElement processId="q"/><zeebe:ioMapping><zeebe:input source="=a * 10" target="x"/><zeebe:output source="=b" target="got"/></zeebe:ioMapping></extensionElements>';
    const run = await ran(caller(mapped, '') + called(script('t', 'x + 1', 'b'), 'qs -> t -> qe'), begin({ a: 1 }));

    expect(run.variables).toEqual({ a: 1, got: 11 });
  });

  it('gives and takes nothing by itself where that is switched off', async () => {
    const closed =
      '<extensionElements><zeebe:calledElement processId="q" propagateAllChildVariables="false"/></extensionElements>';
    const run = await ran(caller(closed, '') + called(script('t', '1', 'b'), 'qs -> t -> qe'), begin({ a: 1 }));

    expect(run.variables).toEqual({ a: 1 });
  });

  it('may tell by FEEL which process it calls', async () => {
    const dynamic = '<extensionElements><zeebe:calledElement processId="=which"/></extensionElements>';

    expect((await ran(caller(dynamic, '') + called(), begin({ which: 'q' }))).lines).toBe(
      '+s -s +c +qs -qs +qe -qe -c +e -e',
    );
    expect((await ran(caller(dynamic, '') + called(), begin())).faults.map(({ code }) => code)).toEqual([
      'called-process-empty',
    ]);
  });

  it('is stuck when there is no such process', async () => {
    const run = await ran(caller(), begin());

    expect(run.lines).toBe('+s -s +c');
    expect(run.faults.map(({ code, element }) => `${code}@${element}`)).toEqual(['called-process-unknown@c']);
  });

  it('calls again, with what is so now, when somebody resolves that its process was cancelled', async () => {
    const mapped =
      '<extensionElements><zeebe:calledElement processId="q"/><zeebe:ioMapping><zeebe:input source="=a * 10" target="x"/></zeebe:ioMapping></extensionElements>';
    const late = '<timerEventDefinition><timeDuration>PT5H</timeDuration></timerEventDefinition>';
    const model = caller(mapped, '', `${onBoundary('b', 'c', late)}<endEvent id="f"/>`, 'b -> f');
    const cancelled = [begin({ a: 1 }), { do: 'cancel', process: 'q' } as const];
    const again = { do: 'resolve', element: 'c', variables: { a: 2 } } as const;
    const run = await ran(model + called(user('u'), 'qs -> u -> qe'), ...cancelled, again, complete('u'));

    expect((await ran(model + called(user('u'), 'qs -> u -> qe'), ...cancelled)).faults[0]?.code).toBe(
      'call-cancelled',
    );
    expect(run.lines).toBe('+s -s +c +qs -qs +u !u +qs -qs +u -u +qe -qe -c +e -e');
    expect(run.variables['x']).toBe(20);
    expect(run.outcome).toBe('completed');
  });

  it('begins the called process at its none start event; its other start events are for others (13.3.4)', async () => {
    const several = processOf(
      'q',
      '<startEvent id="qm"><messageEventDefinition messageRef="m"/></startEvent><startEvent id="qs"/><endEvent id="qe"/>',
      'qm -> qe',
      'qs -> qe',
    );
    const run = await ran(message('m') + caller() + several, { do: 'start', process: 'p' });

    expect(run.lines).toBe('+s -s +c +qs -qs +qe -qe -c +e -e');
  });

  it('takes the called process away when it is interrupted', async () => {
    const late = onBoundary('b', 'c', '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>');
    const model =
      caller('', 'calledElement="q"', `${late}<endEvent id="f"/>`, 'b -> f') + called(user('u'), 'qs -> u -> qe');
    const run = await ran(model, begin(), { do: 'advance', by: 'PT1H' });

    expect(run.lines).toBe('+s -s +c +qs -qs +u !c +b -b +f -f !u');
    expect(run.waiting).toEqual([]);
  });

  it('lets what happens on its boundary beside it leave the called process alone', async () => {
    const late = onBoundary(
      'b',
      'c',
      '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>',
      false,
    );
    const model =
      caller('', 'calledElement="q"', `${late}<endEvent id="f"/>`, 'b -> f') + called(user('u'), 'qs -> u -> qe');
    const run = await ran(model, begin(), { do: 'advance', by: 'PT1H' }, complete('u'));

    expect(run.lines).toBe('+s -s +c +qs -qs +u +b -b +f -f -u +qe -qe -c +e -e');
  });

  it('may call a process that calls another one', async () => {
    const inner = processOf('r', '<startEvent id="rs"/><endEvent id="re"/>', 'rs -> re');
    const middle = processOf(
      'q',
      '<startEvent id="qs"/><callActivity id="qc" calledElement="r"/><endEvent id="qe"/>',
      'qs -> qc -> qe',
    );

    expect((await ran(caller() + middle + inner, begin())).lines).toBe(
      '+s -s +c +qs -qs +qc +rs -rs +re -re -qc +qe -qe -c +e -e',
    );
  });

  it('calls once for each item where it is done several times', async () => {
    const each =
      '<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="=[1, 2]" inputElement="x" outputCollection="all" outputElement="=b"/></extensionElements></multiInstanceLoopCharacteristics>';
    const run = await ran(caller(each) + called(script('t', 'x * 10', 'b'), 'qs -> t -> qe'), begin());

    expect(run.variables).toEqual({ all: [10, 20] });
    expect(run.lines).toMatch(/^\+s -s \+c \+c \+c \+qs .* -c -c -c \+e -e$/);
  });

  it('terminated from inside goes on: only the called process has ended (13.5.6)', async () => {
    const stopping = processOf(
      'q',
      '<startEvent id="qs"/><parallelGateway id="g"/><userTask id="u"/><endEvent id="qe"><terminateEventDefinition/></endEvent>',
      'qs -> g -> u',
      'g -> qe',
    );

    expect((await ran(caller() + stopping, begin())).lines).toBe('+s -s +c +qs -qs +g -g +u +qe !u -qe -c +e -e');
  });
});

describe('what comes out of a called process (BPMN 2.0.2, 10.5.1)', () => {
  const error = '<errorEventDefinition errorRef="e1"/>';
  const escalation = '<escalationEventDefinition escalationRef="x1"/>';
  const failing = codes + called().replace('<endEvent id="qe"/>', `<endEvent id="qe">${error}</endEvent>`);
  const telling =
    codes +
    called(`<intermediateThrowEvent id="t">${escalation}</intermediateThrowEvent>${user('u')}`, 'qs -> t -> u -> qe');
  const catching = (definition: string, interrupting = true): string =>
    caller('', 'calledElement="q"', `${onBoundary('b', 'c', definition, interrupting)}<endEvent id="f"/>`, 'b -> f');

  it('an error ends it, and is caught on the boundary of the call', async () => {
    expect((await ran(catching(error) + failing, { do: 'start', process: 'p' })).lines).toBe(
      '+s -s +c +qs -qs +qe !qe !c +b -b +f -f',
    );
  });

  it('an error that is not caught there goes on outwards, to an event sub-process around', async () => {
    const handler = `<subProcess id="h" triggeredByEvent="true"><startEvent id="hs">${error}</startEvent><endEvent id="he"/><sequenceFlow id="hs_he" sourceRef="hs" targetRef="he"/></subProcess>`;
    const run = await ran(caller('', 'calledElement="q"', handler) + failing, { do: 'start', process: 'p' });

    expect(run.lines).toBe('+s -s +c +qs -qs +qe !qe !c +h +hs -hs +he -he -h');
  });

  it('an error that nobody catches leaves the call stuck', async () => {
    const run = await ran(caller() + failing, { do: 'start', process: 'p' });

    expect(run.lines).toBe('+s -s +c +qs -qs +qe !qe');
    expect(run.faults.map(({ code, element }) => `${code}@${element}`)).toEqual(['error-unhandled@c']);
  });

  it('an escalation that interrupts takes the called process away', async () => {
    expect((await ran(catching(escalation) + telling, { do: 'start', process: 'p' })).lines).toBe(
      '+s -s +c +qs -qs +t -t +u !c +b -b +f -f !u',
    );
  });

  it('an escalation that does not interrupt leaves it alone', async () => {
    const run = await ran(catching(escalation, false) + telling, { do: 'start', process: 'p' }, complete('u'));

    expect(run.lines).toBe('+s -s +c +qs -qs +t -t +u +b -b +f -f -u +qe -qe -c +e -e');
  });
});

describe('a called global task (BPMN 2.0.2, 10.3.6)', () => {
  const lines = '+s -s +c +q -q -c +e -e';

  it('is done as the task it is: a script', async () => {
    const global = '<globalScriptTask id="q" scriptLanguage="FEEL"><script>{b: a + 1}</script></globalScriptTask>';
    const run = await ran(caller() + global, begin({ a: 1 }));

    expect(run.lines).toBe(lines);
    expect(run.variables).toEqual({ a: 1, b: 2 });
  });

  it.each(['globalTask', 'globalManualTask'])('is done as the task it is: a %s', async (tag) => {
    expect((await ran(`${caller()}<${tag} id="q"/>`, begin())).lines).toBe(lines);
  });

  it('waits for a person where it is a user task', async () => {
    const run = await ran(`${caller()}<globalUserTask id="q"/>`, begin(), complete('q', { b: 2 }));

    expect(run.lines).toBe(lines);
  });

  it('throws the errors of its job at the call', async () => {
    const global =
      '<globalTask id="g"/><globalBusinessRuleTask id="q"><extensionElements><zeebe:taskDefinition type="work"/></extensionElements></globalBusinessRuleTask>';
    const model =
      codes +
      caller(
        '',
        'calledElement="q"',
        `${onBoundary('b', 'c', '<errorEventDefinition errorRef="e1"/>')}<endEvent id="f"/>`,
        'b -> f',
      ) +
      global;
    const run = await ran(model, begin(), { do: 'throwError', element: 'q', code: 'E1' });

    expect(run.lines).toBe('+s -s +c +q !q !c +b -b +f -f');
  });
});

describe('a call activity that does not say what it calls', () => {
  it('is no definition that runs', async () => {
    expect(await faultsOf(caller('', ''))).toEqual(['called-process-missing@c']);
  });
});
