import { caseNumber } from '../../server/kernel/cases/number-case.ts';
import { isJsonObject, type Json } from '../../server/kernel/json.ts';
import type { Numbering } from '../../server/kernel/release/definitions.ts';

/** The 42nd number under a rule; empty while the rule is not written. */
export function exampleNumber(numbering: Json | undefined, now: string): string {
  if (!isJsonObject(numbering) || typeof numbering['pattern'] !== 'string') return '';
  return caseNumber(numbering as unknown as Numbering, now, 42);
}
