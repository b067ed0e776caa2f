import type { Static } from 'typebox';
import type { DraftView, LockView, ProblemView } from '../../../../server/http/contract/drafts.ts';
import type { ShownProblem } from '../../shown-problem.ts';

export type ProblemLine = Static<typeof ProblemView>;

/** What the frame of an editor needs to know of the definition inside it; `useDraftDefinition` (studio/api) answers it. */
export interface EditedDefinition {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly origin: 'own' | 'inherited';
  readonly draft: Static<typeof DraftView>;
  /** What is published now; null for one that the draft adds. */
  readonly published: unknown;
  readonly pack: { readonly title: string; readonly version: string } | null;
  /** How many instances run on what is published; null while that is not known. */
  readonly running: number | null;
  readonly assumed: readonly { readonly place: string; readonly reason: string }[];
  readonly sources: readonly { readonly place: string; readonly document: string; readonly passage: string }[];
  readonly saving: 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';
  readonly savingProblem: ShownProblem | null;
  readonly connected: boolean;
  readonly changedAt: string | null;
  readonly changedBy: string | null;
  readonly readOnly: null | 'locked' | 'submitted' | 'not-permitted';
  readonly lock: Static<typeof LockView> | null;
  readonly takeOver: () => Promise<void>;
  readonly conflict: { readonly who: string; readonly at: string } | null;
  /** In a conflict: theirs is shown. */
  readonly looking: boolean;
  readonly look: (which: 'mine' | 'theirs') => void;
  readonly solve: (which: 'mine' | 'theirs') => void;
  readonly flush: () => Promise<boolean>;
  readonly problems: readonly ProblemLine[];
  readonly checkedAt: string | null;
}
