import { describe, expect, it } from 'vitest';
import { after, catching, ending, names, ofMessage, starting, throwing } from './event-definitions.ts';
import { begin, complete, flowsOf, onBoundary, processOf, ran, user } from './run-model.ts';

/** A collaboration of pools of processes `p` and `q`, with message flows `x -> y`. */
const between = (...flows: readonly string[]): string => {
  const drawn = flows.map((flow, index) => {
    const [from = '', to = ''] = flow.split('->').map((end) => end.trim());
    return `<messageFlow id="f${index}" sourceRef="${from}" targetRef="${to}"/>`;
  });
  return `<collaboration id="together"><participant id="pool-p" processRef="p"/><participant id="pool-q" processRef="q"/><participant id="black"/>${drawn.join('')}</collaboration>`;
};
const ends = '<endEvent id="e"/>';
const otherEnd = '<endEvent id="qe"/>';

describe('a message flow between pools (BPMN 2.0.2, 9.4)', () => {
  it('begins the process it leads to', async () => {
    const p = processOf('p', `<startEvent id="s"/>${throwing('t', ofMessage('m'))}${ends}`, 's -> t -> e');
    const q = processOf('q', `${starting('qs', ofMessage('m'))}${otherEnd}`, 'qs -> qe');
    const run = await ran(names + between('t -> qs') + p + q, begin());

    expect(run.lines).toBe('+s -s +t -t +e -e +qs -qs +qe -qe');
  });

  it('carries an answer back', async () => {
    const p = processOf(
      'p',
      `<startEvent id="s"/><sendTask id="ask" messageRef="m"/><receiveTask id="hear" messageRef="n"/>${ends}`,
      's -> ask -> hear -> e',
    );
    const q = processOf(
      'q',
      `${starting('qs', ofMessage('m'))}${user('u')}${ending('answer', ofMessage('n'))}`,
      'qs -> u -> answer',
    );
    const run = await ran(names + between('ask -> qs', 'answer -> hear') + p + q, begin(), complete('u'));

    expect(run.lines).toBe('+s -s +ask -ask +hear +qs -qs +u -u +answer -answer -hear +e -e');
    expect(run.outcome).toBe('completed');
  });

  it('goes where it leads, not to others who wait for the same message', async () => {
    const p = processOf('p', `<startEvent id="s"/>${throwing('t', ofMessage('m'))}`, 's -> t');
    const two = `<startEvent id="qs"/><parallelGateway id="split"/>${catching('one', ofMessage('m'))}${catching('two', ofMessage('m'))}`;
    const q = processOf('q', two, 'qs -> split -> one', 'split -> two');
    const run = await ran(
      names + between('t -> two') + p + q,
      { do: 'start', process: 'q' },
      { do: 'start', process: 'p' },
    );

    expect(run.lines).toMatch(/\+t -t -two$/);
  });

  it('reaches a boundary event of the other pool', async () => {
    const p = processOf('p', `<startEvent id="s"/>${throwing('t', ofMessage('m'))}`, 's -> t');
    const q = processOf(
      'q',
      `<startEvent id="qs"/>${user('u')}${onBoundary('b', 'u', ofMessage('m'))}${otherEnd}`,
      'qs -> u',
      'b -> qe',
    );
    const run = await ran(
      names + between('t -> b') + p + q,
      { do: 'start', process: 'q' },
      { do: 'start', process: 'p' },
    );

    expect(run.lines).toBe('+qs -qs +u +s -s +t -t !u +b -b +qe -qe');
  });

  it('to a pool finds there by its name whom it is for', async () => {
    const p = processOf('p', `<startEvent id="s"/>${throwing('t', ofMessage('m'))}${ends}`, 's -> t -> e');
    const q = processOf('q', `${starting('qs', ofMessage('m'))}${otherEnd}`, 'qs -> qe');
    const other = processOf('r', `${starting('rs', ofMessage('m'))}<endEvent id="re"/>`, 'rs -> re');
    const run = await ran(names + between('t -> pool-q') + other + p + q, { do: 'start', process: 'p' });

    expect(run.lines).toBe('+s -s +t -t +e -e +qs -qs +qe -qe');
  });

  it('to a black box goes out, and nobody here hears it', async () => {
    const p = processOf('p', `<startEvent id="s"/>${throwing('t', ofMessage('m'))}${ends}`, 's -> t -> e');
    const q = processOf('q', `${starting('qs', ofMessage('m'))}${otherEnd}`, 'qs -> qe');
    const run = await ran(names + between('t -> black') + p + q, begin());

    expect(run).toMatchObject({ lines: '+s -s +t -t +e -e', outcome: 'completed' });
  });

  it('carries the message of an event that names none', async () => {
    const p = processOf('p', '<startEvent id="s"/><endEvent id="e"/>', 's -> e');
    const q = processOf('q', `<startEvent id="qs"/>${user('u')}`, 'qs -> u');

    expect((await ran(names + between('e -> qs') + p + q, begin())).lines).toBe('+s -s +e -e +qs -qs +u');
  });

  it('that comes too late finds nobody: the other one has gone on by time', async () => {
    const p = processOf('p', `<startEvent id="s"/>${user('u')}${throwing('t', ofMessage('m'))}`, 's -> u -> t');
    const waits = `<startEvent id="qs"/><eventBasedGateway id="g"/>${catching('c', ofMessage('m'))}${catching('late', after('PT1H'))}`;
    const q = processOf('q', waits, 'qs -> g -> c', 'g -> late');
    const run = await ran(
      names.replace('<signal id="g" name="g"/>', '') + between('t -> c') + p + q,
      { do: 'start', process: 'p' },
      { do: 'start', process: 'q' },
      { do: 'advance', by: 'PT2H' },
      complete('u'),
    );

    expect(run.lines).toBe('+s -s +u +qs -qs +g -g +late -late -u +t -t');
    expect(run.outcome).toBe('completed');
  });

  it('leads from a send task to a receive task, in whatever sub-process that stands', async () => {
    const p = processOf('p', `<startEvent id="s"/><sendTask id="send" messageRef="m"/>${ends}`, 's -> send -> e');
    const sub = `<subProcess id="sub"><startEvent id="is"/><receiveTask id="r" messageRef="m"/>${flowsOf('is -> r')}</subProcess>`;
    const q = processOf('q', `<startEvent id="qs"/>${sub}${otherEnd}`, 'qs -> sub -> qe');
    const starts = [{ do: 'start', process: 'q' } as const, { do: 'start', process: 'p' } as const];

    expect((await ran(names + between('send -> r') + p + q, ...starts)).lines).toBe(
      '+qs -qs +sub +is -is +r +s -s +send -send +e -e -r -sub +qe -qe',
    );
  });

  it('may begin several times at one event: each leads its message', async () => {
    const p = processOf('p', `<startEvent id="s"/>${ending('t', ofMessage('m'))}`, 's -> t');
    const q = processOf('q', `${starting('qs', ofMessage('m'))}${starting('qs2', ofMessage('m'))}`, '');
    const run = await ran(names + between('t -> qs', 't -> qs2') + p + q, { do: 'start', process: 'p' });

    expect(run.lines).toBe('+s -s +t -t +qs -qs +qs2 -qs2');
    expect(new Set(run.trace.map(({ instance }) => instance))).toEqual(new Set(['p-1', 'q-2', 'q-3']));
  });

  it('carries two messages of one step to two who wait, not both to the first', async () => {
    const twice = `<startEvent id="s"/>${throwing('t', ofMessage('m'))}${throwing('t2', ofMessage('m'))}${ends}`;
    const p = processOf('p', twice, 's -> t -> t2 -> e');
    const q = processOf('q', `<startEvent id="qs"/>${catching('c', ofMessage('m'))}`, 'qs -> c');
    const starts = ['q', 'q', 'p'].map((process) => ({ do: 'start', process }) as const);
    const run = await ran(names + between('t -> c', 't2 -> c') + p + q, ...starts);

    expect(run.lines).toMatch(/-c -c$/);
    expect(run.outcome).toBe('completed');
  });
});
