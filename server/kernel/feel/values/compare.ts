import { deeper, spend, type Run } from '../evaluation/run.ts';
import { isNumber } from './feel-number.ts';
import { isContext, isList, kindOf, ofKind, type FeelContext, type FeelRange, type FeelValue } from './feel-value.ts';
import { instantOf } from './temporal.ts';

/**
 * FEEL equality (DMN 1.3 clause 10.3.2.13, table 53).
 *
 * @returns null when the values are of different kinds (and neither is null): they cannot be compared.
 */
export function equal(run: Run, left: FeelValue, right: FeelValue): boolean | null {
  if (left === null || right === null) return left === right;
  if (kindOf(left) !== kindOf(right)) return null;
  if (typeof left !== 'object') return left === right;
  if (isNumber(left)) return isNumber(right) && left.equals(right);
  if (isList(left) && isList(right)) return deeper(run, () => equalLists(run, left, right));
  if (isContext(left) && isContext(right)) return deeper(run, () => equalContexts(run, left, right));
  const [leftRange, rightRange] = [ofKind(left, 'range'), ofKind(right, 'range')];
  if (leftRange !== null && rightRange !== null) return equalRanges(run, leftRange, rightRange);
  if (kindOf(left) === 'function') return left === right;
  return sameOrder(left, right);
}

/**
 * Order of two values: negative, zero or positive; null when they have none (different kinds, a local time against one
 * with offset, lists, booleans). Numbers, texts (by UTF-16 unit), dates, times and durations are ordered.
 */
export function compare(left: FeelValue, right: FeelValue): number | null {
  if (isNumber(left) && isNumber(right)) return left.comparedTo(right);
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return null;
  if (isNumber(left) || isNumber(right) || isList(left) || isList(right) || left.kind !== right.kind) return null;
  return compareTemporal(left, right);
}

/** True, false, or null when the range and the value cannot be compared. */
export function includes(range: FeelRange, value: FeelValue): boolean | null {
  const fromLow = range.low === undefined ? 1 : compare(value, range.low);
  const fromHigh = range.high === undefined ? -1 : compare(value, range.high);
  if (fromLow === null || fromHigh === null) return null;
  const aboveLow = fromLow > 0 || (fromLow === 0 && range.lowIncluded);
  return aboveLow && (fromHigh < 0 || (fromHigh === 0 && range.highIncluded));
}

function sameOrder(left: FeelValue, right: FeelValue): boolean | null {
  const order = compare(left, right);
  return order === null ? null : order === 0;
}

function compareTemporal(left: FeelValue, right: FeelValue): number | null {
  const days = [ofKind(left, 'days and time duration'), ofKind(right, 'days and time duration')] as const;
  if (days[0] !== null && days[1] !== null) return days[0].seconds.comparedTo(days[1].seconds);
  const months = [ofKind(left, 'years and months duration'), ofKind(right, 'years and months duration')] as const;
  if (months[0] !== null && months[1] !== null) return months[0].months - months[1].months;
  const [leftInstant, rightInstant] = [instantOf(left), instantOf(right)];
  if (leftInstant === null || rightInstant === null || leftInstant.zoned !== rightInstant.zoned) return null;
  return leftInstant.seconds.comparedTo(rightInstant.seconds);
}

function equalLists(run: Run, left: readonly FeelValue[], right: readonly FeelValue[]): boolean {
  if (left.length !== right.length) return false;
  return left.every((item, index) => equal(run, item, right[index] ?? null) === true);
}

function equalContexts(run: Run, left: FeelContext, right: FeelContext): boolean {
  if (left.entries.size !== right.entries.size) return false;
  spend(run, left.entries.size);
  return [...left.entries].every(([name, value]) => {
    const other = right.entries.get(name);
    return other !== undefined && equal(run, value, other) === true;
  });
}

function equalRanges(run: Run, left: FeelRange, right: FeelRange): boolean {
  const sameEnd = (one: FeelValue | undefined, other: FeelValue | undefined): boolean =>
    one === undefined || other === undefined ? one === other : equal(run, one, other) === true;
  return (
    left.lowIncluded === right.lowIncluded &&
    left.highIncluded === right.highIncluded &&
    sameEnd(left.low, right.low) &&
    sameEnd(left.high, right.high)
  );
}
