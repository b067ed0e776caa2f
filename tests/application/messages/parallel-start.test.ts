import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { publishMessage } from '../../../server/application/messages/publish-message.ts';
import { sendSignal } from '../../../server/application/messages/send-signal.ts';
import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { beginRun, perform } from '../../../server/kernel/world/run-process.ts';
import { surroundings } from '../../kernel/bpmn/properties/checked-step.ts';
import { drawn, openDrawnStreet, type DrawnStreet } from '../drawn-street.ts';

/** Begins when it is paid and delivered, and when a signal says so: three things, in any order. */
const order = drawn(`
  <bpmn:message id="m1" name="paid" /><bpmn:message id="m2" name="delivered" /><bpmn:signal id="g" name="opened" />
  <bpmn:process id="hand-over" isExecutable="true">
    <bpmn:startEvent id="s" parallelMultiple="true"><bpmn:messageEventDefinition id="d1" messageRef="m1" />
      <bpmn:messageEventDefinition id="d2" messageRef="m2" /><bpmn:signalEventDefinition id="d3" signalRef="g" /></bpmn:startEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="u" /><bpmn:userTask id="u" />
    <bpmn:sequenceFlow id="f2" sourceRef="u" targetRef="e" /><bpmn:endEvent id="e" />
  </bpmn:process>
  <bpmn:process id="till" isExecutable="true">
    <bpmn:startEvent id="ts" /><bpmn:sequenceFlow id="t1" sourceRef="ts" targetRef="te" />
    <bpmn:endEvent id="te"><bpmn:extensionElements><zeebe:ioMapping><zeebe:input source="=&quot;till&quot;" target="by" /></zeebe:ioMapping></bpmn:extensionElements>
      <bpmn:messageEventDefinition id="td" messageRef="m1" /></bpmn:endEvent>
  </bpmn:process>
`);

let street: DrawnStreet;
beforeAll(async () => {
  street = await openDrawnStreet(order);
});
afterEach(() => street.forget());
afterAll(() => street.close());

async function publish(name: string, variables: JsonObject = {}): Promise<string> {
  const actor = await street.person('lixiuying');
  return (await publishMessage(street.context, actor, null, { name, variables })).outcome;
}

async function open(variables: JsonObject = {}): Promise<void> {
  const actor = await street.person('lixiuying');
  await street.context.database.transaction((tx) =>
    sendSignal(street.context, tx, actor, { name: 'opened', variables }),
  );
  await street.settle();
}

/** The variables of every instance that began. */
async function begun(): Promise<readonly JsonObject[]> {
  const found = await street.rows<{ variables: JsonObject }>(
    `select state -> 'root' -> 'variables' as variables from process_instance where process = 'hand-over' order by created_at, id`,
  );
  return found.map(({ variables }) => variables);
}

type Said = { readonly do: 'message' | 'signal'; readonly name: string; readonly variables: JsonObject };

const paid: Said = { do: 'message', name: 'paid', variables: { price: 12, by: 'cash' } };
const delivered: Said = { do: 'message', name: 'delivered', variables: { by: 'van' } };
const opened: Said = { do: 'signal', name: 'opened', variables: { hour: 9 } };

async function say({ do: kind, name, variables }: Said): Promise<void> {
  if (kind === 'message') await publish(name, variables);
  else await open(variables);
}

/** The same in memory. */
async function begunInWorld(said: readonly Said[]): Promise<readonly unknown[]> {
  const { processes } = await compileBpmn(order);
  const run = beginRun(processes, '2026-11-28T01:00:00.000Z', surroundings);
  for (const one of said) perform(run, one);
  return [...run.world.instances.values()].map(({ instance }) => instance.scopes[0]?.variables);
}

describe('a process that begins when several things have come', () => {
  test.each([
    ['as they are drawn', [paid, delivered, opened]],
    ['backwards', [opened, delivered, paid]],
    ['one of them twice', [paid, { ...paid, variables: { price: 13 } }, opened, delivered]],
    ['two rounds', [paid, delivered, opened, opened, paid, delivered]],
    ['one missing', [opened, paid]],
  ])('begins with what came with each, as in the world: %s', async (_, said) => {
    for (const one of said) await say(one);
    const inWorld = await begunInWorld(said);
    expect(await begun()).toEqual(inWorld);
  });

  test('tells who sends a part that it was taken, and who sends the last one what began', async () => {
    await open();
    expect([await publish('delivered'), await publish('paid')]).toEqual(['gathered', 'started']);
  });

  test('keeps what has come when another release comes into force', async () => {
    await publish('paid', { price: 5 });
    const { processes } = await compileBpmn(order.replace('id="u"', 'id="u" name="交接"'));
    await street.redraw(processes, `${order}<!-- newer -->`);
    await publish('delivered');
    await open();
    expect(await begun()).toEqual([{ price: 5 }]);
  });

  test('begins once when its parts come at the same time', async () => {
    await open();
    const outcomes = await Promise.all([publish('paid'), publish('delivered')]);
    expect([outcomes.toSorted(), (await begun()).length]).toEqual([['gathered', 'started'], 1]);
  });

  test('takes a part that an instance throws', async () => {
    await open();
    await publish('delivered');
    await street.begin('till');
    await street.settle();
    expect(await begun()).toEqual([{ by: 'till' }]);
  });

  test('leaves nothing behind when it has begun', async () => {
    await open();
    await publish('paid');
    expect(await street.rows('select heard from gathered_beginning')).toHaveLength(1);
    await publish('delivered');
    expect(await street.rows('select heard from gathered_beginning')).toEqual([]);
  });
});
