import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { readDraftRelease } from '../../../server/http/contract/drafts.ts';
import { call } from '../call.ts';
import { answerKey } from '../use-answer.ts';
import { waitingFor } from '../waiting-for.ts';
import { type DraftDefinitions, draftDefinitions } from './draft-definitions.ts';
import { flushDefinitions } from './use-draft-definition.ts';

/**
 * The definitions beside the one that is edited, as the draft has them: null, with what `Waiting` (studio/ui) needs,
 * while they are on their way. They are read whenever an editor is opened, after what the editor before has still to
 * write; what is edited meanwhile is edited in it.
 */
export function useDraftDefinitions(draft: string): {
  readonly definitions: DraftDefinitions | null;
  readonly waiting: ReturnType<typeof waitingFor>;
} {
  const args = { params: { draft } };
  const answer = useQuery({
    queryKey: answerKey(readDraftRelease, args),
    queryFn: async ({ signal }) => {
      await flushDefinitions();
      return call(readDraftRelease, args, { signal });
    },
    refetchOnMount: 'always',
  });
  const { data } = answer;
  const definitions = useMemo(() => (data === undefined ? null : draftDefinitions(data.packs)), [data]);
  return { definitions, waiting: waitingFor(answer) };
}
