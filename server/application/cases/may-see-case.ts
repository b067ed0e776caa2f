import type { CaseRow } from '../../database/cases.ts';
import { positionsTold } from '../../database/notifications-told.ts';
import type { Transaction } from '../../database/transaction.ts';
import { positionsWithPart } from '../../database/user-tasks.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { holds, mayAct } from '../policy/policy.ts';

/**
 * Whether somebody may see a case: it lies in their areas and is of a category their posts are for; or one of their posts
 * has a part in it all the same. It came to the post (a fallback, a ladder, a unit's post, somebody who gave it), the post
 * was told of it (抄送), or owes something in it: who has to act, read or answer sees what about.
 */
export async function maySeeCase(
  context: Context,
  tx: Transaction,
  actor: Actor,
  row: Pick<CaseRow, 'id' | 'instance' | 'area' | 'category' | 'duties'>,
): Promise<boolean> {
  if (mayAct(actor, 'case.view', row.area, row.category)) return true;
  const about = { id: row.instance, subjectKind: 'case', subjectId: row.id } as const;
  const [having, told] = await Promise.all([
    positionsWithPart(tx, context.tenant, about),
    positionsTold(tx, context.tenant, about.subjectKind, row.id),
  ]);
  return [...having, ...told, ...Object.values(row.duties)].some(
    (position) => holds(actor, position) && mayAct(actor, 'case.view', position.area),
  );
}
