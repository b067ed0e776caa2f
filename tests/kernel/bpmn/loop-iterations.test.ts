import { describe, expect, it } from 'vitest';
import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import type { Modification } from '../../../server/kernel/bpmn/commands.ts';
import { begun, type InstanceDriver } from './instance-driver.ts';
import { bpmnFile } from './drawing.ts';

const operator = { system: 'operator' } as const;

async function looping(sequential: boolean, more = ''): Promise<InstanceDriver> {
  const file = bpmnFile(`<bpmn:process id="p" isExecutable="true">
    <bpmn:startEvent id="s"/><bpmn:endEvent id="e"/>
    <bpmn:userTask id="u"><bpmn:extensionElements><zeebe:ioMapping><zeebe:output source="=x * 10" target="y"/></zeebe:ioMapping></bpmn:extensionElements>
      <bpmn:multiInstanceLoopCharacteristics isSequential="${sequential}">
        <bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[1, 2]" inputElement="x" outputCollection="all" outputElement="=y"/></bpmn:extensionElements>${more}
      </bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>
    <bpmn:sequenceFlow id="s_u" sourceRef="s" targetRef="u"/><bpmn:sequenceFlow id="u_e" sourceRef="u" targetRef="e"/>
  </bpmn:process>`);
  const { processes, faults } = await compileBpmn(file, { lenient: true });
  const [process] = processes;
  if (!process) throw new Error(JSON.stringify(faults));
  return begun(process);
}

const modify = (run: InstanceDriver, change: Modification): string | null =>
  run.do({ type: 'modify', changes: [change], by: operator });

/** The loop as a whole, and its iterations by their number. */
const loopOf = (run: InstanceDriver) => {
  const body = run.alive().find(({ loop }) => loop !== undefined);
  if (!body) throw new Error('the loop is not alive');
  return { element: body.id, scope: body.scope };
};
const iteration = (run: InstanceDriver, number: number) => {
  const found = run.alive().find((element) => element.iteration === number);
  if (!found) throw new Error(`iteration ${number} is not alive`);
  return { element: found.id, scope: found.scope };
};
const finish = (run: InstanceDriver, number: number): string | null =>
  run.do({ type: 'complete-user-task', ...task(run, number), variables: {}, by: { person: 'ma' } });
const task = (run: InstanceDriver, number: number) => {
  const { element, scope } = iteration(run, number);
  return { task: element, scope };
};

describe('an iteration that is added to a multi-instance activity that is alive', () => {
  it('runs beside the others with its own item, and its output comes last', async () => {
    const run = await looping(false);
    expect(modify(run, { do: 'add-iteration', ...loopOf(run), item: 3 })).toBeNull();
    for (const number of [3, 1, 2]) finish(run, number);

    expect(run.variables()).toEqual({ all: [10, 20, 30] });
    expect(run.instance.status).toBe('completed');
  });

  it('begins when its turn comes where they are done one after the other', async () => {
    const run = await looping(true);

    expect(modify(run, { do: 'add-iteration', ...loopOf(run), item: 3 })).toBeNull();
    for (const place of [1, 2, 3]) finish(run, place);
    expect(run.variables()).toEqual({ all: [10, 20, 30] });
  });
});

describe('an iteration that is taken out of a multi-instance activity that is alive', () => {
  it('is cancelled, counted as terminated, and leaves no output', async () => {
    const run = await looping(false);
    expect(modify(run, { do: 'remove-iteration', ...iteration(run, 1) })).toBeNull();

    expect(run.lines).toContain('element-cancelled u');
    finish(run, 2);
    expect(run.variables()).toEqual({ all: [null, 20] });
  });

  it('ends the loop when it was the last', async () => {
    const run = await looping(false);
    finish(run, 1);
    modify(run, { do: 'remove-iteration', ...iteration(run, 2) });

    expect(run.instance.status).toBe('completed');
    expect(run.variables()).toEqual({ all: [10, null] });
  });

  it('lets the next one begin where they are done one after the other', async () => {
    const run = await looping(true);
    modify(run, { do: 'remove-iteration', ...iteration(run, 1) });
    finish(run, 2);

    expect(run.variables()).toEqual({ all: [null, 20] });
    expect(run.instance.status).toBe('completed');
  });

  it('may make the completion condition hold', async () => {
    const condition =
      '<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=numberOfTerminatedInstances = 1</bpmn:completionCondition>';
    const run = await looping(false, condition);
    modify(run, { do: 'remove-iteration', ...iteration(run, 1) });

    expect(run.instance.status).toBe('completed');
  });
});

describe('a loop that is stuck on how it goes on', () => {
  it('asks again when that is resolved', async () => {
    const condition =
      '<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=function(z) z</bpmn:completionCondition>';
    const run = await looping(false, condition);
    finish(run, 1);
    expect(run.lines.at(-1)).toMatch(/^incident-raised u /);

    run.do({ type: 'resolve-incident', ...loopOf(run), by: operator });
    expect(run.lines.at(-1)).toMatch(/^incident-raised u /);
    expect(finish(run, 2)).toBeNull();
    expect(run.instance.status).toBe('running');
  });
});
