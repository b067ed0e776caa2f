import type { SignedInPerson } from '../../api/session.ts';

/** The case type a person reports: the first the session names, else the one every pack of this release has. */
export function caseTypeOf({ caseTypes }: SignedInPerson): string {
  return caseTypes?.[0]?.id ?? 'event';
}
