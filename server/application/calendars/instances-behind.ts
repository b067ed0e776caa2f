import type { Calendar } from '../../kernel/calendar/calendar.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { runningByManifest } from '../../database/open-clocks.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { changedCalendars } from './changed-calendars.ts';

/** Running instances of one area that count by calendars which have been changed since. */
export interface BehindGroup {
  readonly area: string | null;
  readonly count: number;
  /** What they are pinned to. */
  readonly pinned: CompiledRelease;
  /** What is in force where they run. */
  readonly live: CompiledRelease;
  /** The calendars that are otherwise now, as they are now. */
  readonly changed: ReadonlyMap<string, Calendar>;
}

/** Where is looked. */
export interface BehindScope {
  readonly area: string;
  /** The area is the whole tenant's: what is for no area is meant too. */
  readonly everywhere: boolean;
}

/** The area as a scope. */
export async function behindScope(context: Context, tx: Transaction, area: string): Promise<BehindScope> {
  const live = await context.releases.inForce(tx);
  return { area, everywhere: area === live.root.area };
}

/** Running instances within an area that count by other calendars than those in force where they run. */
export async function instancesBehind(
  context: Context,
  tx: Transaction,
  { area, everywhere }: BehindScope,
): Promise<readonly BehindGroup[]> {
  const live = await context.releases.inForce(tx);
  const groups: BehindGroup[] = [];
  for (const row of await runningByManifest(tx, context.tenant, area, everywhere)) {
    const pinned = await context.releases.byHash(tx, row.manifestHash);
    const { release } = live.at(row.area ?? live.root.area);
    const changed = changedCalendars(pinned, release);
    if (changed.size > 0) groups.push({ area: row.area, count: row.count, pinned, live: release, changed });
  }
  return groups;
}
