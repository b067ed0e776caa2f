import { readCaseRow } from '../../database/cases.ts';
import { readPersonalValues } from '../../database/personal-values.ts';
import type { Transaction } from '../../database/transaction.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { maySeeCase } from './may-see-case.ts';

const shownForSeconds = 60;

/**
 * 查看完整信息: the reporter's name and number in full, for a stated reason. Each look is recorded; the record holds the
 * reason and who looked, never what was seen.
 *
 * @throws Refusal `case-unknown`, `not-permitted`, `reporter-unknown` when there is none or it was erased
 */
export async function revealReporter(context: Context, tx: Transaction, actor: Actor, id: string, reason: string) {
  const row = await readCaseRow(tx, context.tenant, id);
  if (!row || !(await maySeeCase(context, tx, actor, row))) throw new Refusal('case-unknown');
  if (!mayAct(actor, 'case.reveal-reporter', row.area, row.category))
    throw new Refusal('not-permitted', { permission: 'case.reveal-reporter' });
  const values = await readPersonalValues(tx, context.tenant, { subjectKind: 'case', subjectId: id });
  const text = (pointer: string): string | null => {
    const value = values.find((candidate) => candidate.pointer === pointer)?.value;
    return typeof value === 'string' ? value : null;
  };
  const name = text('/reporterName');
  if (name === null) throw new Refusal('reporter-unknown');
  await recordAudit(tx, context.tenant, {
    action: 'personal-data-revealed',
    person: actor.person,
    subject: { kind: 'case', id },
    reason,
  });
  return { name, phone: text('/reporterPhone'), forSeconds: shownForSeconds };
}
