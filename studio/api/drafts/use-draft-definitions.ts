import { useMemo } from 'react';
import { readDraftRelease } from '../../../server/http/contract/drafts.ts';
import { useAnswer } from '../use-answer.ts';
import { type DraftDefinitions, draftDefinitions } from './draft-definitions.ts';

/**
 * The definitions beside the one that is edited, as the draft has them; null while they are on their way. They are read
 * once for an editor and again when it is opened again: what is edited meanwhile is edited here.
 */
export function useDraftDefinitions(draft: string): DraftDefinitions | null {
  const { data } = useAnswer(readDraftRelease, { params: { draft } }, { keepBefore: true });
  return useMemo(() => (data === undefined ? null : draftDefinitions(data.packs)), [data]);
}
