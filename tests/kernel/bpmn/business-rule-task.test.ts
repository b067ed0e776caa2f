import { describe, expect, it } from 'vitest';
import { compileDecisions } from '../../../server/kernel/dmn/compile-decisions.ts';
import { decision, file, table } from '../dmn/dmn-models.ts';
import { businessRuleTask, drawn, end, start } from './drawing.ts';
import { begun } from './instance-driver.ts';

const routing = table({
  inputs: [{ expression: 'case.category' }],
  outputs: [{ name: 'post' }, { name: 'level' }],
  rules: [
    ['"lamp"', '"head"', '1'],
    ['"fight"', '"officer"', '2'],
  ],
});
const { decisions } = await compileDecisions(file(decision(routing)));
const process = await drawn([start(), businessRuleTask('decide', 'route', 'way'), end()], ['begin -> decide -> end']);

describe('a business rule task', () => {
  it('asks its decision and stores the answer under its name', async () => {
    const run = begun(process, { case: { category: 'fight' } }, { decisions });

    expect(run.lines.slice(5, 8)).toEqual([
      'element-entered decide',
      'decision-evaluated decide route {"post":"officer","level":2}',
      'variables-set {"way":{"post":"officer","level":2}}',
    ]);
    expect(run.variables()).toMatchObject({ way: { post: 'officer', level: 2 } });
  });

  it('keeps what the decision saw and which rules matched', async () => {
    const run = begun(process, { case: { category: 'lamp' } }, { decisions });

    expect(run.events).toContainEqual(
      expect.objectContaining({ decision: 'route', inputs: { 'case.category': 'lamp' }, rules: ['r1'] }),
    );
  });

  it('sees its input mappings, and maps its answer out', async () => {
    const nodes = [
      start(),
      businessRuleTask('decide', 'route', 'way', {
        inputs: { case: '{category: what}' },
        outputs: { who: 'way.post' },
      }),
      end(),
    ];
    const run = begun(await drawn(nodes, ['begin -> decide -> end']), { what: 'lamp' }, { decisions });

    expect(run.variables()).toEqual({ what: 'lamp', who: 'head' });
  });

  it('is stuck without its decision and goes on when there is one', async () => {
    const run = begun(process, { case: { category: 'lamp' } });
    expect(run.lines.at(-1)).toBe('incident-raised decide decision-unknown entering');

    Object.assign(run.extra, { decisions });
    run.resolve('decide');
    expect(run.instance.status).toBe('completed');
  });
});
