import { noResult, wrongOperands } from '../faults.ts';
import type { ArithmeticOperator } from '../syntax/syntax-tree.ts';
import { finite, isNumber, type FeelNumber } from '../values/feel-number.ts';
import { kindOf, ofKind, type FeelValue } from '../values/feel-value.ts';
import { daysDuration, monthsDuration } from '../values/temporal.ts';
import { note, payForText, spend, type Run } from './run.ts';
import { temporalArithmetic } from './temporal-arithmetic.ts';

/** `left operator right` (DMN 1.3 tables 57–59): numbers, texts (`+`), dates, times and durations; null for the rest. */
export function arithmetic(run: Run, operator: ArithmeticOperator, left: FeelValue, right: FeelValue): FeelValue {
  if (isNumber(left) && isNumber(right)) return numeric(run, operator, left, right);
  if (operator === '+' && typeof left === 'string' && typeof right === 'string') return payForText(run, left + right);
  const result = temporalArithmetic(operator, left, right);
  if (result === undefined) return note(run, wrongOperands(operator, kindOf(left), kindOf(right)));
  return result ?? note(run, noResult(operator));
}

/** `-value` of a number or a duration. */
export function negate(run: Run, value: FeelValue): FeelValue {
  if (isNumber(value)) return value.negated();
  const days = ofKind(value, 'days and time duration');
  if (days !== null) return daysDuration(days.seconds.negated());
  const months = ofKind(value, 'years and months duration');
  return months === null ? note(run, wrongOperands('-', 'number', kindOf(value))) : monthsDuration(0 - months.months);
}

function numeric(run: Run, operator: ArithmeticOperator, left: FeelNumber, right: FeelNumber): FeelValue {
  const result = finite(calculate(run, operator, left, right));
  return result ?? note(run, noResult(operator));
}

function calculate(run: Run, operator: ArithmeticOperator, left: FeelNumber, right: FeelNumber): FeelNumber {
  switch (operator) {
    case '+':
      return left.plus(right);
    case '-':
      return left.minus(right);
    case '*':
      return left.times(right);
    case '/':
      return left.div(right);
    case '**':
      // A power costs up to 3 ms where a sum costs 0.4 µs.
      spend(run, 200);
      return left.pow(right);
  }
}
