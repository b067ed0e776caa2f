import { describe, expect, it } from 'vitest';
import { catching, names, ofCondition } from './event-definitions.ts';
import { begin, complete, end, flowsOf, onBoundary, processOf, ran, start } from './run-model.ts';

/** A user task that sets `x` to what is submitted as `x`. */
const setting = (id: string): string =>
  `<userTask id="${id}"><extensionElements><zeebe:ioMapping><zeebe:output source="=x" target="x"/></zeebe:ioMapping></extensionElements></userTask>`;

describe('a conditional catch event (BPMN 2.0.2, 10.5.5, 13.5.2)', () => {
  const inside = `${start}<parallelGateway id="split"/>${setting('set')}${catching('c', ofCondition('x > 1'))}${end}`;
  const model = names + processOf('p', inside, 's -> split -> c -> e', 'split -> set');

  it('waits until its condition comes true', async () => {
    const run = await ran(model, begin({ x: 0 }), complete('set', { x: 2 }));

    expect(run.lines).toBe('+s -s +split -split +c +set -set -c +e -e');
  });

  it('goes on at once where it is true already', async () => {
    expect((await ran(model, begin({ x: 5 }))).lines).toBe('+s -s +split -split +c +set -c +e -e');
  });

  it('waits where what it asks for is not there yet', async () => {
    const run = await ran(model);

    expect(run).toMatchObject({ outcome: 'waiting', faults: [] });
    expect(run.waiting.map(({ element, kind }) => `${element} ${kind}`)).toEqual(['c condition', 'set user-task']);
  });

  it('stays while what is set does not make it true', async () => {
    expect((await ran(model, begin({ x: 0 }), complete('set', { x: 1 }))).lines).toMatch(/\+set -set$/);
  });

  it('hears a change an operator makes', async () => {
    const changed = { do: 'setVariables', variables: { x: 5 } } as const;

    expect((await ran(model, begin(), changed)).lines).toMatch(/-c \+e -e$/);
  });
});

describe('a condition on the boundary of an activity (BPMN 2.0.2, 10.5.5, 13.5.3)', () => {
  const bounded = (interrupting: boolean): string => {
    const sets = ['one', 'two', 'three'].map(setting).join('');
    const inside = `${start}<parallelGateway id="split"/>${sets}<userTask id="u"/>${onBoundary('b', 'u', ofCondition('x > 1'), interrupting)}<endEvent id="f"/>`;
    return processOf('p', inside, 's -> split -> u', 'split -> one -> two -> three', 'b -> f');
  };

  it('takes the activity away when it comes true', async () => {
    const run = await ran(bounded(true), begin({ x: 0 }), complete('one', { x: 2 }));

    expect(run.lines).toBe('+s -s +split -split +u +one !u -one +b +two -b +f -f');
  });

  it('happens again only after it has been false in between, where it does not interrupt', async () => {
    const steps = [complete('one', { x: 2 }), complete('two', { x: 3 }), complete('three', { x: 4 })];
    const stays = await ran(bounded(false), begin({ x: 0 }), ...steps);
    const changes = await ran(
      bounded(false),
      begin({ x: 0 }),
      complete('one', { x: 2 }),
      complete('two', { x: 0 }),
      complete('three', { x: 4 }),
    );

    expect(stays.lines.match(/\+b/g)).toHaveLength(1);
    expect(changes.lines.match(/\+b/g)).toHaveLength(2);
  });

  it('sees the variables of its activity', async () => {
    const local =
      '<userTask id="u"><extensionElements><zeebe:ioMapping><zeebe:input source="=5" target="x"/></zeebe:ioMapping></extensionElements></userTask>';
    const inside = `${start}${local}${onBoundary('on', 'u', ofCondition('x > 1'))}${end}<endEvent id="f"/>`;

    expect((await ran(processOf('p', inside, 's -> u -> e', 'on -> f'), begin({ x: 0 }))).lines).toBe(
      '+s -s +u !u +on -on +f -f',
    );
  });

  it('is asked when what goes on inside its sub-process sets what it asks for', async () => {
    const sub = `<subProcess id="sub"><startEvent id="is"/>${setting('a')}${flowsOf('is -> a')}</subProcess>`;
    const inside = `${start}${sub}${onBoundary('on', 'sub', ofCondition('x > 1'), false)}${end}<endEvent id="f"/>`;
    const run = await ran(processOf('p', inside, 's -> sub -> e', 'on -> f'), begin({ x: 0 }), complete('a', { x: 2 }));

    expect(run.lines).toBe('+s -s +sub +is -is +a -a +on -sub -on +e +f -e -f');
  });
});
