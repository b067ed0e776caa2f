import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  listDefinitions,
  readDraftChanges,
  readDraftDefinition,
  readDraftProblems,
  restoreDraftDefinition,
} from '../../../server/http/contract/drafts.ts';
import { call } from '../call.ts';
import { type ProblemRecord, problemOf } from '../problem-error.ts';
import type { DefinitionKind } from './content.ts';

/**
 * Gives up what a draft changed in one definition, from a list of changes in which nobody has it open: it is read first,
 * so that a change somebody made meanwhile refuses it.
 */
export function useGiveUp(draft: string): {
  readonly run: (kind: DefinitionKind, id: string) => void;
  readonly busy: boolean;
  readonly problem: ProblemRecord | null;
} {
  const answers = useQueryClient();
  const giving = useMutation({
    mutationFn: async (params: { readonly draft: string; readonly kind: DefinitionKind; readonly id: string }) => {
      const { revision } = await call(readDraftDefinition, { params });
      return call(restoreDraftDefinition, { params, body: { revision } });
    },
    onSettled: async () => {
      const stale = [listDefinitions, readDraftChanges, readDraftProblems];
      await Promise.all(stale.map(async ({ id }) => answers.invalidateQueries({ queryKey: [id] })));
    },
  });
  return {
    run: (kind, id) => giving.mutate({ draft, kind, id }),
    busy: giving.isPending,
    problem: giving.error === null ? null : problemOf(giving.error),
  };
}
