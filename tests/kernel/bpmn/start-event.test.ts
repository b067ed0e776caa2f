import { describe, expect, it } from 'vitest';
import { drawn, end, start } from './drawing.ts';
import { begun, InstanceDriver } from './instance-driver.ts';

describe('a none start event', () => {
  it('passes the token on as soon as the instance is created', async () => {
    const run = begun(await drawn([start('begin'), end('end')], ['begin -> end']));

    expect(run.lines.slice(0, 5)).toEqual([
      'instance-created',
      'element-entered begin',
      'element-completing begin',
      'element-left begin',
      'sequence-flow-taken begin-end',
    ]);
  });

  it('keeps the variables the instance is created with', async () => {
    const run = begun(await drawn([start('begin'), end('end')], ['begin -> end']), { case: { area: 'g1' } });

    expect(run.variables()).toEqual({ case: { area: 'g1' } });
  });

  it('puts a token on every flow that leaves it', async () => {
    const run = begun(await drawn([start(), end('one'), end('other')], ['begin -> one', 'begin -> other']));

    expect(run.lines.filter((line) => line.startsWith('element-left'))).toEqual([
      'element-left begin',
      'element-left one',
      'element-left other',
    ]);
  });

  it('is not needed when the command names where to begin', async () => {
    const run = new InstanceDriver(
      await drawn([start(), end('one'), end('other')], ['begin -> one', 'begin -> other']),
    );
    run.do({ type: 'create-instance', variables: {}, by: { system: 'operator' }, startEvent: 'other' });

    expect(run.lines).not.toContain('element-entered begin');
    expect(run.instance.status).toBe('completed');
  });
});
