import { readCaseRow } from '../../database/cases.ts';
import { lastUrge } from '../../database/notifications-told.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { sendNotification } from '../notifications/send-notification.ts';
import { nameBook } from '../organization/position-views.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { uuidv7 } from '../uuid.ts';
import { maySeeCase } from './may-see-case.ts';

const onceInMs = 3_600_000;

/** Notices that people send carry this instead of a notice of the pack. */
const urgeNotice = 'urge';

/**
 * 催办: reminds whoever has the case. It changes nothing about the case, and one person may do it once an hour.
 *
 * @param words what is said besides; may be empty
 * @returns who was told
 * @throws Refusal `case-unknown`, `not-permitted`, `case-closed`, `urged-already`
 */
export async function urgeCase(
  context: Context,
  tx: Transaction,
  actor: Actor,
  id: string,
  words: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const row = await readCaseRow(tx, context.tenant, id);
  if (!row || !(await maySeeCase(context, tx, actor, row))) throw new Refusal('case-unknown');
  if (!mayAct(actor, 'case.urge', row.area, row.category))
    throw new Refusal('not-permitted', { permission: 'case.urge' });
  if (row.status !== 'open' || row.holderPost === null || row.holderArea === null) throw new Refusal('case-closed');
  const last = await lastUrge(tx, context.tenant, id, actor.person);
  if (last !== null && Date.parse(tx.now) - Date.parse(last) < onceInMs) throw new Refusal('urged-already');
  const names = await nameBook(context, tx, null, [row.holderArea]);
  await sendNotification(context, tx, {
    id: uuidv7(),
    post: row.holderPost,
    area: row.holderArea,
    person: null,
    notice: urgeNotice,
    title: words.trim() || '请抓紧办理',
    text: `${row.number} ${row.title}`,
    subjectKind: 'case',
    subjectId: id,
    instance: row.instance,
    sentBy: actor.person,
  });
  return names.position({ post: row.holderPost, area: row.holderArea }).holders;
}
