import type { PackFault } from '../kernel/compilation/pack-fault.ts';
import { fileKinds, kindOfFile, type FileKind } from '../kernel/compilation/file-kinds.ts';

/** Faults that merely follow when a file of one of these kinds could not be read: what it defines seems to be missing. */
const follows: { readonly [code: string]: readonly FileKind[] } = {
  'post-unknown': ['posts'],
  'post-category-unknown': ['case-type'],
  'role-unknown': ['roles'],
  'area-unknown': ['areas'],
  'area-without-parent': ['areas'],
  'meeting-post-elsewhere': ['areas', 'posts'],
  'post-not-at-area': ['areas', 'posts'],
  'limit-unknown': ['limits'],
  'calendar-unknown': ['calendar'],
  'notice-unknown': ['notice'],
  'notice-unused': ['ladder', 'process'],
  'ladder-unknown': ['ladder'],
  'form-unknown': ['form'],
  'form-unused': ['process', 'case-type', 'ledger'],
  'form-right-step-unknown': ['process'],
  'form-rule-value': ['posts', 'areas', 'case-type'],
  'form-choices-empty': ['posts', 'areas', 'case-type'],
  'decision-unknown': ['decision'],
  'process-unknown': ['process'],
  'process-unused': ['process', 'case-type', 'meeting'],
  'definition-unused': ['process', 'ladder', 'decision', 'case-type', 'form'],
  'stage-unknown': ['case-type'],
  'route-category-unknown': ['case-type'],
  'job-out-of-place': ['case-type', 'meeting', 'process'],
  'variable-unknown': ['decision', 'form', 'case-type', 'meeting', 'process'],
  'notice-placeholder-unknown': ['case-type', 'meeting', 'process'],
  'value-without-source': ['process', 'decision', 'form'],
};

/** With any file unread, texts and sources that point into it seem to be stale. */
const followsFromAny = new Set(['translation-unused', 'translation-missing', 'provenance-unknown']);

/**
 * Whether a fault only repeats that a file could not be read, so that people see what to mend and not its echo.
 *
 * @param unread kinds of the files with faults of their own, from `kindsWithErrors`
 */
export function isConsequence(fault: PackFault, unread: ReadonlySet<FileKind>): boolean {
  if (unread.size > 0 && followsFromAny.has(fault.code)) return true;
  return (follows[fault.code] ?? []).some((kind) => unread.has(kind));
}

/** Kinds of the files in which reading or compiling found an error. */
export function kindsWithErrors(faults: readonly PackFault[]): ReadonlySet<FileKind> {
  const errors = faults.filter((fault) => fault.severity === 'error');
  // Without the pack below anything may seem to be missing.
  if (errors.some((fault) => fault.code.startsWith('pack-extends-'))) return new Set(fileKinds);
  return new Set(errors.map((fault) => kindOfFile(fault.file)).filter((kind) => kind !== null));
}
