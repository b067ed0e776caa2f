import { spend, type Run } from '../evaluation/run.ts';
import { compare, equal } from '../values/compare.ts';
import { FeelNumber, feelNumber, finite, isNumber } from '../values/feel-number.ts';
import type { FeelValue } from '../values/feel-value.ts';
import { builtIn, variadic, type BuiltIn } from './built-in.ts';
import { list } from './parameter.ts';

type Items = readonly FeelValue[];

/** Functions of a list that may also be given its items as arguments: `sum([1, 2])`, `sum(1, 2)` (DMN 1.3 table 73). */
export const aggregateFunctions: readonly BuiltIn[] = [
  ...ofListOrArguments('min', (_run, items) => extreme(items, -1)),
  ...ofListOrArguments('max', (_run, items) => extreme(items, 1)),
  ...ofListOrArguments('sum', (_run, items) => sum(items)),
  ...ofListOrArguments('mean', (_run, items) => ofNumbers(items, mean)),
  ...ofListOrArguments('product', (_run, items) =>
    ofNumbers(items, (numbers) => numbers.reduce((product, next) => product.times(next), feelNumber(1))),
  ),
  ...ofListOrArguments('median', (_run, items) => ofNumbers(items, median)),
  ...ofListOrArguments('stddev', (_run, items) => (items.length < 2 ? null : ofNumbers(items, standardDeviation))),
  ...ofListOrArguments('mode', mode),
  ...ofListOrArguments('all', (_run, items) => every(items)),
  ...ofListOrArguments('any', (_run, items) => some(items)),
];

function ofListOrArguments(name: string, call: (run: Run, items: Items) => FeelValue): readonly BuiltIn[] {
  return [builtIn(name, [list('list')], call), variadic(name, 'item', call)];
}

function extreme(items: Items, direction: 1 | -1): FeelValue {
  const [first = null, ...rest] = items;
  let best = first;
  for (const item of rest) {
    const order = compare(item, best);
    if (order === null) return null;
    if (order * direction > 0) best = item;
  }
  return rest.length === 0 && compare(best, best) === null ? null : best;
}

function sum(items: Items): FeelValue {
  return ofNumbers(items, (numbers) => numbers.reduce((total, next) => total.plus(next), feelNumber(0)));
}

/** Null for an empty list, for anything that is no number, and for results that are none. */
function ofNumbers(items: Items, calculate: (numbers: readonly FeelNumber[]) => FeelNumber): FeelValue {
  const numbers = items.filter(isNumber);
  return numbers.length === 0 || numbers.length < items.length ? null : finite(calculate(numbers));
}

function mean(numbers: readonly FeelNumber[]): FeelNumber {
  return numbers.reduce((total, next) => total.plus(next), feelNumber(0)).div(numbers.length);
}

function median(numbers: readonly FeelNumber[]): FeelNumber {
  const sorted = [...numbers].sort((left, right) => left.comparedTo(right));
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? feelNumber(0) : low.plus(high).div(2);
}

/** Of a sample (divided by n - 1), as the standard's example shows. */
function standardDeviation(numbers: readonly FeelNumber[]): FeelNumber {
  const average = mean(numbers);
  const squares = numbers.reduce((total, next) => total.plus(next.minus(average).pow(2)), feelNumber(0));
  return FeelNumber.sqrt(squares.div(numbers.length - 1));
}

/** The most frequent numbers, ascending; an empty list for an empty list. */
function mode(run: Run, items: Items): FeelValue {
  const counts: { readonly number: FeelNumber; count: number }[] = [];
  for (const item of items) {
    if (!isNumber(item)) return null;
    spend(run, counts.length / 4);
    const known = counts.find(({ number }) => equal(run, number, item) === true);
    if (known === undefined) counts.push({ number: item, count: 1 });
    else known.count += 1;
  }
  const most = Math.max(0, ...counts.map(({ count }) => count));
  return counts
    .filter(({ count }) => count === most)
    .map(({ number }) => number)
    .sort((left, right) => left.comparedTo(right));
}

function every(items: Items): FeelValue {
  if (items.includes(false)) return false;
  return items.every((item) => item === true) ? true : null;
}

function some(items: Items): FeelValue {
  if (items.includes(true)) return true;
  return items.every((item) => item === false) ? false : null;
}
