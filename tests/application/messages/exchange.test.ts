import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { terminalOperator } from '../../../server/application/operations/operator.ts';
import { readOperatedInstance } from '../../../server/application/operations/read-instance.ts';
import { drawn, openDrawnStreet, type DrawnStreet } from '../drawn-street.ts';

const calls = drawn(`
  <bpmn:process id="caller" isExecutable="true">
    <bpmn:startEvent id="s" /><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="call" />
    <bpmn:callActivity id="call" calledElement="callee"/>
    <bpmn:sequenceFlow id="f2" sourceRef="call" targetRef="e" /><bpmn:endEvent id="e" />
  </bpmn:process>
  <bpmn:process id="callee" isExecutable="true">
    <bpmn:startEvent id="cs" /><bpmn:sequenceFlow id="c1" sourceRef="cs" targetRef="wait" />
    <bpmn:receiveTask id="wait" messageRef="m" /><bpmn:sequenceFlow id="c2" sourceRef="wait" targetRef="ce" /><bpmn:endEvent id="ce" />
  </bpmn:process>
  <bpmn:process id="sender" isExecutable="true">
    <bpmn:startEvent id="ss" /><bpmn:sequenceFlow id="x1" sourceRef="ss" targetRef="throw" />
    <bpmn:endEvent id="throw"><bpmn:messageEventDefinition id="md" messageRef="m" /></bpmn:endEvent>
  </bpmn:process>
  <bpmn:process id="lost" isExecutable="true">
    <bpmn:startEvent id="ls" /><bpmn:sequenceFlow id="l1" sourceRef="ls" targetRef="nowhere" />
    <bpmn:callActivity id="nowhere" calledElement="attic" /><bpmn:sequenceFlow id="l2" sourceRef="nowhere" targetRef="le" /><bpmn:endEvent id="le" />
  </bpmn:process>
  <bpmn:message id="m" name="visited"><bpmn:extensionElements><zeebe:subscription correlationKey="=household" /></bpmn:extensionElements></bpmn:message>
`);

/** Two pools: a resident asks, the office answers, along message flows only. */
const pools = drawn(`
  <bpmn:message id="question" name="question" /><bpmn:message id="reply" name="reply" />
  <bpmn:collaboration id="together">
    <bpmn:participant id="residents" processRef="resident" /><bpmn:participant id="offices" processRef="office" />
    <bpmn:messageFlow id="there" sourceRef="ask" targetRef="receive" /><bpmn:messageFlow id="back" sourceRef="tell" targetRef="hear" />
  </bpmn:collaboration>
  <bpmn:process id="resident" isExecutable="true">
    <bpmn:startEvent id="rs" /><bpmn:sequenceFlow id="r1" sourceRef="rs" targetRef="ask" />
    <bpmn:intermediateThrowEvent id="ask"><bpmn:messageEventDefinition id="rd" messageRef="question" /></bpmn:intermediateThrowEvent>
    <bpmn:sequenceFlow id="r2" sourceRef="ask" targetRef="hear" />
    <bpmn:intermediateCatchEvent id="hear"><bpmn:messageEventDefinition id="rh" messageRef="reply" /></bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="r3" sourceRef="hear" targetRef="re" /><bpmn:endEvent id="re" />
  </bpmn:process>
  <bpmn:process id="office" isExecutable="true">
    <bpmn:startEvent id="receive"><bpmn:messageEventDefinition id="od" messageRef="question" /></bpmn:startEvent>
    <bpmn:sequenceFlow id="o1" sourceRef="receive" targetRef="think" /><bpmn:userTask id="think"><bpmn:extensionElements><zeebe:ioMapping><zeebe:output source="=answer" target="answer" /></zeebe:ioMapping></bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="o2" sourceRef="think" targetRef="tell" />
    <bpmn:endEvent id="tell"><bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="=answer" target="reply" /></zeebe:ioMapping></bpmn:extensionElements>
      <bpmn:messageEventDefinition id="ot" messageRef="reply" /></bpmn:endEvent>
  </bpmn:process>
`);

let street: DrawnStreet;
beforeAll(async () => {
  street = await openDrawnStreet(calls, pools);
});
afterAll(() => street.close());

describe('what instances say to each other', () => {
  test('a called process runs as an instance of its own, gets its message, and its caller goes on with what it ended with', async () => {
    const caller = await street.begin('caller', { household: 'H1' });
    await street.settle();
    expect(await street.instances()).toEqual(['caller running', 'callee running']);
    await street.begin('sender', { household: 'H1' });
    await street.settle();
    expect(await street.instances()).toEqual(['caller completed', 'callee completed', 'sender completed']);
    expect(await street.statusOf(caller)).toBe('completed');
  });
});

