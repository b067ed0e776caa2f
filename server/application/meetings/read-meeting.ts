import { meetingPositions } from '../../kernel/meetings/open-meeting.ts';
import { actionItemsOf, readMeetingRow } from '../../database/meetings.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { nameBook } from '../organization/position-views.ts';
import type { Actor } from '../policy/actor.ts';
import { holds, mayAct } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { occurrenceViews } from './occurrence-views.ts';

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
  const frame = context.releases.organizationFrame(release);
  const invited = meeting ? [meeting.convenor, meeting.recorder, ...meeting.participants].flatMap((line) => meetingPositions(frame, meeting, line)) : [];
  if (!mayAct(actor, 'meeting.view', row.area) && !invited.some((position) => holds(actor, position))) throw new Refusal('meeting-unknown');
  const names = await nameBook(context, tx, release, release.areas.map((area) => area.code));
  const [view] = await occurrenceViews(context, tx, release, names, [row], await actionItemsOf(tx, context.tenant, [id]));
  if (!view) throw new Refusal('meeting-unknown');
  return view;
}
