import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { correlateMessage } from '../../../server/application/messages/correlate-message.ts';
import { publishMessage } from '../../../server/application/messages/publish-message.ts';
import { sendSignal } from '../../../server/application/messages/send-signal.ts';
import type { IncomingMessage } from '../../../server/application/messages/publish-message.ts';
import { drawn, openDrawnStreet, visitUntil, type DrawnStreet } from '../drawn-street.ts';

const processes = drawn(`
  ${visitUntil('visited')}
  <bpmn:message id="asked" name="asked" />
  <bpmn:signal id="flood" name="flood" />
  <bpmn:process id="inquiry" isExecutable="true">
    <bpmn:startEvent id="is"><bpmn:messageEventDefinition id="im" messageRef="asked" /></bpmn:startEvent>
    <bpmn:sequenceFlow id="i1" sourceRef="is" targetRef="ie" /><bpmn:endEvent id="ie" />
  </bpmn:process>
  <bpmn:process id="watch" isExecutable="true">
    <bpmn:startEvent id="ws" /><bpmn:sequenceFlow id="w1" sourceRef="ws" targetRef="hear" />
    <bpmn:intermediateCatchEvent id="hear"><bpmn:signalEventDefinition id="wd" signalRef="flood" /></bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="w2" sourceRef="hear" targetRef="we" /><bpmn:endEvent id="we" />
  </bpmn:process>
  <bpmn:process id="evacuate" isExecutable="true">
    <bpmn:startEvent id="es"><bpmn:signalEventDefinition id="ed" signalRef="flood" /></bpmn:startEvent>
    <bpmn:sequenceFlow id="e1" sourceRef="es" targetRef="ee" /><bpmn:endEvent id="ee" />
  </bpmn:process>
`);

let street: DrawnStreet;
beforeAll(async () => {
  street = await openDrawnStreet(processes);
});
afterAll(() => street.close());

async function publish(message: IncomingMessage) {
  return publishMessage(street.context, await street.person('lixiuying'), null, message);
}

describe('a message from outside', () => {
  test('reaches the instance that waits for its correlation, with its variables, and says which', async () => {
    const [, other] = [
      await street.begin('visit', { household: 'A1' }),
      await street.begin('visit', { household: 'A2' }),
    ];
    const answer = await publish({ name: 'visited', correlation: 'A2', variables: { result: 'fine' } });
    expect(answer).toMatchObject({ outcome: 'reached', instances: [other] });
    expect(await street.statusOf(other)).toBe('completed');
    expect(await street.variablesOf(other)).toMatchObject({ result: 'fine' });
  });

  test('begins a process of the release in force where nobody waits for it', async () => {
    const answer = await publish({ name: 'asked', variables: { about: 'lamp' } });
    expect(answer.outcome).toBe('started');
    expect(await street.variablesOf(answer.instances[0] ?? '')).toEqual({ about: 'lamp' });
  });

  test('is kept for somebody who begins to wait within its life', async () => {
    expect((await publish({ name: 'visited', correlation: 'B1' })).outcome).toBe('buffered');
    const late = await street.begin('visit', { household: 'B1' });
    await street.settle();
    expect(await street.statusOf(late)).toBe('completed');
  });

  test('is undelivered without a life, and then nobody gets it', async () => {
    const answer = await publish({ name: 'visited', correlation: 'C1', timeToLive: 0 });
    const late = await street.begin('visit', { household: 'C1' });
    await street.settle();
    expect([answer.outcome, await street.statusOf(late)]).toEqual(['undelivered', 'running']);
  });

  test('that comes again with its id gets its first answer and reaches nobody else', async () => {
    const [first, second] = [
      await street.begin('visit', { household: 'D1' }),
      await street.begin('visit', { household: 'D1' }),
    ];
    const message = { name: 'visited', correlation: 'D1', messageId: 'once' };
    const answers = [await publish(message), await publish(message)];
    expect(answers[1]).toEqual(answers[0]);
    expect([await street.statusOf(first), await street.statusOf(second)]).toEqual(['completed', 'running']);
  });

  test('given again with its key gets its first answer, also when that was told by a worker', async () => {
    const instance = await street.begin('visit', { household: 'K1' });
    const actor = await street.person('lixiuying');
    const key = { person: actor.person, key: 'key-of-k1', bodyHash: 'k1' };
    const message = { name: 'visited', correlation: 'K1' };
    const first = await publishMessage(street.context, actor, key, message);
    const second = await publishMessage(street.context, actor, key, message);
    expect([first.instances, second]).toEqual([[instance], first]);
  });

  test('that two workers correlate at once is had by one instance once', async () => {
    await street.begin('visit', { household: 'E1' });
    await street.begin('visit', { household: 'E1' });
    const { id } = await publish({ name: 'visited', correlation: 'E1', messageId: 'e' });
    const again = await Promise.all([1, 2, 3].map(() => correlateMessage(street.context, id)));
    expect(new Set(again.map((answer) => answer?.instances[0])).size).toBe(1);
    const done = await street.rows(
      `select from process_instance where process = 'visit' and status = 'completed' and state -> 'root' -> 'variables' ->> 'household' = 'E1'`,
    );
    expect(done.length).toBe(1);
  });

  test('waits for an instance that is suspended', async () => {
    const instance = await street.begin('visit', { household: 'S1' });
    await street.command(instance, { type: 'suspend', because: 'test', by: { system: 'operator' } });
    expect((await publish({ name: 'visited', correlation: 'S1' })).outcome).toBe('buffered');
    await street.command(instance, { type: 'resume', clocks: 'run-on', by: { system: 'operator' } });
    await street.passTime(10_000);
    await street.settle();
    expect(await street.statusOf(instance)).toBe('completed');
  });

  test('with personal data in its variables, or with a name nobody knows, is refused', async () => {
    await expect(publish({ name: 'asked', variables: { a: { phone: '13800138000' } } })).rejects.toMatchObject({
      code: 'variables-personal',
      problems: [{ path: '/variables/a/phone' }],
    });
    await expect(publish({ name: 'asked', variables: { note: '找 13800138000' } })).rejects.toThrow(
      'variables-personal',
    );
    await expect(publish({ name: 'nobody-knows' })).rejects.toThrow('message-unknown');
  });

  test('is not for a grid worker to send', async () => {
    const worker = await street.person('maxiaolan');
    await expect(publishMessage(street.context, worker, null, { name: 'asked' })).rejects.toThrow('not-permitted');
  });
});

describe('a signal from outside', () => {
  test('reaches everybody who waits, begins what begins by it, and is not remembered', async () => {
    const [one, two] = [await street.begin('watch'), await street.begin('watch')];
    const actor = await street.person('lixiuying');
    const sent = await street.context.database.transaction((tx) =>
      sendSignal(street.context, tx, actor, { name: 'flood' }),
    );
    await street.settle();
    const late = await street.begin('watch');
    await street.settle();
    expect(sent.waiting).toBe(2);
    expect(await Promise.all([one, two, late].map((id) => street.statusOf(id)))).toEqual([
      'completed',
      'completed',
      'running',
    ]);
    expect((await street.instances()).filter((said) => said.startsWith('evacuate'))).toEqual(['evacuate completed']);
  });
});
