import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawn, openDrawnStreet, type DrawnStreet } from '../drawn-street.ts';

const loop = (completion = ''): string =>
  `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..count return i" inputElement="n" outputCollection="all" outputElement="=n * 2" /></bpmn:extensionElements>${completion}</bpmn:multiInstanceLoopCharacteristics>`;
const wide = (id: string, of: string): string => `
  <bpmn:process id="${id}" isExecutable="true">
    <bpmn:startEvent id="${id}-s" /><bpmn:sequenceFlow id="${id}-1" sourceRef="${id}-s" targetRef="${id}-ask" />
    <bpmn:userTask id="${id}-ask" name="入格走访">${of}</bpmn:userTask>
    <bpmn:sequenceFlow id="${id}-2" sourceRef="${id}-ask" targetRef="${id}-e" /><bpmn:endEvent id="${id}-e" />
  </bpmn:process>`;
const half =
  '<bpmn:completionCondition xsi:type="bpmn:tFormalExpression" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">=numberOfCompletedInstances &gt;= 2</bpmn:completionCondition>';

let street: DrawnStreet;
beforeAll(async () => {
  street = await openDrawnStreet(drawn(wide('visits', loop()) + wide('enough', loop(half))));
});
afterAll(() => street.close());

interface Open {
  readonly instance: string;
  readonly task: number;
  readonly scope: number;
}

/** Open user tasks of the iterations of a loop. */
function open(caller: string): Promise<readonly Open[]> {
  return street.rows<Open>(
    `select u.instance_id as instance, u.id as task, u.scope from user_task u join process_instance i on i.tenant_id = u.tenant_id and i.id = u.instance_id
     where i.caller_instance = $1 and u.state = 'open' order by i.id`,
    caller,
  );
}

function completeTask({ instance, task, scope }: Open): Promise<string | null> {
  return street.command(instance, {
    type: 'complete-user-task',
    task,
    scope,
    variables: {},
    by: { system: 'operator' },
  });
}

/** What is told gathers for a moment. */
async function settleAll(): Promise<void> {
  await street.settle();
  await street.passTime(1000);
  await street.settle();
}

describe('a loop of more iterations than one row should carry', () => {
  test('begins each in an instance of its own, and goes on with what all gave when the last has ended', async () => {
    const visits = await street.begin('visits', { count: 520 });
    await street.settle();
    const tasks = await open(visits);
    expect(tasks).toHaveLength(520);

    for (const task of tasks.toReversed()) expect(await completeTask(task)).toBeNull();
    await settleAll();

    expect(await street.statusOf(visits)).toBe('completed');
    expect((await street.variablesOf(visits))['all']).toEqual(Array.from({ length: 520 }, (_, at) => (at + 1) * 2));
    expect(await street.rows('select from called_process where instance_id = $1', visits)).toEqual([]);
  });

  test('takes the others away when its condition holds', async () => {
    const enough = await street.begin('enough', { count: 202 });
    await street.settle();
    for (const task of (await open(enough)).slice(0, 2)) await completeTask(task);
    await settleAll();

    expect(await street.statusOf(enough)).toBe('completed');
    expect(await open(enough)).toEqual([]);
    const [counts] = await street.rows<{ completed: number; cancelled: number }>(
      `select count(*) filter (where status = 'completed')::int as completed, count(*) filter (where status = 'cancelled')::int as cancelled
       from process_instance where caller_instance = $1`,
      enough,
    );
    expect(counts).toEqual({ completed: 2, cancelled: 200 });
  });

  test('takes all of them away when it is cancelled, those too that have not begun', async () => {
    const visits = await street.begin('visits', { count: 510 });
    await street.command(visits, { type: 'cancel-instance', because: 'enough', by: { system: 'operator' } });
    await settleAll();

    expect(await open(visits)).toEqual([]);
    expect(
      await street.rows("select from process_instance where caller_instance = $1 and status = 'running'", visits),
    ).toEqual([]);
  });

  test('holds them when it is suspended, and lets them go on with it', async () => {
    const visits = await street.begin('visits', { count: 201 });
    await street.settle();
    await street.command(visits, { type: 'suspend', because: 'wait', by: { system: 'operator' } });
    await street.settle();
    const [first] = await open(visits);
    expect(first && (await completeTask(first))).toBe('instance-suspended');

    await street.command(visits, { type: 'resume', clocks: 'run-on', by: { system: 'operator' } });
    await street.settle();
    expect(first && (await completeTask(first))).toBeNull();
  });

  test('is one iteration short when an operator cancels one', async () => {
    const visits = await street.begin('visits', { count: 201 });
    await street.settle();
    const [first, ...others] = await open(visits);
    await street.command(first?.instance ?? '', {
      type: 'cancel-instance',
      because: 'moved',
      by: { system: 'operator' },
    });
    for (const task of others) await completeTask(task);
    await settleAll();

    expect(await street.statusOf(visits)).toBe('completed');
    expect((await street.variablesOf(visits))['all']).toEqual([null, ...others.map((_, at) => (at + 2) * 2)]);
  });
});
