import type { CaseRow } from '../../database/cases.ts';
import type { Transaction } from '../../database/transaction.ts';
import { positionsWithPart } from '../../database/user-tasks.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { holds, mayAct } from '../policy/policy.ts';

/**
 * Whether somebody may see a case: it lies in their areas and is of a category their posts are for, or it came to one of
 * their posts all the same (a fallback, a ladder, somebody who gave it): who has to act sees what about.
 */
export async function maySeeCase(
  context: Context,
  tx: Transaction,
  actor: Actor,
  row: Pick<CaseRow, 'id' | 'instance' | 'area' | 'category'>,
): Promise<boolean> {
  if (mayAct(actor, 'case.view', row.area, row.category)) return true;
  if (!mayAct(actor, 'case.view', row.area)) return false;
  const about = { id: row.instance, subjectKind: 'case', subjectId: row.id } as const;
  return (await positionsWithPart(tx, context.tenant, about)).some((position) => holds(actor, position));
}
