import { wrongOperands } from '../faults.ts';
import type { ComparisonOperator, Syntax } from '../syntax/syntax-tree.ts';
import { compare, equal, includes } from '../values/compare.ts';
import { isList, kindOf, ofKind, type FeelValue } from '../values/feel-value.ts';
import { note, spend, type Run } from './run.ts';

/** `left operator right`; null (with a remark) when the two cannot be compared so. */
export function comparisonOf(
  run: Run,
  operator: ComparisonOperator,
  left: FeelValue,
  right: FeelValue,
): boolean | null {
  if (operator === '=' || operator === '!=') {
    const same = equal(run, left, right);
    if (same === null) return note(run, wrongOperands(operator, kindOf(left), kindOf(right)));
    return same === (operator === '=');
  }
  const order = compare(left, right);
  if (order === null) return note(run, wrongOperands(operator, kindOf(left), kindOf(right)));
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** `(< 5)` where there is nothing to test: the range it describes. `!=` describes none. */
export function rangeOfTest(operator: ComparisonOperator, operand: FeelValue): FeelValue {
  if (operand === null || operator === '!=') return null;
  const above = operator === '>' || operator === '>=';
  const below = operator === '<' || operator === '<=';
  return {
    kind: 'range',
    low: below ? undefined : operand,
    high: above ? undefined : operand,
    lowIncluded: operator === '=' || operator === '>=',
    highIncluded: operator === '=' || operator === '<=',
  };
}

/**
 * Whether `input` passes a unary test whose expression evaluated to `value` (DMN 1.3 clause 7.3.2 and table 55).
 *
 * A test that speaks of `?` is a condition; any other value is compared: equal to it, in its range, or in its list. A
 * condition without `?` that is true passes too, unless the input is a boolean itself (then `true` is a value to equal).
 */
export function passesTest(run: Run, test: Syntax, value: FeelValue, input: FeelValue): boolean | null {
  if (test.type === 'test' || (typeof value === 'boolean' && mentionsInput(test)))
    return typeof value === 'boolean' ? value : null;
  if (value === true && typeof input !== 'boolean') return true;
  if (isList(value)) return isAmong(run, value, input);
  const range = ofKind(value, 'range');
  if (range !== null && kindOf(input) !== 'range') return includes(range, input);
  return equal(run, input, value) ?? note(run, wrongOperands('=', kindOf(input), kindOf(value)));
}

/** Whether a value is an item of a list, lies in a range that is one, or is the list itself. */
function isAmong(run: Run, list: readonly FeelValue[], value: FeelValue): boolean {
  return (
    equal(run, list, value) === true ||
    list.some((item) => {
      spend(run, 1);
      const range = ofKind(item, 'range');
      return equal(run, item, value) === true || (range !== null && includes(range, value) === true);
    })
  );
}

/** Whether `?` occurs in an expression. */
function mentionsInput(syntax: Syntax): boolean {
  return syntax.type === 'input' || childrenOf(syntax).some(mentionsInput);
}

function childrenOf(syntax: Syntax): readonly Syntax[] {
  switch (syntax.type) {
    case 'literal':
    case 'name':
    case 'input':
      return [];
    case 'path':
    case 'negation':
    case 'instance-of':
      return [syntax.of];
    case 'filter':
      return [syntax.of, syntax.by];
    case 'list':
      return syntax.items;
    case 'context':
      return syntax.entries.map(({ value }) => value);
    case 'range':
      return [syntax.low, syntax.high];
    case 'arithmetic':
    case 'comparison':
    case 'and':
    case 'or':
      return [syntax.left, syntax.right];
    case 'test':
      return [syntax.operand];
    case 'between':
      return [syntax.of, syntax.low, syntax.high];
    case 'in':
      return [syntax.of, ...syntax.tests];
    case 'if':
      return [syntax.condition, syntax.whenTrue, syntax.otherwise];
    case 'for':
    case 'quantified':
      return [...syntax.iterators.flatMap(({ low, high }) => (high === undefined ? [low] : [low, high])), syntax.body];
    case 'function':
      return [syntax.body];
    case 'call':
      return [
        syntax.callee,
        ...('named' in syntax.arguments
          ? syntax.arguments.named.map(({ value }) => value)
          : syntax.arguments.positional),
      ];
  }
}
