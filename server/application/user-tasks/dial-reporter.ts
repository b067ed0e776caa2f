import { readPersonalValues } from '../../database/personal-values.ts';
import type { Transaction } from '../../database/transaction.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { Refusal } from '../refusal.ts';
import { readOwnUserTask, type UserTaskAddress } from './complete-user-task.ts';

/**
 * 拨打: the number of the person who reported, to be dialled and not shown. For whoever has a user task of the case now;
 * each call is recorded.
 *
 * @throws Refusal `user-task-unknown`, `user-task-stale`, `reporter-unknown`
 */
export async function dialReporter(
  context: Context,
  tx: Transaction,
  actor: Actor,
  address: UserTaskAddress,
): Promise<string> {
  const row = await readOwnUserTask(context, tx, actor, address);
  const subjectId = row.subjectKind === 'case' ? (row.subjectId ?? '') : '';
  const values =
    subjectId === '' ? [] : await readPersonalValues(tx, context.tenant, { subjectKind: 'case', subjectId });
  const phone = values.find((value) => value.mask === 'phone')?.value;
  if (typeof phone !== 'string') throw new Refusal('reporter-unknown');
  await recordAudit(tx, context.tenant, {
    action: 'personal-data-revealed',
    person: actor.person,
    subject: { kind: 'case', id: subjectId },
    reason: '拨打',
  });
  return phone;
}
