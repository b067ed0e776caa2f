/** Values that are dear to make, kept while they are asked for: the one not asked for longest goes first. */
export interface RecentlyUsed<Value> {
  /**
   * The value of a key, made now when it is not kept. Two who ask at once may both make it: what is made reads its own
   * transaction, which the other must not wait on.
   */
  readonly get: (key: string, make: () => Promise<Value>) => Promise<Value>;
}

/** @param most how many are kept */
export function recentlyUsed<Value>(most: number): RecentlyUsed<Value> {
  const kept = new Map<string, Value>();
  return {
    async get(key, make) {
      const value = kept.get(key) ?? (await make());
      kept.delete(key);
      kept.set(key, value);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return value;
    },
  };
}
