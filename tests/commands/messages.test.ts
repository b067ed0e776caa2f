import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { terminalOperations } from '../../server/application/terminal/terminal-operations.ts';
import { messageCommand } from '../../server/commands/message.ts';
import { signalCommand } from '../../server/commands/signal.ts';
import { drawn, openDrawnStreet, visitUntil, type DrawnStreet } from '../application/drawn-street.ts';

const processes = drawn(`
  ${visitUntil('visited')}
  <bpmn:signal id="g" name="flood" />
  <bpmn:process id="evacuate" isExecutable="true">
    <bpmn:startEvent id="es"><bpmn:signalEventDefinition id="ed" signalRef="g" /></bpmn:startEvent>
    <bpmn:sequenceFlow id="e1" sourceRef="es" targetRef="ee" /><bpmn:endEvent id="ee" />
  </bpmn:process>`);

let street: DrawnStreet;
beforeAll(async () => {
  street = await openDrawnStreet(processes);
});
afterEach(() => street.forget());
afterAll(() => street.close());

const { publishMessage, sendSignal } = terminalOperations;

describe('a message from the terminal', () => {
  it('reaches the one it correlates with, and says so', async () => {
    const visit = await street.begin('visit', { household: 'A' });
    const input = { name: 'visited', correlation: 'A', variables: { found: true } };
    const outcome = await publishMessage.run(street.context, input);
    expect(outcome).toMatchObject({ ok: true, answer: { outcome: 'reached', instances: [visit] } });
    expect(outcome.zh).toContain(visit);
    expect(await street.statusOf(visit)).toBe('completed');
  });

  it('is kept for as long as asked, within the area that is named', async () => {
    const kept = await publishMessage.run(street.context, { name: 'visited', correlation: 'B', timeToLive: 60 });
    const lost = await publishMessage.run(street.context, { name: 'visited', correlation: 'C', timeToLive: 0 });
    expect([kept.answer, lost.answer]).toMatchObject([{ outcome: 'buffered' }, { outcome: 'undelivered' }]);
    const nowhere = publishMessage.run(street.context, { name: 'visited', area: '999999999' });
    await expect(nowhere).rejects.toThrow('area-unknown');
  });

  it('with personal data or of an unknown name is refused', async () => {
    const personal = publishMessage.run(street.context, { name: 'visited', variables: { phone: '13800138000' } });
    await expect(personal).rejects.toThrow('variables-personal');
    await expect(publishMessage.run(street.context, { name: 'nobody-knows' })).rejects.toThrow('message-unknown');
  });
});

describe('a signal from the terminal', () => {
  it('begins what begins by it', async () => {
    const outcome = await sendSignal.run(street.context, { name: 'flood' });
    await street.settle();
    expect(outcome).toMatchObject({ ok: true, answer: { waiting: 0 } });
    expect(await street.instances()).toEqual(['evacuate completed']);
  });
});

describe('what is said wrongly at the terminal', () => {
  it.each([
    ['no name', messageCommand, []],
    ['variables that are none', messageCommand, ['visited', '--variables', '[1]']],
    ['a life that is none', messageCommand, ['visited', '--ttl', 'long']],
    ['no name of a signal', signalCommand, []],
  ])('ends without asking anybody: %s', async (_, command, args) => {
    expect(await command.run(args)).not.toBe(0);
  });
});
