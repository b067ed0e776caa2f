import { noResult } from '../faults.ts';
import type { Iterator, Syntax } from '../syntax/syntax-tree.ts';
import { asInteger, feelNumber, isNumber } from '../values/feel-number.ts';
import { isList, ofKind, type FeelValue } from '../values/feel-value.ts';
import { dateOf } from '../values/temporal.ts';
import { note, spend, type Run } from './run.ts';
import { withName, type Scope } from './scope.ts';

/**
 * Visits every combination of the iterators' values, the last iterator turning fastest; each may use the names before it.
 *
 * @param visit answers whether to go on.
 * @returns false when an iterator has nothing to go over, so that the whole expression is null.
 */
export function iterate(
  run: Run,
  iterators: readonly Iterator[],
  scope: Scope,
  evaluate: (syntax: Syntax, scope: Scope) => FeelValue,
  visit: (scope: Scope) => boolean,
): boolean {
  let wanted = true;
  const turn = (index: number, inside: Scope): boolean => {
    const iterator = iterators[index];
    if (iterator === undefined) {
      wanted = visit(inside);
      return true;
    }
    const values = valuesOf(
      run,
      evaluate(iterator.low, inside),
      iterator.high === undefined ? undefined : evaluate(iterator.high, inside),
    );
    if (values === null) return false;
    for (const value of values) {
      spend(run, 1);
      if (!turn(index + 1, withName(inside, iterator.name, value))) return false;
      if (!wanted) return true;
    }
    return true;
  };
  return turn(0, scope);
}

function valuesOf(run: Run, low: FeelValue, high: FeelValue | undefined): Iterable<FeelValue> | null {
  if (high !== undefined) return valuesBetween(low, high, true, true) ?? note(run, noResult('for'));
  if (isList(low)) return low;
  const range = ofKind(low, 'range');
  if (range === null) return low === null ? note(run, noResult('for')) : [low];
  return (
    valuesBetween(range.low ?? null, range.high ?? null, range.lowIncluded, range.highIncluded) ??
    note(run, noResult('for'))
  );
}

/** Whole numbers or days from `low` to `high`, downwards when `high` is smaller; made one by one, so length costs nothing yet. */
function valuesBetween(
  low: FeelValue,
  high: FeelValue,
  lowIncluded: boolean,
  highIncluded: boolean,
): Iterable<FeelValue> | null {
  const [firstDay, lastDay] = [ofKind(low, 'date'), ofKind(high, 'date')];
  if (firstDay !== null && lastDay !== null) return steps(firstDay.day, lastDay.day, lowIncluded, highIncluded, dateOf);
  const [first, last] = [isNumber(low) ? asInteger(low) : null, isNumber(high) ? asInteger(high) : null];
  return first === null || last === null ? null : steps(first, last, lowIncluded, highIncluded, feelNumber);
}

function* steps(
  first: number,
  last: number,
  firstIncluded: boolean,
  lastIncluded: boolean,
  make: (step: number) => FeelValue,
): Generator<FeelValue> {
  const direction = first <= last ? 1 : -1;
  const end = lastIncluded ? last : last - direction;
  for (let step = firstIncluded ? first : first + direction; (end - step) * direction >= 0; step += direction)
    yield make(step);
}
