import type { ProblemRecord } from './problem-error.ts';
import type { Texts } from '../translations/texts.ts';

/** What a refused command says about one of its fields, to be shown at that field. */
export function placeError(problem: ProblemRecord | null, field: string, either: Texts['either']): string | undefined {
  const place = problem?.places.find(({ path, field: named }) => named === field || path.split('/').at(-1) === field);
  return place === undefined ? undefined : either(place);
}
