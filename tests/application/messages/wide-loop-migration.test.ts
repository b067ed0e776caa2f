import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { previewRepair } from '../../../server/application/operations/preview-repair.ts';
import { terminalOperator } from '../../../server/application/operations/operator.ts';
import { repairInstance } from '../../../server/application/operations/repair-instance.ts';
import type { Repair } from '../../../server/application/operations/repair.ts';
import { drawn, openDrawnStreet, type DrawnStreet } from '../drawn-street.ts';

const loop = (output: string, sequential = false): string =>
  `<bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}"><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..count return i" inputElement="n" outputCollection="all" outputElement="=${output}" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`;
const flow = (id: string, from: string, to: string): string =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`;
const around = (id: string, inside: string, step: string): string => `
  <bpmn:process id="${id}" isExecutable="true"><bpmn:startEvent id="${id}-s" />${flow(`${id}-1`, `${id}-s`, step)}
    ${inside}${flow(`${id}-2`, step, `${id}-e`)}<bpmn:endEvent id="${id}-e" /></bpmn:process>`;
const visits = (id: string, output: string, sequential = false): string =>
  around(id, `<bpmn:userTask id="${id}-ask" name="入格走访">${loop(output, sequential)}</bpmn:userTask>`, `${id}-ask`);
const checks = (id: string, second: string): string =>
  around(
    id,
    `<bpmn:subProcess id="${id}-sub" name="逐户检查">${loop('n')}<bpmn:startEvent id="${id}-is" />${flow(`${id}-3`, `${id}-is`, `${id}-look`)}
      <bpmn:userTask id="${id}-look" name="查看" />${flow(`${id}-4`, `${id}-look`, `${id}-then`)}<bpmn:userTask id="${id}-then" name="${second}" />
      ${flow(`${id}-5`, `${id}-then`, `${id}-ie`)}<bpmn:endEvent id="${id}-ie" /></bpmn:subProcess>`,
    `${id}-sub`,
  );

let street: DrawnStreet;
beforeAll(async () => {
  street = await openDrawnStreet(
    drawn(
      visits('old', 'n * 2') +
        visits('new', 'n * 3') +
        visits('one-by-one', 'n', true) +
        checks('checks', '登记') +
        checks('other', '拍照'),
    ),
  );
});
afterAll(() => street.close());

async function migration(process: string): Promise<Repair> {
  const { hash } = await street.context.database.read((tx) => street.context.releases.current(tx));
  return { do: 'migrate', version: hash, process };
}

async function migrate(instance: string, process: string): Promise<void> {
  const repair = await migration(process);
  await street.context.database.transaction((tx) =>
    repairInstance(street.context, tx, terminalOperator, instance, repair, '换成新流程'),
  );
  await street.settle();
}

async function dryRun(instance: string, process: string) {
  const repair = await migration(process);
  return street.context.database.read((tx) => previewRepair(street.context, tx, terminalOperator, instance, repair));
}

interface Task {
  readonly instance: string;
  readonly task: number;
  readonly scope: number;
  readonly element: string;
}

function open(caller: string): Promise<readonly Task[]> {
  return street.rows<Task>(
    `select u.instance_id as instance, u.id as task, u.scope, u.element from user_task u join process_instance i on i.tenant_id = u.tenant_id and i.id = u.instance_id
     where i.caller_instance = $1 and u.state = 'open' order by i.id`,
    caller,
  );
}

async function complete({ instance, task, scope }: Task): Promise<void> {
  const by = { system: 'operator' } as const;
  const refused = await street.command(instance, { type: 'complete-user-task', task, scope, variables: {}, by });
  if (refused !== null) throw new Error(refused);
}

async function settleAll(): Promise<void> {
  await street.settle();
  await street.passTime(1000);
  await street.settle();
}

describe('an instance with iterations in instances of their own', () => {
  test('moves to another version together with them, by one plan, and what was done before counts', async () => {
    const id = await street.begin('old', { count: 203 });
    await street.settle();
    const [first, ...others] = await open(id);
    if (first) await complete(first);
    await settleAll();
    const told = await dryRun(id, 'new');
    expect(told).toMatchObject({ refused: null, faults: [], places: [{ from: 'old-ask', to: 'new-ask', by: 'name' }] });
    expect(told.happens.at(-1)?.zh).toBe('正在各自办的 202 项按同一份对照表一起换，随后逐项换完。');

    await migrate(id, 'new');

    const moved = await open(id);
    expect(moved).toHaveLength(others.length);
    expect(new Set(moved.map(({ element }) => element))).toEqual(new Set(['new-ask']));
    for (const task of moved) await complete(task);
    await settleAll();
    expect(await street.statusOf(id)).toBe('completed');
    const gave = Array.from({ length: 203 }, (_, at) => (at === 0 ? 2 : (at + 1) * 3));
    expect((await street.variablesOf(id))['all']).toEqual(gave);
  });

  test('does not move where an iteration has no place, and the dry run says which, how many and why', async () => {
    const id = await street.begin('checks', { count: 202 });
    await street.settle();
    for (const task of (await open(id)).slice(0, 2)) await complete(task);
    const told = await dryRun(id, 'other');

    expect(told.refused).toBe('cannot-migrate');
    expect(told.faults).toEqual([
      {
        element: 'checks-then',
        zh: '「登记」在新流程里没有位置：正在办的步骤。请在对照表里写明它对应哪一步，或先移走它。共 2 项停在这里：第 1、2 项。',
        en: '"登记" has no place in the new model: a step that is alive. Name its counterpart in the plan, or move it first. 2 iterations are there: number 1, 2.',
      },
    ]);
    expect(told.places.map(({ from, to }) => `${from} ${to}`)).toContain('checks-look other-look');
    await expect(migrate(id, 'other')).rejects.toMatchObject({ code: 'cannot-migrate' });
    expect(new Set((await open(id)).map(({ element }) => element))).toEqual(new Set(['checks-look', 'checks-then']));
  });

  test('does not move where its iterations would go on one by one', async () => {
    const id = await street.begin('old', { count: 201 });
    await street.settle();
    const told = await dryRun(id, 'one-by-one');

    expect(told.refused).toBe('cannot-migrate');
    expect(told.faults[0]?.zh).toBe(
      '「入格走访」在新流程里没有位置：它的各项正同时各自在办，那里是逐项办的。请在对照表里写明它对应哪一步，或先移走它。',
    );
  });
});
