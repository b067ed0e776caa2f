import type { ReactElement } from 'react';
import { ErrorState } from './ErrorState.tsx';
import type { ShownProblem } from './shown-problem.ts';
import { SkeletonLines } from './Skeleton.tsx';

interface WaitingProps {
  /** Why there is nothing yet; null while it is still coming. */
  readonly problem: ShownProblem | null;
  readonly onRetry: () => void;
  readonly retrying: boolean;
  readonly lines?: number;
}

/** What stands in the place of an answer that is not there: grey lines, or why it did not come. */
export function Waiting({ problem, onRetry, retrying, lines = 6 }: WaitingProps): ReactElement {
  return problem === null ? (
    <SkeletonLines count={lines} />
  ) : (
    <ErrorState problem={problem} onRetry={onRetry} retrying={retrying} />
  );
}
