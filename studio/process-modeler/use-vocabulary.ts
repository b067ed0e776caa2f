import { useMemo } from 'react';
import { readDraftRelease } from '../../server/http/contract/drafts.ts';
import { useAnswer } from '../api/use-answer.ts';
import { readVocabulary } from './model/read-vocabulary.ts';
import { emptyVocabulary, type Vocabulary } from './model/vocabulary.ts';

/**
 * Posts, limits, forms and everything else that the steps of a process can name, as the draft has them; empty while they
 * are on their way.
 *
 * @param draft id of the draft
 */
export function useVocabulary(draft: string): Vocabulary {
  const { data } = useAnswer(readDraftRelease, { params: { draft } }, { when: draft !== '', keepBefore: true });
  return useMemo(() => (data === undefined ? emptyVocabulary : readVocabulary(data.packs)), [data]);
}
