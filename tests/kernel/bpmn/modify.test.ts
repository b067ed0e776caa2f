import { describe, expect, it } from 'vitest';
import { begin, complete, end, flowsOf, onBoundary, processOf, ran, start, user } from './run-model.ts';

const inside = `<subProcess id="sub"><extensionElements><zeebe:ioMapping><zeebe:input source="=n + 1" target="m"/></zeebe:ioMapping></extensionElements><startEvent id="is"/>${user('a')}${user('b')}<endEvent id="ie"/>${flowsOf('is -> a -> b -> ie')}</subProcess>`;
const model = `${processOf('p', `${start}${inside}${user('c')}${end}`, 's -> sub -> c -> e')}`;
const modify = (...changes: { do: 'cancel' | 'activate'; element: string; variables?: { n: number } }[]) =>
  ({ do: 'modify', changes }) as const;
const cancel = (element: string) => ({ do: 'cancel', element }) as const;
const activate = (element: string) => ({ do: 'activate', element }) as const;
const waitingAt = (run: Awaited<ReturnType<typeof ran>>): readonly string[] =>
  run.waiting.map(({ element }) => element);

describe('modify moves tokens by hand', () => {
  it('cancels here and activates there, within the same sub-process', async () => {
    const run = await ran(model, begin({ n: 1 }), modify(cancel('a'), activate('b')), complete('b'));

    expect(run.lines).toBe('+s -s +sub +is -is +a !a +b -b +ie -ie -sub +c');
  });

  it('takes a sub-process away that it leaves empty: nothing goes on behind it', async () => {
    const run = await ran(model, begin({ n: 1 }), modify(cancel('a'), activate('c')));

    expect(run.lines).toBe('+s -s +sub +is -is +a !a !sub +c');
    expect(waitingAt(run)).toEqual(['c']);
  });

  it('opens the sub-processes around what it enters, with their mappings and boundaries but without their starts', async () => {
    const late = onBoundary(
      'late',
      'sub',
      '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>',
    );
    const timed = processOf(
      'p',
      `${start}${inside}${late}${user('c')}${end}<endEvent id="over"/>`,
      's -> c -> e',
      'c -> sub',
      'late -> over',
    );
    const run = await ran(timed, begin({ n: 1 }), modify(cancel('c'), activate('b')), { do: 'advance', by: 'PT1H' });

    expect(run.lines).toBe('+s -s +c !c +sub +b !b !sub +late -late +over -over');
  });

  it('brings variables into the scope it enters', async () => {
    const run = await ran(model, begin({ n: 1 }), modify({ do: 'activate', element: 'c', variables: { n: 5 } }));

    expect(run.variables).toEqual({ n: 5 });
    expect(waitingAt(run)).toEqual(['c', 'a']);
  });

  it('cancels an instance from which it takes the last token', async () => {
    const run = await ran(model, begin({ n: 1 }), modify(cancel('sub')));

    expect(run.lines).toBe('+s -s +sub +is -is +a !a !sub');
    expect([run.outcome, run.waiting]).toEqual(['completed', []]);
  });

  it('does all of it or nothing', async () => {
    const run = await ran(model, begin({ n: 1 }), modify(cancel('a'), activate('s')));

    expect(run.lines).toBe('+s -s +sub +is -is +a');
    expect(waitingAt(run)).toEqual(['a']);
  });
});

describe('modify enters only what a flow could lead to', () => {
  const message = '<messageEventDefinition messageRef="m"/>';
  const compensate = onBoundary('undone', 'c', '<compensateEventDefinition/>');
  const everything = `<message id="m" name="m"/>${processOf(
    'p',
    `${start}${user('c')}${compensate}${user('u').replace('/>', ' isForCompensation="true"/>')}<association id="as" sourceRef="undone" targetRef="u"/>
     <eventBasedGateway id="g"/><intermediateCatchEvent id="x">${message}</intermediateCatchEvent><receiveTask id="y" messageRef="m"/>
     <subProcess id="on" triggeredByEvent="true"><startEvent id="os">${message}</startEvent>${user('o')}${flowsOf('os -> o')}</subProcess>
     <subProcess id="each"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>${user('i')}</subProcess>${end}`,
    's -> c -> each -> e',
    'g -> x -> e',
    'c -> g',
  )}`.replace('<receiveTask id="y" messageRef="m"/>', '');

  it.each([
    ['a start event', 's', '开始事件不能直接进入。请改选它后面的一步。', 'Choose the step behind it.'],
    ['a boundary event', 'undone', '边界事件不能直接进入。请改选它后面的一步，或触发它。', 'Choose the step behind it'],
    ['what follows an event-based gateway', 'x', '它接在「等事件」网关之后。请改选那个网关。', 'Choose the gateway.'],
    ['an event sub-process', 'on', '事件子流程由它的事件开始。请触发那个事件。', 'Trigger that event.'],
    ['what is in one', 'o', '事件子流程由它的事件开始。请触发那个事件。', 'Trigger that event.'],
    [
      'what compensates',
      'u',
      '补偿步骤只在撤销时办。请改选正常流程里的一步。',
      'Choose an element of the normal flow.',
    ],
    ['an iteration that is not there', 'i', '它在要办多次的步骤里。请先加一项', 'Add an iteration'],
    ['what is not there', 'nowhere', '流程里没有这一步。请检查编号。', 'Check its id.'],
  ])('not %s', async (_what, element, zh, en) => {
    const run = await ran(everything, begin(), modify(activate(element)));

    expect(run.faults).toEqual([
      { code: 'cannot-activate', element, zh: expect.stringContaining(zh), en: expect.stringContaining(en) },
    ]);
    expect(waitingAt(run)).toEqual(['c']);
  });

  it('and cancels only what is alive', async () => {
    const run = await ran(model, begin({ n: 1 }), modify(cancel('b')));

    expect(run.faults.map(({ code, element }) => `${code}@${element}`)).toEqual(['not-waiting@b']);
  });
});
