import { describe, expect, it } from 'vitest';
import { begin, complete, end, faultsOf, flowsOf, onBoundary, processOf, ran, start, user } from './run-model.ts';

const hour = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';
const sub = (inside: string, ...chains: readonly string[]): string =>
  `<subProcess id="sub"><startEvent id="is"/>${inside}<endEvent id="ie"/>${flowsOf(...chains)}</subProcess>`;
const around = (inside: string, more = '', ...chains: readonly string[]): string =>
  processOf(
    'p',
    `${start}${inside}${more}${end}${chains.length > 0 ? '<endEvent id="f"/>' : ''}`,
    's -> sub -> e',
    ...chains,
  );
const script = (id: string, expression: string, result: string): string =>
  `<scriptTask id="${id}"><extensionElements><zeebe:script expression="=${expression}" resultVariable="${result}"/></extensionElements></scriptTask>`;

describe('a sub-process (BPMN 2.0.2, 10.3.5, 13.3.4)', () => {
  it('begins at its start event, and goes on when its last token has gone', async () => {
    const run = await ran(
      around(sub(`<parallelGateway id="g"/>${user('a')}${user('b')}`, 'is -> g -> a -> ie', 'g -> b')),
      begin(),
      complete('a'),
      complete('b'),
    );

    expect(run.lines).toBe('+s -s +sub +is -is +g -g +a +b -a +ie -ie -b -sub +e -e');
  });

  it('without a start event begins at everything that nothing leads to', async () => {
    const inside = `<subProcess id="sub">${user('a')}${user('b')}<task id="c"/>${flowsOf('a -> c')}</subProcess>`;
    const run = await ran(around(inside), begin(), complete('b'), complete('a'));

    expect(run.lines).toBe('+s -s +sub +a +b -b -a +c -c -sub +e -e');
  });

  it('with nothing inside is over at once', async () => {
    expect((await ran(around('<subProcess id="sub"/>'), begin())).lines).toBe('+s -s +sub -sub +e -e');
  });

  it('may lie in another one', async () => {
    const inner = `<subProcess id="in"><startEvent id="ns"/><endEvent id="ne"/>${flowsOf('ns -> ne')}</subProcess>`;

    expect((await ran(around(sub(inner, 'is -> in -> ie')), begin())).lines).toBe(
      '+s -s +sub +is -is +in +ns -ns +ne -ne -in +ie -ie -sub +e -e',
    );
  });

  it('is entered anew by each token, each in a scope of its own', async () => {
    const twice = processOf(
      'p',
      `${start}<parallelGateway id="g"/><task id="a"/><task id="b"/>${sub(user('u'), 'is -> u -> ie')}${end}`,
      's -> g -> a -> sub -> e',
      'g -> b -> sub',
    );
    const run = await ran(twice, begin(), complete('u'), complete('u'));

    expect(run.lines.match(/\+sub/g)).toHaveLength(2);
    expect(run.lines).toMatch(/\+u \+u -u \+ie -ie -sub \+e -e -u \+ie -ie -sub \+e -e$/);
  });

  it('terminated from inside goes on: only what is inside has ended (13.5.6)', async () => {
    const stop = '<endEvent id="stop"><terminateEventDefinition/></endEvent>';
    const run = await ran(
      around(sub(`<parallelGateway id="g"/>${user('u')}${stop}`, 'is -> g -> u -> ie', 'g -> stop')),
      begin(),
    );

    expect(run.lines).toBe('+s -s +sub +is -is +g -g +u +stop !u -stop -sub +e -e');
  });
});

describe('the boundary of a sub-process (BPMN 2.0.2, 10.5.4)', () => {
  it('is there as long as it is alive: interrupting takes all that is inside away, newest first', async () => {
    const inside = sub(`<parallelGateway id="g"/>${user('a')}${user('b')}`, 'is -> g -> a -> ie', 'g -> b -> ie');
    const run = await ran(around(inside, onBoundary('late', 'sub', hour), 'late -> f'), begin(), {
      do: 'advance',
      by: 'PT1H',
    });

    expect(run.lines).toBe('+s -s +sub +is -is +g -g +a +b !b !a !sub +late -late +f -f');
  });

  it('lets it go on where the event does not interrupt', async () => {
    const inside = sub(user('a'), 'is -> a -> ie');
    const run = await ran(
      around(inside, onBoundary('late', 'sub', hour, false), 'late -> f'),
      begin(),
      { do: 'advance', by: 'PT1H' },
      complete('a'),
    );

    expect(run.lines).toBe('+s -s +sub +is -is +a +late -late +f -f -a +ie -ie -sub +e -e');
  });

  it('is armed no more when it is done, even where its way out is stuck', async () => {
    const stuck = processOf(
      'p',
      `${start}${sub('<task id="t"/>', 'is -> t -> ie')}${onBoundary('late', 'sub', hour)}${end}<endEvent id="f"/>`,
      's -> sub',
      'sub -> e [function(x) x]',
      'sub -> f [function(x) x]',
      'late -> f',
    );
    const run = await ran(stuck, begin(), { do: 'advance', by: 'PT2H' });

    expect(run.lines).toBe('+s -s +sub +is -is +t -t +ie -ie');
    expect(run.waiting).toEqual([]);
    expect(run.faults.map(({ element }) => element)).toEqual(['sub']);
  });
});

