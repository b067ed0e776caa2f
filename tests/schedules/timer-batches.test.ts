import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fireDueTimers } from '../../server/schedules/timekeeper.ts';
import { drawn, openDrawnStreet, type DrawnStreet } from '../application/drawn-street.ts';

const waiting = drawn(`
  <bpmn:process id="later" isExecutable="true">
    <bpmn:startEvent id="s" /><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="c" />
    <bpmn:intermediateCatchEvent id="c"><bpmn:timerEventDefinition id="td"><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
    <bpmn:sequenceFlow id="g" sourceRef="c" targetRef="e" /><bpmn:endEvent id="e" />
  </bpmn:process>
  <bpmn:process id="again" isExecutable="true">
    <bpmn:startEvent id="as" /><bpmn:sequenceFlow id="af" sourceRef="as" targetRef="work" />
    <bpmn:userTask id="work" />
    <bpmn:boundaryEvent id="beat" attachedToRef="work" cancelActivity="false"><bpmn:timerEventDefinition id="ad"><bpmn:timeCycle>R/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="ag" sourceRef="beat" targetRef="told" /><bpmn:endEvent id="told" />
    <bpmn:sequenceFlow id="ah" sourceRef="work" targetRef="ae" /><bpmn:endEvent id="ae" />
  </bpmn:process>
`);
const hourMs = 3_600_000;

let street: DrawnStreet;
beforeAll(async () => {
  street = await openDrawnStreet(waiting);
});
afterAll(() => street.close());

async function fireAll(): Promise<void> {
  while ((await fireDueTimers(street.context)) === 0);
}

async function firings(): Promise<readonly { readonly id: string; readonly fired: number }[]> {
  return street.rows(
    `select i.id, count(h.seq)::int as fired from process_instance i
     left join history h on h.tenant_id = i.tenant_id and h.bucket = i.bucket and h.instance_id = i.id and h.event ->> 'type' = 'timer-fired'
     where i.process = 'later' group by i.id`,
  );
}

describe('timers fired in batches', () => {
  test('each fire exactly once, though several hands are at them', async () => {
    for (let index = 0; index < 60; index += 1) await street.begin('later');
    await street.passTime(hourMs + 1000);
    await Promise.all([fireAll(), fireAll(), fireAll()]);
    await fireAll();
    const all = await firings();
    expect([all.length, new Set(all.map(({ fired }) => fired))]).toEqual([60, new Set([1])]);
  });

  test('one that fails as a bug holds up none in its batch, parks its instance, and fires when that is resolved', async () => {
    const [bad, good] = [await street.begin('later'), await street.begin('later')];
    const state = await street.breakState(bad);
    await street.passTime(hourMs + 1000);
    for (let attempt = 0; attempt < 7; attempt += 1) {
      await fireAll();
      await street.passTime(60_000);
    }
    const incidents = await street.rows('select element, code from incident where instance_id = $1', bad);
    expect([await street.statusOf(good), incidents]).toEqual(['completed', [{ element: -2, code: 'timer-stuck' }]]);
    await street.restoreState(bad, state);
    await street.retry(bad, -2);
    await fireAll();
    expect(await street.statusOf(bad)).toBe('completed');
  });

  test('of a suspended instance lie still, and fire when it goes on', async () => {
    const instance = await street.begin('later');
    const by = { system: 'operator' } as const;
    await street.command(instance, { type: 'suspend', because: 'test', by });
    await street.passTime(hourMs + 1000);
    await fireAll();
    expect(await street.statusOf(instance)).toBe('running');
    await street.command(instance, { type: 'resume', clocks: 'run-on', by });
    await street.passTime(15_000);
    await fireAll();
    expect(await street.statusOf(instance)).toBe('completed');
  });

  test('of a cycle fire once after an outage, and keep their rhythm', async () => {
    const instance = await street.begin('again');
    const [armed] = await street.rows<{ due: string }>(
      'select due_at as due from timer where instance_id = $1',
      instance,
    );
    await street.passTime(5.5 * hourMs);
    await fireAll();
    const told = await street.rows(
      `select from history where instance_id = $1 and event ->> 'type' = 'timer-fired'`,
      instance,
    );
    const [next] = await street.rows<{ due: string }>(
      'select due_at as due from timer where instance_id = $1',
      instance,
    );
    const beats = (Date.parse(next?.due ?? '') - Date.parse(armed?.due ?? '')) / hourMs;
    expect([told.length, beats]).toEqual([1, 5]);
  });
});
