import { dropTimers, postponeTimers, type DueTimer } from '../../database/timers.ts';
import { existingInstances, lockInstances } from '../../database/process-instances.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { withCorrelation } from '../observing/correlation.ts';
import { uuidv7 } from '../uuid.ts';
import { advanceLocked, type Advanced } from '../process-instances/advance-instance.ts';

/** The timers of a suspended instance lie still; it is asked again so much later whether it goes on. */
const suspendedMs = 10_000;

/**
 * Fires due timers of several instances in one transaction: the instances are locked in the order of their ids, what
 * somebody else holds is left to them, and each instance decides whether it still waits. A timer that lost its race, or
 * whose instance has ended, is removed and nothing else happens. One that fails undoes them all; then they are fired alone.
 *
 * @returns how many were dealt with; the others are due still
 */
export function fireTimers(context: Context, timers: readonly DueTimer[]): Promise<number> {
  const each = oneOfEach(timers);
  return context.database.transaction(async (tx) => {
    const ids = each.map(({ instance }) => instance);
    const locked = await lockInstances(tx, context.tenant, ids);
    const held = each.filter(({ instance }) => locked.has(instance));
    // What the steps write is not waited for one by one: it is one round trip.
    const outcomes = await allOf(
      held.map((timer) => {
        const { instance: id, element, scope, key, generation } = timer;
        const command = { type: 'fire-timer', element, scope, key, generation } as const;
        const held = { id, locked: locked.get(id) ?? null, beginning: null };
        return withCorrelation(uuidv7(), () => advanceLocked(context, tx, held, command));
      }),
    );
    const codes = new Map(held.map((timer, index) => [timer, codeOf(outcomes[index])]));
    const gone = await ofNobody(context, tx, each, locked);
    await dropTimers(tx, context.tenant, [...gone, ...held.filter((timer) => isStale(codes.get(timer)))]);
    await postponeTimers(
      tx,
      context.tenant,
      held.filter((timer) => codes.get(timer) === 'instance-suspended'),
      new Date(Date.parse(tx.now) + suspendedMs).toISOString(),
    );
    return held.length + gone.length;
  });
}

/** The first of each instance: a second one has to meet the instance as the first has left it. */
function oneOfEach(timers: readonly DueTimer[]): readonly DueTimer[] {
  const byInstance = new Map<string, DueTimer>();
  for (const timer of timers) if (!byInstance.has(timer.instance)) byInstance.set(timer.instance, timer);
  return [...byInstance.values()];
}

/** Waits for all, so that nothing uses the transaction after its end; then the first fault is thrown. */
async function allOf(steps: readonly Promise<Advanced>[]): Promise<readonly Advanced[]> {
  const settled = await Promise.allSettled(steps);
  return settled.map((step) => {
    if (step.status === 'rejected') throw step.reason;
    return step.value;
  });
}

function codeOf(advanced: Advanced | undefined): string | null {
  return advanced?.kind === 'refused' ? advanced.code : null;
}

/** Between two slices nothing gets in, and a suspended instance keeps its timers. */
function isStale(code: string | null | undefined): boolean {
  return typeof code === 'string' && code !== 'agenda-pending' && code !== 'instance-suspended';
}

async function ofNobody(
  context: Context,
  tx: Transaction,
  timers: readonly DueTimer[],
  locked: ReadonlyMap<string, unknown>,
): Promise<readonly DueTimer[]> {
  const others = timers.filter(({ instance }) => !locked.has(instance));
  if (others.length === 0) return [];
  const there = await existingInstances(
    tx,
    context.tenant,
    others.map(({ instance }) => instance),
  );
  return others.filter(({ instance }) => !there.has(instance));
}
