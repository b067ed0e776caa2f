import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { terminalOperator } from '../../../server/application/operations/operator.ts';
import { readOperatedInstance } from '../../../server/application/operations/read-instance.ts';
import { readIterations } from '../../../server/application/operations/read-iterations.ts';
import { drawn, openDrawnStreet, type DrawnStreet } from '../drawn-street.ts';

const visits = `
  <bpmn:process id="visits" name="入户走访" isExecutable="true">
    <bpmn:startEvent id="s" /><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="ask" />
    <bpmn:userTask id="ask" name="入格走访"><bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=for i in 1..count return i" inputElement="n" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>
    <bpmn:sequenceFlow id="f2" sourceRef="ask" targetRef="e" /><bpmn:endEvent id="e" />
  </bpmn:process>`;

let street: DrawnStreet;
beforeAll(async () => {
  street = await openDrawnStreet(drawn(visits));
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
    for (let after: string | null = null, more = true; more; ) {
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
});
