import { deeper, type Run } from '../evaluation/run.ts';
import type { TypeName } from '../syntax/syntax-tree.ts';
import type { FeelKind } from './feel-kind.ts';
import { isContext, isList, kindOf, ofKind, type FeelValue } from './feel-value.ts';

/** Names a type may have behind `instance of` and in parameters, and the kind each stands for (`Any` fits every value). */
const KINDS_BY_NAME: { readonly [name: string]: FeelKind | 'any' } = {
  Any: 'any',
  any: 'any',
  Null: 'null',
  number: 'number',
  string: 'string',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  'date and time': 'date and time',
  dateTime: 'date and time',
  'days and time duration': 'days and time duration',
  dayTimeDuration: 'days and time duration',
  'years and months duration': 'years and months duration',
  yearMonthDuration: 'years and months duration',
  list: 'list',
  context: 'context',
  function: 'function',
  range: 'range',
};

/** The kind a type name stands for, or null for a name FEEL does not know. */
export function kindNamed(name: string): FeelKind | 'any' | null {
  return Object.hasOwn(KINDS_BY_NAME, name) ? (KINDS_BY_NAME[name] ?? null) : null;
}

/** Whether a value conforms to a type (DMN 1.3 clause 10.3.2.9); null conforms to none but `Any` and `Null`. */
export function isInstanceOf(run: Run, value: FeelValue, wanted: TypeName): boolean {
  switch (wanted.kind) {
    case 'named': {
      const kind = kindNamed(wanted.name);
      return kind === 'any' ? value !== null : kind === kindOf(value);
    }
    case 'list':
      return isList(value) && deeper(run, () => value.every((item) => isInstanceOf(run, item, wanted.of)));
    case 'context':
      return (
        isContext(value) &&
        deeper(run, () =>
          wanted.entries.every(({ name, of }) => isInstanceOf(run, value.entries.get(name) ?? null, of)),
        )
      );
    case 'function':
      return ofKind(value, 'function')?.parameters.length === wanted.parameters;
  }
}

/**
 * The value as a parameter of a type receives it (implicit conversions, DMN 1.3 clause 10.3.2.9.4): a list of one item
 * is that item where no list is wanted, an item is a list of one where a list is. Null fits every type.
 *
 * @returns undefined when the value cannot be made to fit.
 */
export function coerce(run: Run, value: FeelValue, wanted: TypeName): FeelValue | undefined {
  if (value === null || isInstanceOf(run, value, wanted)) return value;
  if (isList(value) && value.length === 1) return coerce(run, value[0] ?? null, wanted);
  const wrapped = [value];
  return wanted.kind === 'list' && isInstanceOf(run, wrapped, wanted) ? wrapped : undefined;
}
