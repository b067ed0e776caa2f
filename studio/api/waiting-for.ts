import type { UseQueryResult } from '@tanstack/react-query';
import { type ProblemRecord, problemOf } from './problem-error.ts';

/** What `Waiting` (studio/ui) needs to know of an answer that is not there yet. */
export function waitingFor({ error, refetch, isFetching }: Pick<UseQueryResult, 'error' | 'refetch' | 'isFetching'>): {
  readonly problem: ProblemRecord | null;
  readonly onRetry: () => void;
  readonly retrying: boolean;
} {
  return { problem: error === null ? null : problemOf(error), onRetry: () => void refetch(), retrying: isFetching };
}
