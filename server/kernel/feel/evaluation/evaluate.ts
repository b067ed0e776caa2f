import { notAFunction, unknownVariable, wrongOperands } from '../faults.ts';
import { builtInValue } from '../functions/register.ts';
import type { Syntax } from '../syntax/syntax-tree.ts';
import { compare } from '../values/compare.ts';
import { contextOf, kindOf, ofKind, type FeelValue } from '../values/feel-value.ts';
import { isInstanceOf } from '../values/instance-of.ts';
import { arithmetic, negate } from './arithmetic.ts';
import { userFunction } from './user-function.ts';
import { filterList } from './filter.ts';
import { iterate } from './iterate.ts';
import { propertyOf } from './property.ts';
import { deeper, enter, note, payForList, refuseLongList, type Run } from './run.ts';
import { valueScope, withName, type Scope } from './scope.ts';
import { comparisonOf, passesTest, rangeOfTest } from './unary-test.ts';

type SyntaxOf<T extends Syntax['type']> = Extract<Syntax, { type: T }>;

/**
 * The value of an expression (DMN 1.3 clause 10.3.2). What the standard calls null is null, with a remark in
 * `run.notes`; only an exhausted budget interrupts.
 */
export function evaluate(syntax: Syntax, scope: Scope, run: Run): FeelValue {
  enter(run);
  const value = valueOf(syntax, scope, run);
  run.depth -= 1;
  return value;
}

function valueOf(syntax: Syntax, scope: Scope, run: Run): FeelValue {
  const of = (inner: Syntax): FeelValue => evaluate(inner, scope, run);
  switch (syntax.type) {
    case 'literal':
      return syntax.value;
    case 'name':
      return nameValue(syntax.name, scope, run);
    case 'input':
      return scope.find('?') ?? null;
    case 'path':
      return propertyOf(run, of(syntax.of), syntax.name);
    case 'filter':
      return filterValue(syntax, scope, run);
    case 'list':
      return payForList(run, syntax.items.map(of));
    case 'context':
      return contextValue(syntax, scope, run);
    case 'range':
      return {
        kind: 'range',
        low: of(syntax.low),
        high: of(syntax.high),
        lowIncluded: syntax.lowIncluded,
        highIncluded: syntax.highIncluded,
      };
    case 'negation':
      return negate(run, of(syntax.of));
    case 'arithmetic':
      return arithmetic(run, syntax.operator, of(syntax.left), of(syntax.right));
    case 'comparison':
      return comparisonValue(syntax, scope, run);
    case 'test':
      return testValue(syntax, scope, run);
    case 'between':
      return betweenValue(syntax, scope, run);
    case 'in':
      return inValue(syntax, scope, run);
    case 'and':
      return conjunction(syntax, scope, run);
    case 'or':
      return disjunction(syntax, scope, run);
    case 'if':
      return of(of(syntax.condition) === true ? syntax.whenTrue : syntax.otherwise);
    case 'for':
      return forValue(syntax, scope, run);
    case 'quantified':
      return quantifiedValue(syntax, scope, run);
    case 'function':
      return userFunction(syntax.parameters, (values, caller) =>
        evaluate(syntax.body, valueScope(values, scope), caller),
      );
    case 'call':
      return callValue(syntax, scope, run);
    case 'instance-of':
      return isInstanceOf(run, of(syntax.of), syntax.wanted);
  }
}

function nameValue(name: string, scope: Scope, run: Run): FeelValue {
  const value = scope.find(name);
  if (value !== undefined) return value;
  return builtInValue(name) ?? note(run, unknownVariable(name));
}

function contextValue(syntax: SyntaxOf<'context'>, scope: Scope, run: Run): FeelValue {
  const entries = new Map<string, FeelValue>();
  const inside = valueScope(entries, scope);
  for (const entry of syntax.entries) entries.set(entry.name, evaluate(entry.value, inside, run));
  payForList(run, syntax.entries);
  return contextOf(entries);
}

function comparisonValue(syntax: SyntaxOf<'comparison'>, scope: Scope, run: Run): FeelValue {
  const [left, right] = [evaluate(syntax.left, scope, run), evaluate(syntax.right, scope, run)];
  return comparisonOf(run, syntax.operator, left, right);
}

function testValue(syntax: SyntaxOf<'test'>, scope: Scope, run: Run): FeelValue {
  const operand = evaluate(syntax.operand, scope, run);
  const input = scope.find('?');
  return input === undefined
    ? rangeOfTest(syntax.operator, operand)
    : comparisonOf(run, syntax.operator, input, operand);
}

