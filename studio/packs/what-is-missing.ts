import type { Static } from 'typebox';
import type { ExaminationView } from '../../server/http/contract/releases.ts';
import type { Draft } from '../api/drafts/content.ts';
import type { TextKey } from '../translations/texts.ts';

export type Examination = Static<typeof ExaminationView>;

interface Stand {
  readonly draft: Pick<Draft, 'revision'>;
  readonly examination: Examination | null;
  /** Undefined while it is not known. */
  readonly errors: number | undefined;
  readonly changes: number | undefined;
  readonly mayPublish: boolean;
}

/** True when the examination looked at the draft as it is now. */
export function isOfNow(draft: Pick<Draft, 'revision'>, examination: Examination | null): boolean {
  return examination !== null && examination.revision === draft.revision;
}

/** Why a draft cannot be published yet, the first reason only; null when it can. */
export function whatIsMissing({ draft, examination, errors, changes, mayPublish }: Stand): TextKey | null {
  if (!mayPublish) return 'publish.missing.permission';
  if (changes === 0) return 'publish.missing.changes';
  if (errors !== undefined && errors > 0) return 'publish.missing.problems';
  if (examination === null || !isOfNow(draft, examination)) return 'publish.missing.examination';
  if (examination.state === 'running') return 'publish.missing.running';
  return examination.state === 'passed' ? null : 'publish.missing.passed';
}
