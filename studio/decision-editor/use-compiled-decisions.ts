import { useEffect, useState } from 'react';
import { compileDecisions, type CompiledDecisions } from '../../server/kernel/dmn/compile-decisions.ts';

/**
 * What a DMN text means, compiled by the kernel as the server compiles it. While a newer text is compiled the meaning of
 * the one before stays, so that the grid does not flicker; null before the first.
 */
export function useCompiledDecisions(xml: string): CompiledDecisions | null {
  const [known, setKnown] = useState<CompiledDecisions | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void compileDecisions(xml).then((compiled) => {
      if (isCurrent) setKnown(compiled);
    });
    return () => {
      isCurrent = false;
    };
  }, [xml]);
  return known;
}
