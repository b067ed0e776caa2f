import type { Instant } from '../../kernel/json.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { requirePermission } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { uuidv7 } from '../uuid.ts';
import { startMeeting } from './start-due-meetings.ts';

/**
 * 临时加开: calls an additional meeting of a series at a given time; participants are told at once.
 *
 * @throws Refusal `meeting-unknown`, `not-permitted`, `meeting-in-the-past`
 */
export async function callMeeting(
  context: Context,
  tx: Transaction,
  actor: Actor,
  series: string,
  at: Instant,
): Promise<string> {
  const release = await context.releases.current(tx);
  const meeting = release.meetings.get(series);
  if (!meeting) throw new Refusal('meeting-unknown');
  requirePermission(actor, 'meeting.hold', meeting.area);
  const startsAt = new Date(at).toISOString();
  if (startsAt < tx.now) throw new Refusal('meeting-in-the-past', { at: startsAt });
  const id = await startMeeting(context, tx, release, meeting, {
    at: startsAt,
    key: uuidv7(),
    adHoc: true,
    by: { person: actor.person },
  });
  if (id === null) throw new Error(`an additional meeting of ${series} could not be started`);
  return id;
}
