import { dueAfter } from '../../kernel/bpmn/timer-due.ts';
import type { Instant } from '../../kernel/json.ts';
import { lockScheduleState, saveScheduleState } from '../../database/meetings.ts';
import { releasesInForce } from '../../database/releases.ts';
import { armedStarts, armStart, disarmStart, type StartTimerRow } from '../../database/start-timers.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { InForce, ReleaseStore } from '../releases/release-store.ts';
import { isSameStart, startsInForce, type StartInForce } from './starts-in-force.ts';

/** Under which name it is kept when the times were looked at last. */
export const startTimersSchedule = 'start-timers';

/** What was armed last; while the same is in force there is nothing to look at again. */
const armedFor = new WeakMap<ReleaseStore, string>();

/**
 * Arms the times at which processes begin as the releases in force say. What says the same as before keeps its rhythm; what
 * a release changed is armed anew, what it dropped is gone. Any number of nodes may do it: the row of the schedule is
 * locked, and whoever comes with an older view leaves things as they are.
 *
 * @param anew also where nothing has changed since this program looked last
 * @returns how many were armed or taken away
 */
export async function armStartTimers(context: Context, anew = false): Promise<number> {
  const seen = await context.database.read(async (tx) => keyOf(await context.releases.inForce(tx)));
  if (!anew && armedFor.get(context.releases) === seen) return 0;
  context.releases.forget();
  return context.database.transaction(async (tx) => {
    const since = await lockScheduleState(tx, context.tenant, startTimersSchedule);
    if (since !== null && since > tx.now) return 0;
    const live = await context.releases.inForce(tx);
    const changed = await arm(context, tx, live, since);
    await saveScheduleState(tx, context.tenant, startTimersSchedule, tx.now);
    tx.afterCommit(() => armedFor.set(context.releases, keyOf(live)));
    return changed;
  });
}

function keyOf({ all }: InForce): string {
  return all.map(({ id, release }) => `${id} ${release.hash}`).join(' ');
}

async function arm(context: Context, tx: Transaction, live: InForce, since: Instant | null): Promise<number> {
  const wanted = startsInForce(live);
  const armed = await armedStarts(tx, context.tenant);
  const gone = armed.filter((row) => !wanted.some((start) => isSameStart(start, row)));
  for (const row of gone) disarmStart(tx, context.tenant, row);
  const fresh = wanted.filter(
    (start) => !armed.some((row) => isSameStart(start, row) && row.definition === start.definition),
  );
  if (fresh.length === 0) return gone.length;
  const from = await beganAt(context, tx, since);
  for (const start of fresh) {
    const { row, fault } = armedFrom(start, from(start.releaseId));
    if (fault !== null)
      context.log.warn({ area: row.area, process: row.process, place: row.place, fault }, 'a start has no time');
    armStart(tx, context.tenant, row, fault);
  }
  return gone.length + fresh.length;
}

/**
 * From when on a release's times count: from its own beginning where that came after the last look, so that an outage
 * shifts no rhythm; else from now on. So nothing begins for what had passed before, neither in a new installation nor
 * when a release is taken back.
 */
async function beganAt(context: Context, tx: Transaction, since: Instant | null): Promise<(id: string) => Instant> {
  const rows = await releasesInForce(tx, context.tenant);
  const effective = new Map(rows.map(({ id, effectiveFrom }) => [id, effectiveFrom]));
  return (id) => {
    const at = effective.get(id) ?? tx.now;
    return since !== null && at > since && at < tx.now ? at : tx.now;
  };
}

/** Times see no variables, for there is no instance yet: one that cannot be told never comes, and says why. */
function armedFrom(
  { area, process, place, part, definition, timer }: StartInForce,
  from: Instant,
): { readonly row: StartTimerRow; readonly fault: string | null } {
  const due = dueAfter(timer, { variables: {}, now: from });
  const told = due.ok ? due.timer : null;
  const hasPassed = timer.kind === 'date' && told !== null && told.due < from;
  const row = {
    area,
    process,
    place,
    part,
    definition,
    due: told === null || hasPassed ? null : told.due,
    generation: told?.generation ?? 1,
    cycle: told?.cycle ?? null,
  };
  return { row, fault: due.ok ? null : due.fault.code };
}
