import { useMemo } from 'react';
import { readDraftRelease } from '../../../server/http/contract/drafts.ts';
import { useAnswer } from '../use-answer.ts';
import { waitingFor } from '../waiting-for.ts';
import { type DraftDefinitions, draftDefinitions } from './draft-definitions.ts';

/**
 * The definitions beside the one that is edited, as the draft has them: null, with what `Waiting` (studio/ui) needs,
 * while they are on their way. They are read when an editor is opened; what is edited meanwhile is edited in it.
 */
export function useDraftDefinitions(draft: string): {
  readonly definitions: DraftDefinitions | null;
  readonly waiting: ReturnType<typeof waitingFor>;
} {
  const answer = useAnswer(readDraftRelease, { params: { draft } }, { keepBefore: true });
  const { data } = answer;
  const definitions = useMemo(() => (data === undefined ? null : draftDefinitions(data.packs)), [data]);
  return { definitions, waiting: waitingFor(answer) };
}
