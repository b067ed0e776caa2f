import { describe, expect, it } from 'vitest';
import { lookupKey } from '../../../server/kernel/bpmn/commands.ts';
import type { ProcessInstance } from '../../../server/kernel/bpmn/process-instance.ts';
import { step } from '../../../server/kernel/bpmn/step.ts';
import { drawn, end, start, userTask } from './drawing.ts';
import { given } from './given.ts';
import { begun } from './instance-driver.ts';

const by = { person: 'ma' } as const;
const head = { kind: 'position', post: 'head', area: 'g1' } as const;
const clerk = { kind: 'position', post: 'clerk', area: 'c1' } as const;
const process = await drawn(
  [start(), userTask('ask', { to: 'head@"g1"' }), userTask('tell', { to: 'clerk@"c1"' }), end()],
  ['begin -> ask -> end', 'begin -> tell -> end'],
);
const create = { type: 'create-instance', variables: {}, by } as const;

describe('a step that lacks a fact', () => {
  it('asks for it, and nothing half done is kept', () => {
    expect(step(process, { id: 'i' }, create, given)).toEqual({
      kind: 'needs',
      needs: { scopes: [], lookups: [head] },
    });
  });

  it('is begun anew with the answer, and may ask on', () => {
    const answers = new Map([
      [lookupKey(head), { kind: 'position', position: { post: 'head', area: 'g1' }, vacant: [] } as const],
    ]);

    expect(step(process, { id: 'i' }, create, { ...given, answers })).toEqual({
      kind: 'needs',
      needs: { scopes: [], lookups: [clerk] },
    });
  });

  it('records the answer it used in the event', () => {
    const position = { post: 'officer', area: 'c1' };
    const answer = () => ({ kind: 'position', position, vacant: [{ post: 'head', area: 'g1' }] }) as const;
    const run = begun(process, {}, { answer });

    expect(run.events).toContainEqual({
      type: 'user-task-created',
      id: 2,
      scope: 0,
      element: 'ask',
      asked: { post: 'head', area: 'g1' },
      position,
      vacant: [{ post: 'head', area: 'g1' }],
    });
  });

  it('asks the same each time', () => {
    const once = step(process, { id: 'i' }, create, given);

    expect(step(process, { id: 'i' }, create, given)).toEqual(once);
  });
});

describe('a step that lacks a scope', () => {
  const { instance } = begun(process);
  const withoutRoot: ProcessInstance = { ...instance, scopes: {} };

  it('asks for it, and goes on when it is there', () => {
    const command = { type: 'complete-user-task', task: 2, scope: 0, variables: {}, by } as const;

    expect(step(process, withoutRoot, command, given)).toEqual({ kind: 'needs', needs: { scopes: [0], lookups: [] } });
    expect(step(process, instance, command, given).kind).toBe('stepped');
  });
});
