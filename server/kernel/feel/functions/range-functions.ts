import { compare } from '../values/compare.ts';
import { ofKind, type FeelRange, type FeelValue } from '../values/feel-value.ts';
import { builtIn, type BuiltIn } from './built-in.ts';
import { any } from './parameter.ts';

/**
 * Relations of ranges and points (DMN 1.3 table 78). A point is treated as the range that holds only it, which gives
 * the standard's answer for every mixture of points and ranges; what has no order (or is null) has no relation: null.
 */
export const rangeFunctions: readonly BuiltIn[] = [
  relation('before', before),
  relation('after', (a, b) => before(b, a)),
  relation('meets', meets),
  relation('met by', (a, b) => meets(b, a)),
  relation('overlaps', (a, b) => endsAfterStart(a, b) && endsAfterStart(b, a)),
  relation('overlaps before', overlapsBefore),
  relation('overlaps after', (a, b) => overlapsBefore(b, a)),
  relation('finishes', finishes),
  relation('finished by', (a, b) => finishes(b, a)),
  relation('includes', includes),
  relation('during', (a, b) => includes(b, a)),
  relation('starts', starts),
  relation('started by', (a, b) => starts(b, a)),
  relation('coincides', (a, b) => orderOfStarts(a, b) === 0 && orderOfEnds(a, b) === 0),
];

function relation(name: string, holds: (a: FeelRange, b: FeelRange) => boolean): BuiltIn {
  return builtIn(name, [any('a'), any('b')], (_run, a, b) => {
    const [one, other] = [asRange(a), asRange(b)];
    return one === null || other === null || !comparable(one, other) ? null : holds(one, other);
  });
}

function asRange(value: FeelValue): FeelRange | null {
  const range = ofKind(value, 'range');
  if (range !== null) return range.low === null || range.high === null ? null : range;
  return compare(value, value) === null
    ? null
    : { kind: 'range', low: value, high: value, lowIncluded: true, highIncluded: true };
}

function comparable(a: FeelRange, b: FeelRange): boolean {
  const ends = [a.low, a.high, b.low, b.high].filter((end) => end !== undefined);
  return ends.every((end) => compare(end, ends[0] ?? null) !== null);
}

/** Order of two ends that are there; an end that is open to infinity (undefined) is ordered by the callers. */
function order(one: FeelValue, other: FeelValue): number {
  return compare(one, other) ?? 0;
}

/** Negative when `a` begins earlier; a start that belongs to its range is earlier than the same one that does not. */
function orderOfStarts(a: FeelRange, b: FeelRange): number {
  if (a.low === undefined || b.low === undefined) return (a.low === undefined ? 0 : 1) - (b.low === undefined ? 0 : 1);
  return order(a.low, b.low) || Number(b.lowIncluded) - Number(a.lowIncluded);
}

/** Negative when `a` ends earlier. */
function orderOfEnds(a: FeelRange, b: FeelRange): number {
  if (a.high === undefined || b.high === undefined)
    return (a.high === undefined ? 1 : 0) - (b.high === undefined ? 1 : 0);
  return order(a.high, b.high) || Number(a.highIncluded) - Number(b.highIncluded);
}

/** True when `a` reaches at least the first point of `b`. */
function endsAfterStart(a: FeelRange, b: FeelRange): boolean {
  if (a.high === undefined || b.low === undefined) return true;
  const distance = order(a.high, b.low);
  return distance > 0 || (distance === 0 && a.highIncluded && b.lowIncluded);
}

function before(a: FeelRange, b: FeelRange): boolean {
  return !endsAfterStart(a, b);
}

function meets(a: FeelRange, b: FeelRange): boolean {
  return a.high !== undefined && b.low !== undefined && order(a.high, b.low) === 0 && a.highIncluded && b.lowIncluded;
}

function overlapsBefore(a: FeelRange, b: FeelRange): boolean {
  return orderOfStarts(a, b) < 0 && endsAfterStart(a, b) && orderOfEnds(a, b) <= 0;
}

function finishes(a: FeelRange, b: FeelRange): boolean {
  return orderOfEnds(a, b) === 0 && orderOfStarts(a, b) >= 0;
}

function starts(a: FeelRange, b: FeelRange): boolean {
  return orderOfStarts(a, b) === 0 && orderOfEnds(a, b) <= 0;
}

function includes(a: FeelRange, b: FeelRange): boolean {
  return orderOfStarts(a, b) <= 0 && orderOfEnds(a, b) >= 0;
}
