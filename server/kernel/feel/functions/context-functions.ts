import { deeper, spend, type Run } from '../evaluation/run.ts';
import { contextOf, entryOf, isContext, type FeelContext, type FeelValue } from '../values/feel-value.ts';
import { builtIn, type BuiltIn } from './built-in.ts';
import { any, context, list, text } from './parameter.ts';

/** Contexts (DMN 1.3 table 76 and DMN 1.4). */
export const contextFunctions: readonly BuiltIn[] = [
  builtIn('get value', [context('m'), text('key')], (_run, m, key) => entryOf(m, key) ?? null),
  builtIn('get value', [context('m'), list('keys')], (_run, m, keys) => valueAt(m, keys)),
  builtIn('get entries', [context('m')], (run, m) => entriesOf(run, m)),
  builtIn('context', [list('entries')], (run, entries) => contextFrom(run, entries)),
  builtIn('context put', [context('context'), text('key'), any('value')], (run, of, key, value) =>
    put(run, of, [key], value),
  ),
  builtIn('context put', [context('context'), list('keys'), any('value')], (run, of, keys, value) =>
    put(run, of, keys, value),
  ),
  builtIn('context merge', [list('contexts')], (run, contexts) => merge(run, contexts)),
];

function valueAt(of: FeelContext, keys: readonly FeelValue[]): FeelValue {
  let value: FeelValue = of;
  for (const key of keys) {
    if (typeof key !== 'string' || !isContext(value)) return null;
    value = entryOf(value, key) ?? null;
  }
  return keys.length === 0 ? null : value;
}

function entriesOf(run: Run, of: FeelContext): FeelValue {
  spend(run, of.entries.size);
  return [...of.entries].map(([key, value]) =>
    contextOf([
      ['key', key],
      ['value', value],
    ]),
  );
}

function contextFrom(run: Run, entries: readonly FeelValue[]): FeelValue {
  spend(run, entries.length);
  const made = new Map<string, FeelValue>();
  for (const entry of entries) {
    const key = isContext(entry) ? entry.entries.get('key') : null;
    if (!isContext(entry) || typeof key !== 'string' || !entry.entries.has('value') || made.has(key)) return null;
    made.set(key, entry.entries.get('value') ?? null);
  }
  return contextOf(made);
}

function put(run: Run, of: FeelContext, keys: readonly FeelValue[], value: FeelValue): FeelValue {
  spend(run, of.entries.size);
  const [key, ...rest] = keys;
  if (typeof key !== 'string') return null;
  if (rest.length === 0) return contextOf([...of.entries, [key, value]]);
  const inner = of.entries.get(key) ?? contextOf([]);
  if (!isContext(inner)) return null;
  const changed = deeper(run, () => put(run, inner, rest, value));
  return changed === null ? null : contextOf([...of.entries, [key, changed]]);
}

function merge(run: Run, contexts: readonly FeelValue[]): FeelValue {
  const entries: (readonly [string, FeelValue])[] = [];
  for (const one of contexts) {
    if (!isContext(one)) return null;
    spend(run, one.entries.size);
    entries.push(...one.entries);
  }
  return contextOf(entries);
}