describe('the variables of a sub-process (BPMN 2.0.2, 10.4)', () => {
  it('are those around it, which it may set', async () => {
    const run = await ran(around(sub(script('t', 'a + 1', 'a'), 'is -> t -> ie')), begin({ a: 1 }));

    expect(run.variables).toEqual({ a: 2 });
  });

  it('are its own where its inputs make them, and end with it', async () => {
    const own = sub(script('t', 'a + 1', 'a'), 'is -> t -> ie').replace(
      '<startEvent id="is"/>',
      '<extensionElements><zeebe:ioMapping><zeebe:input source="=a * 10" target="a"/></zeebe:ioMapping></extensionElements><startEvent id="is"/>',
    );
    const run = await ran(around(own), begin({ a: 1 }));

    expect(run.variables).toEqual({ a: 1 });
  });

  it('reach out only through its outputs', async () => {
    const own = sub(script('t', 'x + 1', 'x'), 'is -> t -> ie').replace(
      '<startEvent id="is"/>',
      '<extensionElements><zeebe:ioMapping><zeebe:input source="=a" target="x"/><zeebe:output source="=x" target="b"/></zeebe:ioMapping></extensionElements><startEvent id="is"/>',
    );
    const run = await ran(around(own), begin({ a: 1 }));

    expect(run.variables).toEqual({ a: 1, b: 2 });
  });

  it('are its own where they are its data objects and properties', async () => {
    const own = sub(
      `<dataObject id="d" name="draft"/>${script('t', 'a + 1', 'draft')}${script('t2', 'draft + 1', 'note')}${script('t3', 'note + 1', 'a')}`,
      'is -> t -> t2 -> t3 -> ie',
    ).replace('<startEvent id="is"/>', '<property id="pr" name="note"/><startEvent id="is"/>');
    const run = await ran(around(own), begin({ a: 1 }));

    expect(run.variables).toEqual({ a: 4 });
  });

  it('are new each time it is entered', async () => {
    const counting = sub(
      `<dataObject id="d" name="n"/>${script('t', 'if n = null then 1 else n + 1', 'n')}${script('t2', 'n', 'last')}`,
      'is -> t -> t2 -> ie',
    );
    const twice = processOf(
      'p',
      `${start}<exclusiveGateway id="m"/>${counting}<exclusiveGateway id="x" default="x_e"/>${end}<scriptTask id="again"><extensionElements><zeebe:script expression="=true" resultVariable="done"/></extensionElements></scriptTask>`,
      's -> m -> sub -> x -> e',
      'x -> again [done = null]',
      'again -> m',
    );
    const run = await ran(twice, begin());

    expect(run.lines.match(/\+sub/g)).toHaveLength(2);
    expect(run.variables).toEqual({ last: 1, done: true });
  });
});

describe('a sub-process that breaks a rule of the standard', () => {
  it('has a start event with a trigger (table 10.85)', async () => {
    const wrong = `<message id="m" name="m"/>${around(
      '<subProcess id="sub"><startEvent id="is"><messageEventDefinition messageRef="m"/></startEvent></subProcess>',
    )}`;

    expect(await faultsOf(wrong)).toContain('event-kind-here@is');
  });

  it('has several start events (13.3.4)', async () => {
    expect(await faultsOf(around(sub('<startEvent id="is2"/>', 'is -> ie', 'is2 -> ie')))).toEqual([
      'sub-process-starts@sub',
    ]);
  });

  it('has a flow that crosses its border (7.6.1)', async () => {
    expect(await faultsOf(around(sub(user('u'), 'is -> u -> ie'), '', 'u -> f'))).toContain('flow-unattached@u_f');
  });
});
