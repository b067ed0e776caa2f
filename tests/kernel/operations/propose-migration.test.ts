import { describe, expect, it } from 'vitest';
import { proposeMigration } from '../../../server/kernel/operations/propose-migration.ts';
import { drawn, end, serviceTask, start, userTask } from '../bpmn/drawing.ts';
import { begun } from '../bpmn/instance-driver.ts';

const waitingAtAsk = async () => {
  const from = await drawn([start(), userTask('ask'), end()], ['begin -> ask -> end']);
  return { from, instance: begun(from).instance };
};

describe('a migration that is proposed', () => {
  it('keeps what has the same id and kind where it is', async () => {
    const { from, instance } = await waitingAtAsk();
    const to = await drawn([start(), serviceTask('look'), userTask('ask'), end()], ['begin -> look -> ask -> end']);

    const { plan, places } = proposeMigration(instance, from, to);
    expect(places).toMatchObject([{ from: 'ask', to: 'ask', by: 'id' }]);
    expect(plan.elements).toEqual({});
  });

  it('names no counterpart of another kind, though it has the same id', async () => {
    const { from, instance } = await waitingAtAsk();
    const to = await drawn([start(), serviceTask('ask'), end()], ['begin -> ask -> end']);

    expect(proposeMigration(instance, from, to).places).toMatchObject([{ from: 'ask', to: null, by: null }]);
  });

  it('follows what somebody has decided before anything else', async () => {
    const { from, instance } = await waitingAtAsk();
    const to = await drawn([start(), userTask('ask'), userTask('other'), end()], ['begin -> ask -> other -> end']);

    const { plan, places } = proposeMigration(instance, from, to, { elements: { ask: 'other' } });
    expect(places).toMatchObject([{ from: 'ask', to: 'other', by: 'plan' }]);
    expect(plan.elements).toEqual({ ask: 'other' });
  });
});