describe('a call', () => {
  test('that is given up cancels what it called', async () => {
    const caller = await street.begin('caller', { household: 'H2' });
    await street.settle();
    await street.command(caller, { type: 'cancel-instance', because: 'test', by: { system: 'operator' } });
    await street.settle();
    expect((await street.instances()).slice(-2)).toEqual(['caller cancelled', 'callee cancelled']);
  });

  test('that is made and given up before its process began leaves none running', async () => {
    const caller = await street.begin('caller', { household: 'H3' });
    await street.command(caller, { type: 'cancel-instance', because: 'test', by: { system: 'operator' } });
    await street.settle();
    expect((await street.instances()).slice(-2)).toEqual(['caller cancelled', 'callee cancelled']);
    expect(await street.rows('select from called_process')).toEqual([]);
  });

  test('whose process somebody cancels gets an incident instead of waiting for ever', async () => {
    const caller = await street.begin('caller', { household: 'H4' });
    await street.settle();
    const [callee] = await street.rows<{ callee: string }>(
      'select callee from called_process where instance_id = $1',
      caller,
    );
    await street.command(callee?.callee ?? '', {
      type: 'cancel-instance',
      because: 'test',
      by: { system: 'operator' },
    });
    await street.settle();
    expect(await street.rows('select code from incident where instance_id = $1', caller)).toEqual([
      { code: 'call-cancelled' },
    ]);
  });

  test('of a process its release does not have gets an incident', async () => {
    const caller = await street.begin('lost');
    await street.settle();
    expect(await street.rows('select code from incident where instance_id = $1', caller)).toEqual([
      { code: 'called-process-unknown' },
    ]);
  });
});

describe('a collaboration', () => {
  test('keeps two conversations of one drawing apart', async () => {
    const [one, two] = [await street.begin('resident', { no: 1 }), await street.begin('resident', { no: 2 })];
    await street.settle();
    const offices = await street.rows<{ id: string; conversation: string }>(
      `select id, conversation from process_instance where process = 'office' order by created_at, id`,
    );
    expect(offices.map(({ conversation }) => conversation).toSorted()).toEqual([one, two].toSorted());
    const second = offices.find(({ conversation }) => conversation === two)?.id ?? '';
    const [task] = await street.rows<{ id: number; scope: number }>(
      'select id, scope from user_task where instance_id = $1',
      second,
    );
    const by = { system: 'operator' } as const;
    await street.command(second, {
      type: 'complete-user-task',
      task: task?.id ?? 0,
      scope: task?.scope ?? 0,
      variables: { answer: 'second' },
      by,
    });
    await street.settle();
    expect([await street.statusOf(one), await street.statusOf(two)]).toEqual(['running', 'completed']);
    expect(await street.variablesOf(two)).toMatchObject({ no: 2, reply: 'second' });
  });
});

describe('commands that fail as a bug', () => {
  test('or that only a newer program knows are kept, and park their instance, which says by what', async () => {
    const instance = await street.begin('caller', { household: 'P0' });
    await street.post(instance, { type: 'fly', to: 'the moon' });
    for (let attempt = 0; attempt < 7; attempt += 1) {
      await street.work();
      await street.passTime(60_000);
    }
    const { context } = street;
    const { incidents } = await context.database.read((tx) =>
      readOperatedInstance(context, tx, terminalOperator, instance),
    );

    expect(incidents).toMatchObject([{ code: 'inbox-stuck', detail: expect.stringContaining('the command "fly"') }]);
    expect(
      await street.rows(`select 1 from inbox where instance_id = $1 and command ->> 'type' = 'fly'`, instance),
    ).toHaveLength(1);
  });

  test('park their instance with an incident, hold up nobody else, and are tried again when it is resolved', async () => {
    const [stuck, other] = [
      await street.begin('caller', { household: 'P1' }),
      await street.begin('caller', { household: 'P2' }),
    ];
    const broken = { type: 'end-call', element: 'not a number', scope: {}, outcome: null };
    await street.post(stuck, broken);
    for (let attempt = 0; attempt < 7; attempt += 1) {
      await street.work();
      await street.passTime(60_000);
    }
    expect(await street.rows('select element, code from incident where instance_id = $1', stuck)).toEqual([
      { element: -1, code: 'inbox-stuck' },
    ]);
    await street.begin('sender', { household: 'P2' });
    await street.settle();
    expect(await street.statusOf(other)).toBe('completed');
    await street.repairLetters(stuck);
    await street.retry(stuck, -1);
    await street.settle();
    expect(await street.rows('select from incident where instance_id = $1', stuck)).toEqual([]);
    expect(await street.rows('select from inbox where instance_id = $1', stuck)).toEqual([]);
  });
});
