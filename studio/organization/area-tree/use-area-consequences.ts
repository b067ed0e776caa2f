import { listCases } from '../../../server/http/contract/cases.ts';
import { readHolders } from '../../../server/http/contract/organization.ts';
import { useAnswer } from '../../api/use-answer.ts';

/** What is alive in an area as it is published now. */
interface AreaConsequences {
  /** Cases there and below that are still open; null while nobody knows. */
  readonly openCases: number | null;
  /** People who hold posts there and below, each once; null while nobody knows. */
  readonly holders: number | null;
}

/**
 * Counts what a change of an area touches: its open cases and the people on its posts.
 *
 * @param codes the area and everything below it, as published; the first is the area itself
 */
export function useAreaConsequences(codes: readonly string[]): AreaConsequences {
  const [code = ''] = codes;
  const cases = useAnswer(listCases, { query: { view: 'open', area: code, limit: 1 } }, { when: code !== '' });
  const held = useAnswer(readHolders, { query: { area: code } }, { when: code !== '' });
  // An area that is new in the draft is not there yet: nothing can be alive in it.
  const isUnknown = cases.error !== null;
  return {
    openCases: isUnknown ? 0 : (cases.data?.counts.open ?? null),
    holders: isUnknown ? 0 : (held.data?.people.count ?? null),
  };
}
