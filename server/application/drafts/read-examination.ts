import { latestExamination, type ExaminationRow } from '../../database/examinations.ts';
import { readPersonNames } from '../../database/person-names.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Instant } from '../../kernel/json.ts';
import type { LocatedFault } from '../../packs/drafting/locate-fault.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { draftToRead } from './draft-access.ts';
import type { ScenarioReport } from './examination-report.ts';

/** An examination as screens show it. */
export interface ExaminationView {
  readonly id: string;
  readonly revision: number;
  readonly state: 'running' | 'passed' | 'failed' | 'stopped';
  readonly startedAt: Instant;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: string;
  readonly done: number;
  readonly total: number;
  readonly problems: readonly LocatedFault[];
  readonly failures: readonly ScenarioReport[];
}

/**
 * How far the latest examination of a draft has come; null when there was none.
 *
 * @throws Refusal `draft-unknown`, `draft-over`
 */
export async function readExamination(
  context: Context,
  tx: Transaction,
  actor: Actor,
  draft: string,
): Promise<ExaminationView | null> {
  await draftToRead(context, tx, actor, draft);
  const latest = await latestExamination(tx, context.tenant, draft);
  return latest && examinationView(context, tx, latest);
}

/** An examination's row as it is shown. */
export async function examinationView(
  context: Context,
  tx: Transaction,
  row: ExaminationRow,
): Promise<ExaminationView> {
  const names = await readPersonNames(tx, context.tenant, [row.startedBy]);
  const { id, revision, state, startedAt, startedBy, at, done, total } = row;
  return {
    id,
    revision,
    state,
    startedAt,
    by: { id: startedBy, name: names.get(startedBy) ?? '' },
    at,
    done,
    total,
    // Only the examination writes these columns.
    problems: row.problems as unknown as readonly LocatedFault[],
    failures: row.failures as unknown as readonly ScenarioReport[],
  };
}
