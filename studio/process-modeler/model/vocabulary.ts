import type { TimeLimit } from '../../../server/kernel/calendar/time-limit.ts';
import type { FormField } from '../../../server/kernel/forms/form-fields.ts';
import type { Area, Post } from '../../../server/kernel/organization/organization.ts';
import type { CaseTypeFile, LadderFile, NoticeFile } from '../../../server/kernel/release/definitions.ts';
import type { ProcessPart } from '../../../server/kernel/release/process-contract.ts';

/** A form as a process sees it. */
export interface KnownForm {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly FormField[];
}

/** A decision and the columns of its answer. */
export interface KnownDecision {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly { readonly name: string; readonly title: string }[];
}

/** A process and what it is for; null when nothing uses it yet. */
export interface KnownProcess {
  readonly id: string;
  readonly title: string;
  readonly part: ProcessPart | null;
}

/** Everything the steps of a process can name, as the draft of the street has it. */
export interface Vocabulary {
  readonly areas: readonly Area[];
  readonly posts: readonly Post[];
  readonly limits: readonly TimeLimit[];
  readonly forms: readonly KnownForm[];
  readonly ladders: readonly LadderFile[];
  readonly notices: readonly NoticeFile[];
  readonly decisions: readonly KnownDecision[];
  readonly processes: readonly KnownProcess[];
  readonly caseTypes: readonly CaseTypeFile[];
}

export const emptyVocabulary: Vocabulary = {
  areas: [],
  posts: [],
  limits: [],
  forms: [],
  ladders: [],
  notices: [],
  decisions: [],
  processes: [],
  caseTypes: [],
};
