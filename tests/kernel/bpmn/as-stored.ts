/**
 * A value as PostgreSQL's `jsonb` gives it back: only what JSON can say, and the keys of objects in another order (by
 * length, then by bytes), so that nothing may depend on the order in which an object was made.
 */
export function asStored<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), reordered) as Value;
}

function reordered(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const byLength = ([one]: [string, unknown], [other]: [string, unknown]): number =>
    one.length - other.length || (one < other ? -1 : 1);
  return Object.fromEntries(Object.entries(value).toSorted(byLength));
}
