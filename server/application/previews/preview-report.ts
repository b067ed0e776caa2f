import { unbornInstance } from '../../kernel/bpmn/apply.ts';
import { openCase } from '../../kernel/cases/open-case.ts';
import { effectiveForm } from '../../kernel/forms/effective-form.ts';
import { withoutPersonal } from '../../kernel/forms/personal-values.ts';
import { pruneSubmission } from '../../kernel/forms/prune-submission.ts';
import type { Transaction } from '../../database/transaction.ts';
import { caseKind, channelOf, reporterPost, type CaseReport } from '../cases/report-case.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { requirePermission } from '../policy/policy.ts';
import { uuidv7 } from '../uuid.ts';
import { foresee } from './foresee.ts';
import { previewView, type PreviewView } from './preview-view.ts';

/**
 * Who would get a case if it were reported as it stands now, filled in or not; nothing is stored.
 *
 * @throws Refusal `not-permitted`, `area-unknown`, `case-type-unknown`
 */
export async function previewReport(
  context: Context,
  tx: Transaction,
  actor: Actor,
  report: Omit<CaseReport, 'reportedAt'>,
): Promise<PreviewView> {
  const { area } = report;
  requirePermission(actor, 'case.report', area);
  const release = await context.releases.at(tx, area);
  const { caseType, form } = caseKind(release, report.caseType);
  const answers = withoutPersonal(form, pruneSubmission(effectiveForm(form, 'report'), report.data));
  const [id, channel] = [uuidv7(), channelOf(caseType, report.channel)];
  const { variables } = openCase(caseType, answers, { id, area, reporterPost: reporterPost(actor, area), channel });
  const command = { type: 'create-instance', variables, by: { person: actor.person } } as const;
  const on = { process: caseType.process, manifestHash: release.hash };
  return previewView(context, tx, await foresee(context, tx, unbornInstance(id, on.process), command, on));
}
