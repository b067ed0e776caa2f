import { useEffect, useState } from 'react';
import type { AnswerOf, AnyOperation } from '../../server/http/contract/operation.ts';
import { call, type CallArguments } from './call.ts';

/** Milliseconds of rest after a change before it is asked for: nobody reads it between two letters. */
const REST = 600;

/**
 * What would come of sending something as it stands now. It is asked for again when what would be sent has changed and
 * rested; without a network, or where the server will not say, nothing is said.
 *
 * @param args what would be sent; null while there is nothing to ask for
 */
export function usePreview<O extends AnyOperation>(
  operation: O,
  args: CallArguments<O> | null,
): AnswerOf<O> | undefined {
  const [answer, setAnswer] = useState<AnswerOf<O> | undefined>(undefined);
  const said = args === null ? null : JSON.stringify(args);
  useEffect(() => {
    if (said === null) return undefined;
    const gone = new AbortController();
    const timer = setTimeout(() => {
      call(operation, JSON.parse(said) as CallArguments<O>, { signal: gone.signal }).then(setAnswer, () => {
        if (!gone.signal.aborted) setAnswer(undefined);
      });
    }, REST);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [operation, said]);
  return said === null ? undefined : answer;
}
