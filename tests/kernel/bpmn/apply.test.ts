import { describe, expect, it } from 'vitest';
import { apply, unbornInstance } from '../../../server/kernel/bpmn/apply.ts';
import type { ProcessEvent } from '../../../server/kernel/bpmn/events.ts';
import type { ProcessInstance, Scope } from '../../../server/kernel/bpmn/process-instance.ts';

const scope = (id: number): Scope => ({ id, element: 'sub', parent: 0, variables: {}, elements: [], arrivals: {} });
const born = apply(unbornInstance('i', 'p'), {
  type: 'instance-created',
  process: 'p',
  variables: { a: 1 },
  by: { system: 'operator' },
});
const withTwoScopes: ProcessInstance = { ...born, scopes: { ...born.scopes, 5: scope(5) } };
const entered = apply(withTwoScopes, { type: 'element-entered', id: 6, element: 'ask', scope: 5, flow: null });

describe('apply', () => {
  it('makes an instance of nothing with the event that creates it', () => {
    expect(born).toEqual({
      format: 1,
      id: 'i',
      process: 'p',
      status: 'running',
      nextId: 1,
      scopes: { 0: { id: 0, element: 'p', parent: null, variables: { a: 1 }, elements: [], arrivals: {} } },
      agenda: [],
    });
  });

  it('leaves the instance before it as it was', () => {
    const before = structuredClone(withTwoScopes);
    apply(withTwoScopes, { type: 'variables-set', scope: 0, values: { a: 2 } });

    expect(withTwoScopes).toEqual(before);
  });

  it('keeps the identity of a scope that did not change, so that its row is not written', () => {
    expect(entered.scopes[0]).toBe(withTwoScopes.scopes[0]);
    expect(entered.scopes[5]).not.toBe(withTwoScopes.scopes[5]);
  });

  it('keeps the instance itself where an event only tells', () => {
    const told: ProcessEvent = { type: 'sequence-flow-taken', flow: 'f', scope: 0 };

    expect(apply(entered, told)).toBe(entered);
  });

  it('sets variables of the process, or of one element alone', () => {
    const set = apply(entered, { type: 'variables-set', scope: 5, element: 6, values: { mine: true } });

    expect(set.scopes[5]?.elements[0]?.variables).toEqual({ mine: true });
    expect(set.scopes[5]?.variables).toEqual({});
  });

  it('counts the tokens that wait at a join, and takes one from each flow', () => {
    const arrive = (flow: string): ProcessEvent => ({ type: 'token-arrived', flow, scope: 0 });
    const waiting = [arrive('a'), arrive('a'), arrive('b')].reduce(apply, born);
    const joined = apply(waiting, { type: 'tokens-joined', element: 'join', flows: ['a', 'b'], scope: 0 });

    expect(waiting.scopes[0]?.arrivals).toEqual({ a: 2, b: 1 });
    expect(joined.scopes[0]?.arrivals).toEqual({ a: 1 });
  });

  it.each([
    ['a scope that is not there', { type: 'token-arrived', flow: 'f', scope: 9 }, 'scope 9'],
    [
      'an element that is not there',
      { type: 'incident-resolved', id: 9, scope: 5, by: { system: 'operator' } },
      'element instance 9 is not in scope 5',
    ],
    ['a move of an element that is not there', { type: 'element-waiting', id: 9, scope: 5 }, 'is not in scope 5'],
    ['a token that never arrived', { type: 'tokens-joined', element: 'j', flows: ['a'], scope: 0 }, 'never arrived'],
    ['a step out of order', { type: 'element-left', id: 6, element: 'ask', scope: 5 }, 'is not legal'],
  ] satisfies readonly (readonly [string, ProcessEvent, string])[])('takes %s for a bug', (_what, event, message) => {
    expect(() => apply(entered, event)).toThrow(message);
  });
});
