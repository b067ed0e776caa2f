import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishMessage } from '../../server/application/messages/publish-message.ts';
import { armStartTimers } from '../../server/application/start-timers/arm-start-timers.ts';
import { beginDueStarts } from '../../server/application/start-timers/begin-due-starts.ts';
import { drawn, openDrawnStreet, type DrawnStreet } from '../application/drawn-street.ts';

const many = 12;
const nodes = 6;

/** Processes that begin every minute, and one that needs a message besides. */
const file = drawn(`<bpmn:message id="m" name="paid" />
  ${Array.from(
    { length: many },
    (_, index) => `<bpmn:process id="p${index}" isExecutable="true">
    <bpmn:startEvent id="s${index}"><bpmn:timerEventDefinition id="d${index}"><bpmn:timeCycle>R/PT1M</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>
    <bpmn:sequenceFlow id="f${index}" sourceRef="s${index}" targetRef="e${index}" /><bpmn:endEvent id="e${index}" /></bpmn:process>`,
  ).join('')}
  <bpmn:process id="both" isExecutable="true">
    <bpmn:startEvent id="a" parallelMultiple="true"><bpmn:messageEventDefinition id="a1" messageRef="m" />
      <bpmn:timerEventDefinition id="a2"><bpmn:timeCycle>R/PT1M</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>
    <bpmn:sequenceFlow id="af" sourceRef="a" targetRef="ae" /><bpmn:endEvent id="ae" /></bpmn:process>`);

let street: DrawnStreet;
beforeAll(async () => {
  street = await openDrawnStreet(file);
});
afterAll(() => street.close());

async function begun(): Promise<readonly string[]> {
  const rows = await street.rows<{ said: string }>(
    `select process || ' ' || count(*) as said from process_instance where process ~ '^(p[0-9]+|both)$' group by process order by process`,
  );
  return rows.map(({ said }) => said);
}

describe('starts that several nodes look at, on connections of their own', () => {
  test('are armed once though all arm them at once', async () => {
    await Promise.all(Array.from({ length: nodes }, () => armStartTimers(street.context, true)));
    expect(await street.rows('select from start_timer')).toHaveLength(many + 1);
  });

  test('begin each beat once, with or without a message that comes at the same time', async () => {
    const actor = await street.person('lixiuying');
    for (let minute = 0; minute < 3; minute += 1) {
      await street.passTime(60_000);
      await Promise.all([
        ...Array.from({ length: nodes }, () => beginDueStarts(street.context)),
        publishMessage(street.context, actor, null, { name: 'paid' }),
      ]);
    }
    const all = ['both 3', ...Array.from({ length: many }, (_, index) => `p${index} 3`)];
    expect(await begun()).toEqual(all.toSorted());
  });
});
