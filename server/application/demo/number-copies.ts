import { renumberCases, setCounters, type CaseRows, type Renumbered } from '../../database/case-copies.ts';
import type { Transaction } from '../../database/transaction.ts';
import { caseNumber, counterKey } from '../../kernel/cases/number-case.ts';
import { textIn, type Instant } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { CaseTypeFile } from '../../kernel/release/definitions.ts';
import type { PlannedCopy } from './plan-copies.ts';

/** Numbers for the copies in the order of their reports, and the counters behind them. */
export async function numberCopies(
  tx: Transaction,
  tenant: string,
  release: CompiledRelease,
  there: readonly CaseRows[],
  planned: readonly PlannedCopy[],
  renumber: boolean,
): Promise<readonly string[]> {
  const counters = new Map<string, number>();
  if (!renumber)
    for (const row of await tx.query<{ key: string; value: number }>(
      'select key, value from case_counter where tenant_id = $1',
      [tenant],
    ))
      counters.set(row.key, row.value);
  const next = (caseType: CaseTypeFile | undefined, at: Instant): string => {
    if (!caseType) throw new Error('a case is of a type the release does not have');
    const key = counterKey(caseType.id, caseType.numbering, at);
    const value = (counters.get(key) ?? 0) + 1;
    counters.set(key, value);
    return caseNumber(caseType.numbering, at, value);
  };
  const typeOf = (rows: CaseRows): CaseTypeFile | undefined =>
    release.caseTypes.get(textIn(rows.case_record[0]?.['case_type']));
  const numbers: string[] = [];
  const renumbered: Renumbered[] = [];
  const all = [
    ...planned.map((copy, index) => ({ at: copy.reportedAt, rows: copy.pattern.rows, copy: index })),
    ...(renumber ? there.map((rows) => ({ at: reportOf(rows), rows, copy: null })) : []),
  ].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  for (const { at, rows, copy } of all) {
    const number = next(typeOf(rows), at);
    if (copy !== null) numbers[copy] = number;
    else
      renumbered.push({
        case: textIn(rows.case_record[0]?.['id']),
        from: textIn(rows.case_record[0]?.['number']),
        to: number,
      });
  }
  await renumberCases(tx, tenant, renumbered);
  await setCounters(tx, tenant, counters);
  return numbers;
}

function reportOf(rows: CaseRows): Instant {
  return new Date(textIn(rows.case_record[0]?.['received_at'])).toISOString();
}
