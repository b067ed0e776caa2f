import { spend, type Run } from '../evaluation/run.ts';
import { compare, equal } from '../values/compare.ts';
import { feelNumber } from '../values/feel-number.ts';
import { isList, kindOf, type FeelFunction, type FeelValue } from '../values/feel-value.ts';
import { builtIn, variadic, type BuiltIn } from './built-in.ts';
import { any, fn, integer, list, optional } from './parameter.ts';

type Items = readonly FeelValue[];

/** Lists (DMN 1.3 table 73). Positions count from 1, or from the end when negative. */
export const listFunctions: readonly BuiltIn[] = [
  builtIn(
    'list contains',
    [list('list'), any('element')],
    (run, items, element) => indexOf(run, items, element) !== -1,
  ),
  builtIn('count', [list('list')], (_run, items) => feelNumber(items.length)),
  builtIn(
    'sublist',
    [list('list'), integer('start position'), optional(integer('length'))],
    (_run, items, start, length) => sublist(items, start, length),
  ),
  variadic('append', 'list', (_run, [items = null, ...more]) => (items === null ? null : [...asList(items), ...more])),
  variadic('concatenate', 'list', (_run, lists) => (lists.includes(null) ? null : lists.flatMap(asList))),
  builtIn('insert before', [list('list'), integer('position'), any('newItem')], (_run, items, position, item) =>
    splice(items, position, 0, [item]),
  ),
  builtIn('remove', [list('list'), integer('position')], (_run, items, position) => splice(items, position, 1, [])),
  builtIn('list replace', [list('list'), integer('position'), any('newItem')], (_run, items, position, item) =>
    splice(items, position, 1, [item]),
  ),
  builtIn('list replace', [list('list'), fn('match'), any('newItem')], (run, items, match, item) =>
    items.map((old) => (match.call(run, [old, item]) === true ? item : old)),
  ),
  builtIn('reverse', [list('list')], (_run, items) => [...items].reverse()),
  builtIn('index of', [list('list'), any('match')], (run, items, match) =>
    items.flatMap((item, index) => (same(run, item, match) ? [feelNumber(index + 1)] : [])),
  ),
  variadic('union', 'list', (run, lists) => (lists.includes(null) ? null : distinct(run, lists.flatMap(asList)))),
  builtIn('distinct values', [list('list')], distinct),
  builtIn('flatten', [list('list')], flatten),
  builtIn('sort', [list('list'), fn('precedes')], sortBy),
  builtIn('sort', [list('list')], (run, items) => sortNaturally(run, items)),
  // Beyond the standard, because Camunda's FEEL has it and models use it.
  builtIn('is empty', [list('list')], (_run, items) => items.length === 0),
];

function asList(value: FeelValue): Items {
  return isList(value) ? value : [value];
}

function same(run: Run, left: FeelValue, right: FeelValue): boolean {
  spend(run, 1);
  return equal(run, left, right) === true;
}

function indexOf(run: Run, items: Items, wanted: FeelValue): number {
  return items.findIndex((item) => same(run, item, wanted));
}

function sublist(items: Items, start: number, length: number | null): FeelValue {
  if (start === 0 || Math.abs(start) > items.length || (length !== null && length < 0)) return null;
  const from = start > 0 ? start - 1 : items.length + start;
  if (length !== null && from + length > items.length) return null;
  return items.slice(from, length === null ? undefined : from + length);
}

function splice(items: Items, position: number, removed: number, added: Items): FeelValue {
  if (position === 0 || Math.abs(position) > items.length) return null;
  const at = position > 0 ? position - 1 : items.length + position;
  return [...items.slice(0, at), ...added, ...items.slice(at + removed)];
}

function distinct(run: Run, items: Items): Items {
  const seen: FeelValue[] = [];
  for (const item of items) if (indexOf(run, seen, item) === -1) seen.push(item);
  return seen;
}

function flatten(run: Run, items: Items): Items {
  const flat: FeelValue[] = [];
  const visit = (inner: Items): void => {
    for (const item of inner) {
      spend(run, 1);
      if (isList(item)) visit(item);
      else flat.push(item);
    }
  };
  visit(items);
  return flat;
}

/** A stable sort by a function that says whether its first argument goes before its second. */
function sortBy(run: Run, items: Items, precedes: FeelFunction): FeelValue {
  const before = (left: FeelValue, right: FeelValue): boolean => precedes.call(run, [left, right]) === true;
  return [...items].sort((left, right) => (before(left, right) ? -1 : before(right, left) ? 1 : 0));
}

function sortNaturally(run: Run, items: Items): FeelValue {
  const [first = null] = items;
  if (!items.every((item) => kindOf(item) === kindOf(first) && compare(item, first) !== null))
    return items.length === 0 ? [] : null;
  return [...items].sort((left, right) => {
    spend(run, 1);
    return compare(left, right) ?? 0;
  });
}
