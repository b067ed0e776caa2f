import { useMemo } from 'react';
import { readDraftRelease } from '../../server/http/contract/drafts.ts';
import { useAnswer } from '../api/use-answer.ts';
import { type FormSurroundings, noSurroundings, readSurroundings } from './surroundings/form-surroundings.ts';

/** What the forms of a draft stand among; nothing until it has come, which takes away no more than help and choices. */
export function useFormSurroundings(draft: string | undefined): FormSurroundings {
  const { data } = useAnswer(
    readDraftRelease,
    { params: { draft: draft ?? '' } },
    { when: draft !== undefined, keepBefore: true },
  );
  return useMemo(() => (data === undefined ? noSurroundings : readSurroundings(data.packs)), [data]);
}
