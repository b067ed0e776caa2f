import { keptKeys } from '../../kernel/calendar/own-calendars.ts';
import { repinInstance } from '../../database/held-work.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { OperatedInstance } from '../operations/operated-instance.ts';
import type { Operator } from '../operations/operator.ts';
import type { Rebase } from '../operations/repair.ts';
import { advanceInstance } from '../process-instances/advance-instance.ts';
import { Refusal } from '../refusal.ts';
import { changedCalendars } from './changed-calendars.ts';
import { withCalendarsOf } from './with-calendars-of.ts';

/**
 * Takes the calendars in force where a locked instance runs over into it: what remains of each of its open limits is
 * counted anew from now on, what was consumed stays as it was counted. It is pinned to the same definitions with these
 * calendars, so that ladders, what it calls and the lists count alike. One that counts by them already is left as it is.
 *
 * @throws Refusal `calendars-changed-again` when others are in force than those that were previewed,
 *   `calendars-do-not-fit`, or what the engine refuses
 */
export async function rebaseInstance(
  context: Context,
  tx: Transaction,
  { by }: Operator,
  { view, details, release, instance }: OperatedInstance,
  { onto }: Rebase,
  because: string,
): Promise<void> {
  const inForce = await context.releases.inForce(tx);
  const live = inForce.at(details.area ?? inForce.root.area).release;
  const calendars = [...changedCalendars(release, live, keptKeys(instance.calendars)).values()];
  if (calendars.length === 0) return;
  if (!onto.includes(live.hash)) throw new Refusal('calendars-changed-again');
  // One that only kept older calendars for its clocks, when it was migrated, is pinned to these already.
  const isPinned = changedCalendars(release, live).size === 0;
  const manifestHash = isPinned ? release.hash : await withCalendarsOf(context, tx, release, live);
  // The engine is given what the clocks counted by until now; what they count by from now on comes with the command.
  const advanced = await advanceInstance(context, tx, view.id, { type: 'rebase-clocks', calendars, because, by });
  if (advanced.kind === 'refused') throw new Refusal(advanced.code);
  await repinInstance(tx, context.tenant, view.id, { process: view.process, manifestHash });
}
