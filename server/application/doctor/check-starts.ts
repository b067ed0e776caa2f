import { gatheredBeginnings } from '../../database/gathered-beginnings.ts';
import { readScheduleState } from '../../database/meetings.ts';
import { releasesInForce, type ReleaseInForceRow } from '../../database/releases.ts';
import { armedStarts, type StartTimerName, type StartTimerRow } from '../../database/start-timers.ts';
import type { Transaction } from '../../database/transaction.ts';
import { beginningsOf, isComplete, placeOf } from '../../kernel/bpmn/beginnings.ts';
import type { Context } from '../context.ts';
import type { InForce } from '../releases/release-store.ts';
import { startTimersSchedule } from '../start-timers/arm-start-timers.ts';
import { isSameStart, startsInForce, type StartInForce } from '../start-timers/starts-in-force.ts';
import type { Fault } from './doctor-report.ts';

/**
 * Holds what begins by itself against the releases in force (I6): every time of a process is armed as its release says and
 * nothing else is, and nothing waits for parts that have all come. Times are compared once they have been looked at since
 * the last release came into force: until then the program has yet to arm them.
 */
export async function checkStarts(context: Context, tx: Transaction): Promise<readonly Fault[]> {
  const { tenant } = context;
  const rows = await releasesInForce(tx, tenant);
  if (rows.length === 0) return [];
  const broken = await brokenReleases(context, tx, rows);
  if (broken.length > 0) return broken;
  context.releases.forget();
  const live = await context.releases.inForce(tx);
  const lookedAt = await readScheduleState(tx, tenant, startTimersSchedule);
  const isLookedAt =
    lookedAt !== null && rows.every(({ effectiveFrom, createdAt }) => effectiveFrom < lookedAt && createdAt < lookedAt);
  const armed = isLookedAt ? compareStarts(startsInForce(live), await armedStarts(tx, tenant)) : [];
  return [...armed, ...(await checkGathered(tx, tenant, live))];
}

async function brokenReleases(
  { releases }: Context,
  tx: Transaction,
  rows: readonly ReleaseInForceRow[],
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const { manifestHash } of rows)
    try {
      await releases.byHash(tx, manifestHash);
    } catch {
      faults.push({ code: 'release-broken', where: { manifest: manifestHash } });
    }
  return faults;
}

/** What releases say against what is armed, and the reverse. */
function compareStarts(wanted: readonly StartInForce[], armed: readonly StartTimerRow[]): readonly Fault[] {
  const missing = wanted.flatMap((start): readonly Fault[] => {
    const row = armed.find((one) => isSameStart(one, start));
    if (row === undefined) return [{ code: 'start-without-timer', where: whereOf(start) }];
    return row.definition === start.definition ? [] : [{ code: 'start-timer-differs', where: whereOf(start) }];
  });
  const extra = armed
    .filter((row) => !wanted.some((start) => isSameStart(start, row)))
    .map((row): Fault => ({ code: 'timer-without-start', where: whereOf(row) }));
  return [...missing, ...extra];
}

function whereOf({ area, process, place, part }: StartTimerName): Fault['where'] {
  return { area, process, element: place, part };
}

/** The transaction in which the last part comes begins the instance and takes the row away. */
async function checkGathered(tx: Transaction, tenant: string, live: InForce): Promise<readonly Fault[]> {
  const rows = await gatheredBeginnings(tx, tenant);
  return rows.flatMap(({ area, process, place, heard }): readonly Fault[] => {
    const executable = live.at(area).release.processes.get(process)?.executable;
    const beginning = executable && beginningsOf([executable]).find((one) => one.all && placeOf(one) === place);
    if (!beginning || !isComplete(beginning, heard)) return [];
    return [{ code: 'gathered-not-begun', where: { area, process, element: place } }];
  });
}