function betweenValue(syntax: SyntaxOf<'between'>, scope: Scope, run: Run): FeelValue {
  const value = evaluate(syntax.of, scope, run);
  const [low, high] = [evaluate(syntax.low, scope, run), evaluate(syntax.high, scope, run)];
  const [fromLow, fromHigh] = [compare(value, low), compare(value, high)];
  if (fromLow === null || fromHigh === null)
    return note(run, wrongOperands('between', kindOf(value), kindOf(fromLow === null ? low : high)));
  return fromLow >= 0 && fromHigh <= 0;
}

function inValue(syntax: SyntaxOf<'in'>, scope: Scope, run: Run): FeelValue {
  const value = evaluate(syntax.of, scope, run);
  return passesAny(syntax.tests, value, scope, run);
}

/**
 * Whether a value passes at least one of several unary tests (clause 7.3.2); the tests see it as `?`.
 *
 * @returns null when none passes and at least one could not be decided.
 */
export function passesAny(tests: readonly Syntax[], value: FeelValue, scope: Scope, run: Run): boolean | null {
  const inside = withName(scope, '?', value);
  let result: boolean | null = false;
  for (const test of tests) {
    const passed =
      test.type === 'list' && test.items.some(({ type }) => type === 'test')
        ? passesAny(test.items, value, scope, run)
        : passesTest(run, test, evaluate(test, inside, run), value);
    if (passed === true) return true;
    if (passed === null) result = null;
  }
  return result;
}

function conjunction(syntax: SyntaxOf<'and' | 'or'>, scope: Scope, run: Run): boolean | null {
  const left = evaluate(syntax.left, scope, run);
  if (left === false) return false;
  const right = evaluate(syntax.right, scope, run);
  if (right === false) return false;
  return left === true && right === true ? true : logicNote('and', left, right, run);
}

function disjunction(syntax: SyntaxOf<'and' | 'or'>, scope: Scope, run: Run): boolean | null {
  const left = evaluate(syntax.left, scope, run);
  if (left === true) return true;
  const right = evaluate(syntax.right, scope, run);
  if (right === true) return true;
  return left === false && right === false ? false : logicNote('or', left, right, run);
}

function logicNote(operator: string, left: FeelValue, right: FeelValue, run: Run): null {
  return note(run, wrongOperands(operator, kindOf(left), kindOf(right)));
}

function filterValue(syntax: SyntaxOf<'filter'>, scope: Scope, run: Run): FeelValue {
  const source = evaluate(syntax.of, scope, run);
  return filterList(run, source, scope, (inside) => evaluate(syntax.by, inside, run));
}

function forValue(syntax: SyntaxOf<'for'>, scope: Scope, run: Run): FeelValue {
  const results: FeelValue[] = [];
  const finished = iterate(
    run,
    syntax.iterators,
    scope,
    (part, inside) => evaluate(part, inside, run),
    (inside) => {
      // A copy, because the list under construction must not change under a value that was already seen; made only for
      // bodies that ask, because copying at every turn is quadratic.
      const bodyScope = syntax.usesPartial ? withName(inside, 'partial', payForList(run, [...results])) : inside;
      results.push(evaluate(syntax.body, bodyScope, run));
      refuseLongList(run, results);
      return true;
    },
  );
  return finished ? results : null;
}

function quantifiedValue(syntax: SyntaxOf<'quantified'>, scope: Scope, run: Run): FeelValue {
  let result: boolean | null = syntax.every;
  const finished = iterate(
    run,
    syntax.iterators,
    scope,
    (part, inside) => evaluate(part, inside, run),
    (inside) => {
      const satisfied = evaluate(syntax.body, inside, run);
      if (satisfied === !syntax.every) result = !syntax.every;
      else if (satisfied !== syntax.every) result = null;
      return satisfied !== !syntax.every;
    },
  );
  return finished ? result : null;
}

function callValue(syntax: SyntaxOf<'call'>, scope: Scope, run: Run): FeelValue {
  const callee = evaluate(syntax.callee, scope, run);
  const called = ofKind(callee, 'function');
  if (called === null) return note(run, notAFunction(kindOf(callee)));
  const given = syntax.arguments;
  if ('named' in given) {
    const values = new Map(given.named.map(({ name, value }) => [name, evaluate(value, scope, run)] as const));
    return deeper(run, () => called.callNamed(run, values));
  }
  const values = given.positional.map((argument) => evaluate(argument, scope, run));
  return deeper(run, () => called.call(run, values));
}
