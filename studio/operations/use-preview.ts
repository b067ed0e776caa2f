import { previewRepair } from '../../server/http/contract/repairs.ts';
import type { AnswerOf } from '../../server/http/contract/operation.ts';
import { type ProblemRecord, problemOf } from '../api/problem-error.ts';
import { useAnswer } from '../api/use-answer.ts';
import type { Repair } from './repair-kinds.ts';

export type Preview = AnswerOf<typeof previewRepair>;

/** What a repair would do. */
interface Previewed {
  /** Null while nothing is filled in; what was told before stays while it is asked anew. */
  readonly preview: Preview | null;
  /** Whether what is told is what would happen now, and nothing forbids it. */
  readonly allowed: boolean;
  readonly problem: ProblemRecord | null;
}

/**
 * Asks what a repair would do, anew whenever it changes; nothing is written.
 *
 * @param repair null while it is not filled in yet
 */
export function usePreview(instance: string, repair: Repair | null): Previewed {
  const asked = repair ?? ({ do: 'cancel' } as const);
  const { data, error, isPlaceholderData } = useAnswer(
    previewRepair,
    { params: { instance }, body: { repair: asked } },
    { when: repair !== null, keepBefore: true },
  );
  const preview = repair === null ? null : (data ?? null);
  return {
    preview,
    allowed: preview !== null && !isPlaceholderData && preview.refused === null,
    problem: repair === null || error === null ? null : problemOf(error),
  };
}
