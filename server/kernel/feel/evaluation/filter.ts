import { asInteger, isNumber } from '../values/feel-number.ts';
import { entryOf, isContext, isList, type FeelValue } from '../values/feel-value.ts';
import { payForList, spend, type Run } from './run.ts';
import { withName, type Scope } from './scope.ts';

/**
 * `list[2]` (the second item, -1 the last) or `list[condition]` (the items that satisfy it). Anything but a list is a
 * list of one. Within the condition the item is `item`, and its entries are names of their own.
 *
 * @param test evaluates what stands in the brackets.
 */
export function filterList(run: Run, source: FeelValue, scope: Scope, test: (scope: Scope) => FeelValue): FeelValue {
  if (source === null) return null;
  const list = isList(source) ? source : [source];
  const kept: FeelValue[] = [];
  for (const [position, item] of list.entries()) {
    spend(run, 1);
    const result = test(itemScope(item, scope));
    if (isNumber(result)) {
      // A number may depend on the item (`list[price]`), but then it is a position only if it says so for the first one.
      if (position === 0) return itemAt(list, asInteger(result));
    } else if (result === true) kept.push(item);
  }
  if (list.length === 0 && isNumber(test(scope))) return null;
  return payForList(run, kept);
}

/** The item at a 1-based position, from the end when negative; null when there is none. */
function itemAt(list: readonly FeelValue[], position: number | null): FeelValue {
  if (position === null || position === 0) return null;
  return list[position > 0 ? position - 1 : list.length + position] ?? null;
}

function itemScope(item: FeelValue, outer: Scope): Scope {
  const withItem = withName(outer, 'item', item);
  if (!isContext(item)) return withItem;
  return {
    find: (name) => {
      const own = entryOf(item, name);
      return own === undefined ? withItem.find(name) : own;
    },
  };
}
