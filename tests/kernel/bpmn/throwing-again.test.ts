import { describe, expect, it } from 'vitest';
import { compileBpmn } from '../../../server/kernel/bpmn/compile/compile-bpmn.ts';
import { ending, names, ofError, ofMessage, ofSignal, terminate, throwing } from './event-definitions.ts';
import { InstanceDriver } from './instance-driver.ts';
import { end, fileOf, processOf, start } from './run-model.ts';

/** An instance of a model, begun; what it has thrown is counted by kind and name. */
async function begun(definitions: string) {
  const { processes, faults } = await compileBpmn(fileOf(names + definitions), { lenient: true });
  const [process] = processes;
  if (!process || faults.length > 0) throw new Error(JSON.stringify(faults));
  const run = new InstanceDriver(process);
  const thrown = () =>
    run.events.flatMap((event) =>
      event.type === 'message-thrown' || event.type === 'signal-thrown' ? [event.name] : [],
    );
  return { run, thrown };
}

const all = ofMessage('m') + ofSignal('g') + ofError('e1');

describe('an end event that throws an error nobody catches, and more', () => {
  it.each([
    ['with its error', all],
    ['with its error, where it ends everything besides', all + terminate],
  ])('sends the rest once, however often it is tried again: %s', async (_what, definitions) => {
    const { run, thrown } = await begun(processOf('p', start + ending('x', definitions), 's -> x'));
    run.begin();
    const first = thrown();

    run.resolve('x');
    run.resolve('x');

    expect(first).toEqual(['m', 'g']);
    expect(thrown()).toEqual(['m', 'g']);
    expect(run.at('x').incident).toMatchObject({ code: 'error-unhandled' });
  });

  it('sends what a drawing leads out of it once', async () => {
    const drawn = `<collaboration id="k"><participant id="me" processRef="p"/><participant id="other"/><messageFlow id="mf" sourceRef="x" targetRef="other"/></collaboration>`;
    const { run, thrown } = await begun(drawn + processOf('p', start + ending('x', ofError('e1')), 's -> x'));
    run.begin();

    run.resolve('x');

    expect(thrown()).toHaveLength(1);
  });

  it('goes on without it when it is skipped', async () => {
    const { run, thrown } = await begun(processOf('p', start + ending('x', all), 's -> x'));
    run.begin();
    const { id, scope } = run.at('x');

    run.do({ type: 'resolve-incident', element: id, scope, skip: true, by: { system: 'operator' } });

    expect(thrown()).toEqual(['m', 'g']);
    expect(run.instance.status).toBe('completed');
  });
});

describe('an event of which one message cannot be addressed', () => {
  const keyed = `<message id="k" name="k"><extensionElements><zeebe:subscription correlationKey="=if known = null then (function(x) x) else known"/></extensionElements></message>`;

  it('sends none before all of them can be sent, and then each once', async () => {
    const broken = ofMessage('m') + ofMessage('k');
    const { run, thrown } = await begun(keyed + processOf('p', start + throwing('x', broken) + end, 's -> x -> e'));
    run.begin();
    const before = thrown();

    run.resolve('x', { known: 'a' });

    expect(before).toEqual([]);
    expect(thrown()).toEqual(['m', 'k']);
    expect(run.instance.status).toBe('completed');
  });
});
