import { describe, expect, it } from 'vitest';
import { begin, complete, end, faultsOf, flowsOf, job, onBoundary, processOf, ran, start, user } from './run-model.ts';

const codes = '<error id="e1" errorCode="E1"/><error id="e2" errorCode="E2"/><escalation id="x1" escalationCode="X1"/>';
const error = (ref = ''): string => `<errorEventDefinition ${ref && `errorRef="${ref}"`}/>`;
const escalation = (ref = ''): string => `<escalationEventDefinition ${ref && `escalationRef="${ref}"`}/>`;
const sub = (inside: string, ...chains: readonly string[]): string =>
  `<subProcess id="sub"><startEvent id="is"/>${inside}${flowsOf(...chains)}</subProcess>`;

describe('an error (BPMN 2.0.2, 10.5.1, 13.5.3)', () => {
  it('ends the sub-process it is thrown in, and is caught on its boundary by its code', async () => {
    const inside = sub(
      `${user('u')}<endEvent id="bad">${error('e1')}</endEvent><parallelGateway id="split"/>`,
      'is -> split -> bad',
      'split -> u',
    );
    const catching =
      onBoundary('other', 'sub', error('e2')) +
      onBoundary('that', 'sub', error('e1')) +
      onBoundary('any', 'sub', error());
    const run = await ran(
      codes +
        processOf(
          'p',
          `${start}${inside}${catching}${end}<endEvent id="f"/>`,
          's -> sub -> e',
          'that -> f',
          'other -> f',
          'any -> f',
        ),
    );

    expect(run.lines).toBe('+s -s +sub +is -is +split -split +bad +u !u !bad !sub +that -that +f -f');
  });

  it('without a matching code is caught by what catches every error', async () => {
    const inside = sub(`<endEvent id="bad">${error('e1')}</endEvent>`, 'is -> bad');
    const run = await ran(
      codes +
        processOf(
          'p',
          `${start}${inside}${onBoundary('any', 'sub', error())}${end}<endEvent id="f"/>`,
          's -> sub -> e',
          'any -> f',
        ),
    );

    expect(run.lines).toMatch(/\+any -any \+f -f$/);
  });

  it('is caught by the nearest, from the inside out', async () => {
    const inner = `<subProcess id="in"><startEvent id="iis"/><endEvent id="bad">${error('e1')}</endEvent>${flowsOf('iis -> bad')}</subProcess>${onBoundary('near', 'in', error())}<endEvent id="mended"/>`;
    const inside = sub(inner, 'is -> in', 'near -> mended');
    const run = await ran(
      codes +
        processOf('p', `${start}${inside}${onBoundary('far', 'sub', error('e1'))}${end}`, 's -> sub -> e', 'far -> e'),
    );

    expect(run.lines).toMatch(/\+near -near \+mended -mended -sub \+e -e$/);
  });

  it('is caught by an event sub-process, which takes the place of what went on', async () => {
    const handler = `<subProcess id="h" triggeredByEvent="true"><startEvent id="hs">${error('e1')}</startEvent>${user('mend')}<endEvent id="he"/>${flowsOf('hs -> mend -> he')}</subProcess>`;
    const inside = sub(`<endEvent id="bad">${error('e1')}</endEvent>${handler}`, 'is -> bad');
    const run = await ran(
      codes + processOf('p', `${start}${inside}${end}`, 's -> sub -> e'),
      begin(),
      complete('mend'),
    );

    expect(run.lines).toBe('+s -s +sub +is -is +bad !bad +h +hs -hs +mend -mend +he -he -h -sub +e -e');
  });

  it('of a job is caught on the boundary of its task', async () => {
    const run = await ran(
      codes +
        processOf(
          'p',
          `${start}${job('j')}${onBoundary('b', 'j', error('e1'))}${end}<endEvent id="f"/>`,
          's -> j -> e',
          'b -> f',
        ),
      begin(),
      { do: 'throwError', element: 'j', code: 'E1' },
    );

    expect(run.lines).toBe('+s -s +j !j +b -b +f -f');
  });

  it('that nobody catches is an incident where it was thrown', async () => {
    const run = await ran(codes + processOf('p', `${start}<endEvent id="bad">${error('e1')}</endEvent>`, 's -> bad'));

    expect(run.faults.map(({ code, element }) => `${code}@${element}`)).toEqual(['error-unhandled@bad']);
  });

  it('comes out of a called process', async () => {
    const called = processOf('q', `<startEvent id="qs"/><endEvent id="bad">${error('e1')}</endEvent>`, 'qs -> bad');
    const caller = processOf(
      'p',
      `${start}<callActivity id="c" calledElement="q"/>${onBoundary('b', 'c', error('e1'))}${end}<endEvent id="f"/>`,
      's -> c -> e',
      'b -> f',
    );
    const run = await ran(codes + caller + called);

    expect(run.lines).toBe('+s -s +c +qs -qs +bad !bad !c +b -b +f -f');
  });

  it('always interrupts', async () => {
    const wrong = processOf(
      'p',
      `${start}${user('u')}${onBoundary('b', 'u', error('e1'), false)}${end}`,
      's -> u -> e',
      'b -> e',
    );

    expect(await faultsOf(codes + wrong)).toEqual(['must-interrupt@b']);
  });
});

