import { describe, expect, it } from 'vitest';
import { lifecycle, nextState, type ElementEvent } from '../../../server/kernel/bpmn/lifecycle.ts';
import type { ElementInstance } from '../../../server/kernel/bpmn/process-instance.ts';

const inState = (state: ElementInstance['state']): ElementInstance => ({
  id: 7,
  element: 'ask',
  scope: 0,
  state,
  variables: {},
  timers: {},
});
const event = (type: ElementEvent['type']): ElementEvent => ({ type, id: 7, element: 'ask', scope: 0 }) as ElementEvent;
const states = ['entering', 'waiting', 'completing'] as const;
const types = Object.keys(lifecycle) as ElementEvent['type'][];

const legal: readonly (readonly [ElementInstance['state'], ElementEvent['type'], string])[] = [
  ['entering', 'element-waiting', 'waiting'],
  ['entering', 'element-completing', 'completing'],
  ['entering', 'element-cancelled', 'gone'],
  ['waiting', 'element-completing', 'completing'],
  ['waiting', 'element-cancelled', 'gone'],
  ['completing', 'element-left', 'gone'],
  ['completing', 'element-cancelled', 'gone'],
];
const illegal = states
  .flatMap((state) => types.map((type) => [state, type] as const))
  .filter(([state, type]) => !legal.some(([from, by]) => from === state && by === type));

describe('the life of an element instance', () => {
  it.each(legal)('leads from %s by %s to %s', (state, type, next) => {
    expect(nextState(inState(state), event(type))).toBe(next);
  });

  it.each(illegal)('never leads from %s by %s: that is a bug, not a model', (state, type) => {
    expect(() => nextState(inState(state), event(type))).toThrow(`${type} is not legal for element instance 7 (ask)`);
  });
});
