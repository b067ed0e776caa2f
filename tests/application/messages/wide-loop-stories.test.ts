import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCase } from '../../../server/application/cases/read-case.ts';
import { readCaseIterations } from '../../../server/application/cases/read-case-iterations.ts';
import { reportCase } from '../../../server/application/cases/report-case.ts';
import { completeUserTask } from '../../../server/application/user-tasks/complete-user-task.ts';
import { terminalOperator } from '../../../server/application/operations/operator.ts';
import { readOperatedInstance } from '../../../server/application/operations/read-instance.ts';
import { readIterations } from '../../../server/application/operations/read-iterations.ts';
import { xiguan } from '../street.ts';
import { drawn, openDrawnStreet, type DrawnStreet } from '../drawn-street.ts';

const visits = `
  <bpmn:process id="visits" name="入户走访" isExecutable="true">
    <bpmn:startEvent id="s" /><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="ask" />
    <bpmn:userTask id="ask" name="入格走访"><bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..count return i" inputElement="n" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>
    <bpmn:sequenceFlow id="f2" sourceRef="ask" targetRef="e" /><bpmn:endEvent id="e" />
  </bpmn:process>`;

/** Takes the place of the street's own: a case in which 203 households are asked, each by the grid's worker. */
const asking = `
  <bpmn:process id="case-handling" name="事件办理" isExecutable="true">
    <bpmn:startEvent id="c-s" /><bpmn:sequenceFlow id="c-1" sourceRef="c-s" targetRef="c-ask" />
    <bpmn:userTask id="c-ask" name="逐户核实"><bpmn:extensionElements><zeebe:formDefinition formId="investigate" /><grid:assignment xmlns:grid="https://gridloom.dev/schema/grid/1.0" post="mediator" area="=case.area" /></bpmn:extensionElements>
      <bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..203 return i" inputElement="n" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>
    <bpmn:sequenceFlow id="c-2" sourceRef="c-ask" targetRef="c-e" /><bpmn:endEvent id="c-e" />
  </bpmn:process>`;

let street: DrawnStreet;
beforeAll(async () => {
  street = await openDrawnStreet(drawn(visits), drawn(asking));
});
afterAll(() => street.close());

const page = (instance: string, after: string | null) =>
  street.context.database.read((tx) => readIterations(street.context, tx, terminalOperator, instance, after));

describe('what happened in iterations that live in instances of their own', () => {
  test('is read page by page in the order of their numbers, those that have ended too', async () => {
    const id = await street.begin('visits', { count: 205 });
    await street.settle();
    const [first] = await street.rows<{ instance: string; task: number; scope: number }>(
      'select instance_id as instance, id as task, scope from user_task order by instance_id limit 1',
    );
    const done = { type: 'complete-user-task', variables: {}, by: { system: 'operator' } } as const;
    if (first) await street.command(first.instance, { ...done, task: first.task, scope: first.scope });
    await street.settle();

    const numbers: number[] = [];
    const pages: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { iterations, next } = await page(id, after);
      expect(iterations.length).toBeLessThanOrEqual(20);
      numbers.push(...iterations.map(({ number }) => number));
      pages.push(...iterations.slice(0, 1).map(({ state, history }) => `${state}: ${history.at(-1)?.zh}`));
      [after, more] = [next, next !== null];
    }
    expect(numbers).toEqual(Array.from({ length: 205 }, (_, at) => at + 1));
    expect(pages[0]).toBe('completed: 「入户走访」办完。');
    expect(pages[1]).toBe('running: 「入格走访」交给 —。');
  });

  test('is said by their loop to be there', async () => {
    const id = await street.begin('visits', { count: 201 });
    await street.settle();
    const file = await street.context.database.read((tx) =>
      readOperatedInstance(street.context, tx, terminalOperator, id),
    );
    expect(file.iterations).toBe(201);
  });

  test('stands in the story of its case, a page of iterations at a time, with what was filled in there and nowhere else', async () => {
    const { context } = street;
    const worker = await street.person(xiguan.worker);
    const report = { category: 'dispute-neighbour', description: '楼上漏水，两家说不到一起', place: '3 单元' };
    const { id } = await context.database.transaction((tx) =>
      reportCase(context, tx, worker, { caseType: 'event', area: xiguan.grid01, data: report }),
    );
    await street.settle();
    const tasks = await street.rows<{ instance: string; id: number }>(
      `select instance_id as instance, id from user_task where subject_id = $1 and state = 'open' order by instance_id limit 2`,
      id,
    );
    for (const [place, task] of tasks.entries()) {
      const data = { finding: 'confirmed', situation: `第 ${place + 1} 户说漏水` };
      await context.database.transaction((tx) => completeUserTask(context, tx, worker, task, data));
    }

    const file = await context.database.read((tx) => readCase(context, tx, worker, id));
    expect(file.iterations).toBe(203);
    expect(file.userTasks.length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(file.story)).not.toContain('户说漏水');
    const { iterations, next } = await context.database.read((tx) => readCaseIterations(context, tx, worker, id, null));
    expect(next).not.toBeNull();
    expect(iterations).toHaveLength(20);
    const told = iterations.slice(0, 3).map(({ number, state, story }) => `${number} ${state} ${story.at(-1)?.kind}`);
    expect(told).toEqual(['1 completed completed', '2 completed completed', '3 running offered']);
    expect(JSON.stringify(iterations[1]?.story)).toContain('第 2 户说漏水');
    expect(JSON.stringify(iterations[1]?.story)).not.toContain('第 1 户说漏水');
  });
});