describe('an escalation', () => {
  const thrower = `<intermediateThrowEvent id="t">${escalation('x1')}</intermediateThrowEvent>`;

  it('is caught beside what goes on, where that does not interrupt', async () => {
    const inside = sub(`${thrower}${user('u')}<endEvent id="ie"/>`, 'is -> t -> u -> ie');
    const run = await ran(
      codes +
        processOf(
          'p',
          `${start}${inside}${onBoundary('b', 'sub', escalation('x1'), false)}${end}<endEvent id="f"/>`,
          's -> sub -> e',
          'b -> f',
        ),
      begin(),
      complete('u'),
    );

    expect(run.lines).toBe('+s -s +sub +is -is +t +b -t -b +u +f -f -u +ie -ie -sub +e -e');
  });

  it('ends what goes on, where that interrupts', async () => {
    const inside = sub(`${thrower}${user('u')}`, 'is -> t -> u');
    const run = await ran(
      codes +
        processOf(
          'p',
          `${start}${inside}${onBoundary('b', 'sub', escalation())}${end}<endEvent id="f"/>`,
          's -> sub -> e',
          'b -> f',
        ),
    );

    expect(run.lines).toBe('+s -s +sub +is -is +t !t !sub +b -b +f -f');
  });

  it('of an end event is caught beside what still goes on, and its own token ends', async () => {
    const inside = sub(
      `<parallelGateway id="split"/>${user('u')}<endEvent id="x">${escalation('x1')}</endEvent><endEvent id="ie"/>`,
      'is -> split -> u -> ie',
      'split -> x',
    );
    const run = await ran(
      codes +
        processOf(
          'p',
          `${start}${inside}${onBoundary('b', 'sub', escalation('x1'), false)}${end}<endEvent id="f"/>`,
          's -> sub -> e',
          'b -> f',
        ),
      begin(),
      complete('u'),
    );

    expect(run.lines).toBe('+s -s +sub +is -is +split -split +u +x +b -x -b +f -f -u +ie -ie -sub +e -e');
  });

  it('happens each time it is thrown, where that does not interrupt', async () => {
    const twice = `${thrower}<intermediateThrowEvent id="again">${escalation('x1')}</intermediateThrowEvent><endEvent id="ie"/>`;
    const inside = sub(twice, 'is -> t -> again -> ie');
    const run = await ran(
      codes +
        processOf(
          'p',
          `${start}${inside}${onBoundary('b', 'sub', escalation('x1'), false)}${end}<endEvent id="f"/>`,
          's -> sub -> e',
          'b -> f',
        ),
    );

    expect(run.lines.match(/\+b/g)).toHaveLength(2);
    expect(run.outcome).toBe('completed');
  });

  it('that nobody catches is no fault', async () => {
    const run = await ran(codes + processOf('p', `${start}${thrower}${end}`, 's -> t -> e'));

    expect(run.lines).toBe('+s -s +t -t +e -e');
  });

  it('comes out of a called process, which goes on', async () => {
    const called = processOf(
      'q',
      `<startEvent id="qs"/>${thrower}${user('u')}<endEvent id="qe"/>`,
      'qs -> t -> u -> qe',
    );
    const caller = processOf(
      'p',
      `${start}<callActivity id="c" calledElement="q"/>${onBoundary('b', 'c', escalation('x1'), false)}${end}<endEvent id="f"/>`,
      's -> c -> e',
      'b -> f',
    );
    const run = await ran(codes + caller + called, begin(), complete('u'));

    expect(run.lines).toBe('+s -s +c +qs -qs +t -t +u +b -b +f -f -u +qe -qe -c +e -e');
  });
});
