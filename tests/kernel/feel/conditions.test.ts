import { describe, expect, it } from 'vitest';
import { evaluateCondition } from '../../../server/kernel/feel/condition.ts';
import { parseExpression } from '../../../server/kernel/feel/parse-expression.ts';
import { parseUnaryTests } from '../../../server/kernel/feel/parse-unary-tests.ts';
import type { Json, JsonObject } from '../../../server/kernel/json.ts';
import { NOW } from './evaluate-feel.ts';

function condition(source: string, variables: JsonObject = {}): ReturnType<typeof evaluateCondition> | null {
  const parsed = parseExpression(source);
  return parsed.ok ? evaluateCondition(parsed.expression, { variables, now: NOW }) : null;
}

function passes(source: string, input: Json, variables: JsonObject = {}): boolean | string {
  const parsed = parseUnaryTests(source);
  if (!parsed.ok) return parsed.faults[0]?.code ?? '';
  const result = parsed.tests.test(input, { variables, now: NOW });
  return result.ok ? result.value : result.fault.code;
}

describe('a condition', () => {
  it('is true or false', () => {
    expect(condition('a > 1', { a: 2 })).toEqual({ ok: true, value: true });
    expect(condition('a > 1', { a: 1 })).toEqual({ ok: true, value: false });
  });

  it('that is null is a fault which says why', () => {
    expect(condition('onTheSpt')).toEqual({
      ok: false,
      fault: {
        code: 'condition-not-boolean',
        zh: '条件“onTheSpt”的结果是空值，应当是“是”或“否”。没有名为“onTheSpt”的变量。',
        en: 'The condition "onTheSpt" results in null; it must be true or false. There is no variable named "onTheSpt".',
      },
    });
  });

  it.each(['1', '"yes"', '[true]', '{}', 'null'])('that is %s is a fault', (source) => {
    expect(condition(source)).toMatchObject({ ok: false, fault: { code: 'condition-not-boolean' } });
  });

  it('that cannot be evaluated keeps its own fault', () => {
    expect(condition('some i in 1..1000000000 satisfies false')).toMatchObject({
      ok: false,
      fault: { code: 'expression-too-expensive' },
    });
  });
});

describe('unary tests', () => {
  it.each<readonly [string, Json, boolean]>([
    ['-', 1, true],
    ['', null, true],
    ['"a", "b"', 'b', true],
    ['"a", "b"', 'c', false],
    ['> 5', 6, true],
    ['> 5', '6', false],
    ['[1..5)', 5, false],
    ['not("a", "b")', 'c', true],
    ['not("a", "b")', 'a', false],
    ['null', null, true],
    ['not(null)', 1, true],
    ['true', true, true],
    ['true', false, false],
    ['false', false, true],
    ['? > 3 and ? < 5', 4, true],
    ['starts with(?, "a")', 'abc', true],
    ['[1, 2]', 2, true],
    ['limit', 3, true],
    ['< limit', 2, true],
    ['limit > 2', 9, true],
    ['list contains(allowed, ?)', 'x', true],
    ['allowed', 'x', true],
    ['"2026-01-01"', '2026-01-01', true],
    ['> 1', null, false],
  ])('%s on %j: %s', (source, input, expected) => {
    expect(passes(source, input, { limit: 3, allowed: ['x'] })).toBe(expected);
  });

  it('report faults of syntax and of cost', () => {
    expect(passes('> ', 1)).toBe('syntax-error');
    expect(passes('some i in 1..1000000000 satisfies i = ?', -1)).toBe('expression-too-expensive');
  });

  it('tell what they read', () => {
    const parsed = parseUnaryTests('< limit, ? > case.age');

    expect(parsed.ok && parsed.tests.reads).toEqual(['case.age', 'limit']);
  });
});
