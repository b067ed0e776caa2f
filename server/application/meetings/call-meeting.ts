import type { Instant } from '../../kernel/json.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct, requirePermission } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { uuidv7 } from '../uuid.ts';
import { seriesInForce, type SeriesInForce } from './series-in-force.ts';
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
  const { meeting, release } = await seriesFor(context, tx, actor, series);
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

/** Streets may each have a series of the same id: meant is the one that the caller may call, their own area's first. */
async function seriesFor(context: Context, tx: Transaction, actor: Actor, id: string): Promise<SeriesInForce> {
  const named = seriesInForce(await context.releases.inForce(tx)).filter(({ meeting }) => meeting.id === id);
  const callable = named.filter(({ meeting }) => mayAct(actor, 'meeting.hold', meeting.area));
  const own = callable.find(({ meeting }) => actor.held.some(({ area }) => area === meeting.area));
  const [first] = named;
  const meant = own ?? callable[0];
  if (meant) return meant;
  if (!first) throw new Refusal('meeting-unknown');
  requirePermission(actor, 'meeting.hold', first.meeting.area);
  return first;
}
