import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publishMessage } from '../../server/application/messages/publish-message.ts';
import { armStartTimers } from '../../server/application/start-timers/arm-start-timers.ts';
import { beginDueStarts } from '../../server/application/start-timers/begin-due-starts.ts';
import { compileBpmn } from '../../server/kernel/bpmn/compile/compile-bpmn.ts';
import { drawn, openDrawnStreet, type DrawnStreet } from '../application/drawn-street.ts';

const hour = 3_600_000;

/** A process that begins by a time, and ends at once. */
function begins(id: string, kind: 'timeCycle' | 'timeDate' | 'timeDuration', text: string): string {
  return `<bpmn:process id="${id}" isExecutable="true">
    <bpmn:startEvent id="${id}-s"><bpmn:timerEventDefinition id="${id}-d"><bpmn:${kind}>${text}</bpmn:${kind}></bpmn:timerEventDefinition></bpmn:startEvent>
    <bpmn:sequenceFlow id="${id}-f" sourceRef="${id}-s" targetRef="${id}-e" /><bpmn:endEvent id="${id}-e" />
  </bpmn:process>`;
}

const hourly = begins('rounds', 'timeCycle', 'R/PT1H');
const paidOrLate = `<bpmn:message id="m" name="paid" />
  <bpmn:process id="audit" isExecutable="true">
    <bpmn:startEvent id="a" parallelMultiple="true"><bpmn:messageEventDefinition id="a1" messageRef="m" />
      <bpmn:timerEventDefinition id="a2"><bpmn:timeDuration>PT2H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent>
    <bpmn:sequenceFlow id="af" sourceRef="a" targetRef="ae" /><bpmn:endEvent id="ae" />
  </bpmn:process>`;

let street: DrawnStreet;
beforeAll(async () => {
  street = await openDrawnStreet(drawn(hourly));
});
beforeEach(() => street.forget());
afterEach(() => street.forget());
afterAll(() => street.close());

/** Another release is in force now. */
async function release(inside: string): Promise<void> {
  const xml = drawn(inside);
  const { processes, faults } = await compileBpmn(xml);
  expect(faults).toEqual([]);
  await street.redraw(processes, xml);
  await armStartTimers(street.context, true);
}

/** How many instances of a process have begun. */
async function begun(process: string): Promise<number> {
  const rows = await street.rows('select from process_instance where process = $1', process);
  return rows.length;
}

async function later(hours: number): Promise<number> {
  await street.passTime(hours * hour);
  return beginDueStarts(street.context);
}

describe('a process that begins by a time', () => {
  test('begins with each beat of its cycle, and not before', async () => {
    await release(hourly);
    expect([await later(0.9), await later(0.2), await later(0.5), await later(0.5)]).toEqual([0, 1, 0, 1]);
    expect(await begun('rounds')).toBe(2);
  });

  test('begins once after an outage, and keeps its rhythm', async () => {
    await release(hourly);
    expect([await later(5.5), await later(0.4), await later(0.2)]).toEqual([1, 0, 1]);
  });

  test('begins once though several look at once', async () => {
    await release(hourly);
    await street.passTime(1.1 * hour);
    await Promise.all([1, 2, 3].map(() => beginDueStarts(street.context)));
    expect(await begun('rounds')).toBe(1);
  });

  test('begins once after a time, also when another release says the same', async () => {
    const greeting = begins('greeting', 'timeDuration', 'PT1H');
    await release(greeting);
    expect(await later(1.1)).toBe(1);
    await release(`${greeting}${hourly}`);
    expect(await later(1.1)).toBe(1);
    expect([await begun('greeting'), await begun('rounds')]).toEqual([1, 1]);
  });

  test('keeps its rhythm when another release says the same, and begins under that one', async () => {
    await release(hourly);
    await street.passTime(0.5 * hour);
    await release(hourly.replace('id="rounds-s"', 'id="rounds-s" name="巡查"'));
    expect(await later(0.6)).toBe(1);
  });

  test('begins by what a new release says, and no more by the old', async () => {
    await release(hourly);
    await street.passTime(0.5 * hour);
    await release(begins('rounds', 'timeCycle', 'R/PT3H'));
    expect([await later(2), await later(1.1)]).toEqual([0, 1]);
  });

  test('begins no more when its release has it no longer', async () => {
    await release(hourly);
    await release(begins('other', 'timeDate', '2999-01-01T00:00:00Z'));
    expect(await later(2)).toBe(0);
  });

  test('does not begin for a date that had passed before it was in force', async () => {
    await release(begins('past', 'timeDate', '2020-01-01T00:00:00Z'));
    expect(await later(1)).toBe(0);
  });

  test('does not begin for a time that cannot be told, and the reason stands beside it', async () => {
    await release(begins('lost', 'timeDate', '=case.dueAt'));
    expect(await later(1)).toBe(0);
    expect(await street.rows('select due_at, last_error is not null as told from start_timer')).toEqual([
      { due_at: null, told: true },
    ]);
  });

  test('waits for the message it needs besides', async () => {
    await release(paidOrLate);
    await later(2.1);
    expect(await begun('audit')).toBe(0);
    const actor = await street.person('lixiuying');
    const answer = await publishMessage(street.context, actor, null, { name: 'paid', variables: { price: 7 } });
    expect([answer.outcome, await street.variablesOf(answer.instances[0] ?? '')]).toEqual(['started', { price: 7 }]);
  });

  test('says in its history that the time began it', async () => {
    await release(hourly);
    await later(1.1);
    const [row] = await street.rows<{ id: string }>(`select id from process_instance where process = 'rounds'`);
    expect((await street.historyOf(row?.id ?? ''))[0]).toMatchObject({ by: { system: 'timer' } });
  });
});
