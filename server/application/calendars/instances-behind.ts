import type { Calendar } from '../../kernel/calendar/calendar.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { runningByManifest, type CountsBy, type OnManifests } from '../../database/open-clocks.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { changedCalendars } from './changed-calendars.ts';

/** Running instances of one area that count by calendars which have been changed since. */
export interface BehindGroup {
  readonly area: string | null;
  /** Keys of calendars that their clocks count on by since they were migrated. */
  readonly kept: readonly string[];
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
    const changed = changedCalendars(pinned, release, row.kept);
    const { area: at, kept, count } = row;
    if (changed.size > 0) groups.push({ area: at, kept, count, pinned, live: release, changed });
  }
  return groups;
}

/** Finds the group of a running instance; undefined when it is not behind. */
export function groupFinder(groups: readonly BehindGroup[]): (row: CountsBy) => BehindGroup | undefined {
  const keyOf = (area: string | null, hash: string, kept: readonly string[]): string =>
    JSON.stringify([area, hash, kept]);
  const found = new Map(groups.map((group) => [keyOf(group.area, group.pinned.hash, group.kept), group]));
  return ({ area, manifestHash, kept }) => found.get(keyOf(area, manifestHash, kept));
}

/** Where instances of these groups are to be looked for. */
export function lookedThrough(scope: BehindScope, groups: readonly BehindGroup[]): OnManifests {
  const all = new Set(groups.map(({ pinned }) => pinned.hash));
  const plain = new Set(groups.filter(({ kept }) => kept.length === 0).map(({ pinned }) => pinned.hash));
  return { ...scope, manifests: [...all], onlyOwn: [...all].filter((hash) => !plain.has(hash)) };
}
