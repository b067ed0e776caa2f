import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { AnswerOf, AnyOperation } from '../../server/http/contract/operation.ts';
import { call, type CallArguments } from './call.ts';

export interface AnswerOptions<Answer = unknown> {
  /** False while there is nothing to ask for yet. */
  readonly when?: boolean;
  /** Seconds after which the answer is asked for again while the page is open. */
  readonly every?: number | ((answer: Answer | undefined) => number);
  /** Keeps showing the answer before while another page or filter of the same list is loading. */
  readonly keepBefore?: boolean;
}

/** The key under which the answer of an operation is kept; its first part alone names every answer of the operation. */
export function answerKey<O extends AnyOperation>(operation: O, args?: CallArguments<O>): readonly unknown[] {
  return args === undefined ? [operation.id] : [operation.id, args];
}

/** The answer of a reading operation, kept and shared between the components that ask for it. */
export function useAnswer<O extends AnyOperation>(
  operation: O,
  args: CallArguments<O>,
  { when = true, every, keepBefore = false }: AnswerOptions<AnswerOf<O>> = {},
): UseQueryResult<AnswerOf<O>> {
  return useQuery<AnswerOf<O>>({
    queryKey: answerKey(operation, args),
    queryFn: async ({ signal }) => call(operation, args, { signal }),
    enabled: when,
    ...(every === undefined
      ? {}
      : { refetchInterval: ({ state }) => 1000 * (typeof every === 'number' ? every : every(state.data)) }),
    ...(keepBefore ? { placeholderData: keepPreviousData } : {}),
  });
}
