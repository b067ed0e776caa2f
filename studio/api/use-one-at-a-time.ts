import { useRef } from 'react';

/**
 * Wraps work so that asking for it once more while it is under way does nothing: a hasty second tap on 提交 comes before
 * the page is drawn anew, and would be a second report under a key of its own.
 *
 * @returns the work; it answers null for a call that was one too many
 */
export function useOneAtATime<Args extends readonly unknown[], Result>(
  work: (...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result | null> {
  const underWay = useRef(false);
  return async (...args) => {
    if (underWay.current) return null;
    underWay.current = true;
    try {
      return await work(...args);
    } finally {
      underWay.current = false;
    }
  };
}
