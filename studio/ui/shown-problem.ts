import type { BothLanguages } from '../translations/texts.ts';

/** What a person is shown of a problem: the sentence, the code to tell an administrator, and the places concerned. */
export interface ShownProblem extends BothLanguages {
  readonly code: string;
  readonly places: readonly (BothLanguages & { readonly path: string })[];
}
