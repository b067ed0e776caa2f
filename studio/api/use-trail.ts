import { useState } from 'react';

/** Pages that are known by where they begin, not by their number. */
export interface Trail {
  /** Where this page begins; undefined for the first. */
  readonly after: string | undefined;
  /** Which page it is, from 1. */
  readonly page: number;
  /** The way on; null on the last page. */
  readonly onward: (next: string | null) => (() => void) | null;
  /** The way back; null on the first page. */
  readonly back: (() => void) | null;
}

/**
 * The way through the pages of a list.
 *
 * @param of what is listed: another question begins at its first page
 */
export function useTrail(of: string): Trail {
  const [trail, setTrail] = useState<{ readonly of: string; readonly pages: readonly string[] }>({ of, pages: [] });
  const pages = trail.of === of ? trail.pages : [];
  return {
    after: pages.at(-1),
    page: pages.length + 1,
    onward: (next) => (next === null ? null : () => setTrail({ of, pages: [...pages, next] })),
    back: pages.length === 0 ? null : () => setTrail({ of, pages: pages.slice(0, -1) }),
  };
}
