import { useEffect, useState } from 'react';
import type { ProblemLine } from '../ui/desktop/editor/edited-definition.ts';
import { localProblems } from './problems/local-problems.ts';

/** What the kernel finds wrong in a text, a moment after it has changed; null until it has looked for the first time. */
export function useLocalProblems(id: string, xml: string): readonly ProblemLine[] | null {
  const [found, setFound] = useState<readonly ProblemLine[] | null>(null);
  useEffect(() => {
    let isNewest = true;
    void localProblems(id, xml).then((problems) => {
      if (isNewest) setFound(problems);
    });
    return () => {
      isNewest = false;
    };
  }, [id, xml]);
  return found;
}
