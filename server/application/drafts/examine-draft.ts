import { insertExamination, latestExamination } from '../../database/examinations.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { uuidv7 } from '../uuid.ts';
import { draftToDecide } from './draft-access.ts';
import { examinationView, type ExaminationView } from './read-examination.ts';

/**
 * Asks for the examination of a draft, which whichever node is free does; one that runs on the same revision is answered
 * instead. It may be asked for while the draft waits for approval.
 *
 * @throws Refusal `draft-unknown`, `not-permitted`, `draft-over`
 */
export async function examineDraft(
  context: Context,
  tx: Transaction,
  actor: Actor,
  draft: string,
): Promise<ExaminationView> {
  const row = await draftToDecide(context, tx, actor, draft);
  const latest = await latestExamination(tx, context.tenant, draft);
  if (latest?.state === 'running' && latest.revision === row.revision) return examinationView(context, tx, latest);
  // One that runs on an earlier revision finds out by itself.
  await insertExamination(tx, context.tenant, {
    id: uuidv7(),
    draft,
    revision: row.revision,
    person: actor.person,
  });
  tx.afterCommit(context.wake);
  const begun = await latestExamination(tx, context.tenant, draft);
  if (!begun) throw new Error('an examination that was just asked for is not there');
  return examinationView(context, tx, begun);
}
