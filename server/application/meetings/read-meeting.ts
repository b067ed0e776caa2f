import { actionItemsOf, readMeetingRow } from '../../database/meetings.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { nameBook } from '../organization/position-views.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { occurrenceViews } from './occurrence-views.ts';
import { takesPart } from './takes-part.ts';

/**
 * One meeting with its minutes and action items; for who may see its area's meetings, and for who takes part.
 *
 * @throws Refusal `meeting-unknown`
 */
export async function readMeeting(context: Context, tx: Transaction, actor: Actor, id: string) {
  const row = await readMeetingRow(tx, context.tenant, id);
  if (!row) throw new Refusal('meeting-unknown');
  const release = await context.releases.byHash(tx, row.manifestHash);
  const meeting = release.meetings.get(row.series);
  const invited = meeting !== undefined && takesPart(actor, context.releases.organizationFrame(release), meeting);
  if (!mayAct(actor, 'meeting.view', row.area) && !invited) throw new Refusal('meeting-unknown');
  const names = await nameBook(
    context,
    tx,
    release,
    release.areas.map((area) => area.code),
  );
  const [view] = await occurrenceViews(context, tx, names, [row], await actionItemsOf(tx, context.tenant, [id]));
  if (!view) throw new Refusal('meeting-unknown');
  return view;
}
