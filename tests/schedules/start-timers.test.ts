import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { examineDatabase } from '../../server/application/doctor/examine-database.ts';
import { publishMessage } from '../../server/application/messages/publish-message.ts';
import { terminalOperator } from '../../server/application/operations/operator.ts';
import { armStartTimers } from '../../server/application/start-timers/arm-start-timers.ts';
import { beginDueStarts } from '../../server/application/start-timers/begin-due-starts.ts';
import { listBeginnings } from '../../server/application/start-timers/list-beginnings.ts';
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

const rounds = (timer: string): string => `<bpmn:process id="rounds" name="巡查" isExecutable="true">
    <bpmn:startEvent id="r" name="到点"><bpmn:timerEventDefinition id="rt">${timer}</bpmn:timerEventDefinition></bpmn:startEvent>
    <bpmn:sequenceFlow id="rf" sourceRef="r" targetRef="re" /><bpmn:endEvent id="re" />
  </bpmn:process>`;
const daily = rounds('<bpmn:timeCycle>R/P1D</bpmn:timeCycle>');

let street: DrawnStreet;
beforeAll(async () => {
  street = await openDrawnStreet(drawn(hourly));
  // The release had come into force before anybody looked.
  await street.passTime(hour);
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

function listed(operator = terminalOperator) {
  return street.context.database.read((tx) => listBeginnings(street.context, tx, operator));
}

async function found(): Promise<readonly string[]> {
  return Object.keys((await examineDatabase(street.context, { fold: 0 })).counts);
}

describe('what begins by itself', () => {
  test('is listed with when that is next, in words and as an instant', async () => {
    await release(daily);
    const [armed] = await street.rows<{ at: string }>('select due_at as at from start_timer');
    expect((await listed()).starts).toMatchObject([
      {
        process: { id: 'rounds', title: '巡查' },
        event: { id: 'r', title: '到点' },
        rule: { zh: '每过 1 天', en: 'every 1 day' },
        state: 'armed',
        next: armed?.at,
      },
    ]);
  });

  test.each([
    ['over', '到 2020-01-01 08:00', rounds('<bpmn:timeDate>2020-01-01T00:00:00Z</bpmn:timeDate>')],
    ['unreadable', '到case.dueAt', rounds('<bpmn:timeDate>=case.dueAt</bpmn:timeDate>')],
  ])('says when its time is %s', async (state, rule, xml) => {
    await release(xml);
    expect((await listed()).starts).toMatchObject([{ state, next: null, rule: { zh: rule } }]);
  });

  test('is said not to be armed while nobody has looked since it was published', async () => {
    await release(daily);
    const xml = drawn(rounds('<bpmn:timeCycle>R/PT3H</bpmn:timeCycle>'));
    await street.redraw((await compileBpmn(xml)).processes, xml);
    expect((await listed()).starts).toMatchObject([{ state: 'unarmed', next: null }]);
    await armStartTimers(street.context, true);
  });

  test('by several events says which have come and which it still waits for', async () => {
    await release(paidOrLate);
    const before = (await listed()).gathered;
    await street.passTime(2.1 * hour);
    await beginDueStarts(street.context);
    const [after] = (await listed()).gathered;
    expect(before).toMatchObject([{ since: null, come: [], missing: [{ zh: '消息「paid」' }, { zh: '等 2 小时' }] }]);
    expect(after).toMatchObject({ state: 'waiting', come: [{ zh: '等 2 小时' }], missing: [{ zh: '消息「paid」' }] });
    await release(daily);
    expect((await listed()).gathered).toMatchObject([{ state: 'gone', process: { id: 'audit' }, missing: [] }]);
  });

  test('is shown to nobody who may not see its area', async () => {
    await release(daily);
    expect((await listed({ ...terminalOperator, mayView: () => false })).starts).toEqual([]);
  });
});

describe('the doctor', () => {
  test.each([
    ['a time that is not armed', 'start-without-timer', 'delete from start_timer where tenant_id = $1'],
    ['a time of no process', 'timer-without-start', `update start_timer set part = part + 5 where tenant_id = $1`],
    [
      'another time than is said',
      'start-timer-differs',
      `update start_timer set definition = 'x' where tenant_id = $1`,
    ],
  ])('finds %s, and nothing once it is armed again', async (_, code, spoiling) => {
    await release(daily);
    expect(await found()).toEqual([]);
    await street.context.database.transaction((tx) => tx.query(spoiling, [street.context.tenant]));
    expect(await found()).toContain(code);
    await armStartTimers(street.context, true);
    expect(await found()).toEqual([]);
  });

  test('compares no times that nobody has looked at yet', async () => {
    await release(daily);
    await street.forget();
    expect(await found()).toEqual([]);
  });

  test('finds what has all its parts and has not begun', async () => {
    await release(paidOrLate);
    await street.context.database.transaction((tx) =>
      tx.query(
        `insert into gathered_beginning (tenant_id, area, process, place, heard, variables, since)
         select tenant_id, area, process, place, array['message paid', 'timer 1'], '{}', $2 from start_timer where tenant_id = $1`,
        [street.context.tenant, tx.now],
      ),
    );
    expect(await found()).toEqual(['gathered-not-begun']);
  });
});
