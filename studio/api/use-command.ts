import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf, AnyOperation } from '../../server/http/contract/operation.ts';
import { call, type CallArguments } from './call.ts';
import { IntentKey } from './intent-key.ts';
import { type ProblemRecord, problemOf } from './problem-error.ts';

/** A command as a component uses it. */
export interface Command<O extends AnyOperation> {
  /** Does it; answers null when it was refused, and then `problem` says why. */
  readonly run: (args: CallArguments<O>) => Promise<AnswerOf<O> | null>;
  readonly busy: boolean;
  readonly problem: ProblemRecord | null;
  readonly forget: () => void;
}

/**
 * A command of the contract. Trying the same again after a failure carries the same idempotency key, so that a command
 * whose answer was lost is not done twice.
 *
 * @param changes reading operations whose kept answers are stale afterwards; they are asked for again.
 */
export function useCommand<O extends AnyOperation>(operation: O, changes: readonly AnyOperation[] = []): Command<O> {
  const answers = useQueryClient();
  const [key] = useState(() => new IntentKey());
  const mutation = useMutation({
    mutationFn: async (args: CallArguments<O>) =>
      call(operation, args, operation.idempotent === true ? { key: key.for(args) } : {}),
    onSuccess: async () => {
      key.done();
      await Promise.all(
        changes.map(async ({ id }) => {
          await answers.invalidateQueries({ queryKey: [id] });
        }),
      );
    },
  });
  return {
    run: async (args) => mutation.mutateAsync(args).then(given, refused),
    busy: mutation.isPending,
    problem: mutation.error === null ? null : problemOf(mutation.error),
    forget: mutation.reset,
  };
}

function given<Answer>(answer: Answer): Answer {
  return answer;
}

/** The refusal itself is in `problem`, where it is shown. */
function refused(): null {
  return null;
}
