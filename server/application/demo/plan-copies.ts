import type { Instant } from '../../kernel/json.ts';
import type { Organization } from '../../kernel/organization/holders.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { carriedTo, sameHours, weekMs, type CopyPattern } from './copy-targets.ts';
import { seededDice } from './seeded-dice.ts';

/** How many weeks back copies reach: what is shown is about one year. */
const weeksBack = 50;

/** One copy to be made. */
export interface PlannedCopy {
  readonly pattern: CopyPattern;
  readonly exchanged: ReadonlyMap<string, string>;
  readonly weeks: number;
  readonly reportedAt: Instant;
}

/** As many copies as are wanted, spread over grids and weeks by dice that always fall alike. */
export function planCopies(
  release: CompiledRelease,
  organization: Organization,
  patterns: readonly CopyPattern[],
  wanted: number,
): readonly PlannedCopy[] {
  const dice = seededDice(1);
  const grids = release.areas.filter(({ type }) => type === 'grid').map(({ code }) => code);
  const [calendar] = release.calendars.values();
  const planned: PlannedCopy[] = [];
  const mostThrows = wanted * 200;
  for (let thrown = 0; planned.length < wanted && thrown < mostThrows && calendar; thrown += 1) {
    const pattern = patterns[thrown % patterns.length];
    const grid = grids[dice(grids.length)];
    if (!pattern || grid === undefined) break;
    const weeks = pattern.isOpen ? 0 : 1 + dice(weeksBack);
    if (!sameHours(calendar, pattern, weeks)) continue;
    const exchanged = grid === pattern.area && weeks === 0 ? null : carriedTo(pattern, organization, grid, weeks, dice);
    const reportedAt = new Date(Date.parse(pattern.reportedAt) - weeks * weekMs).toISOString();
    if (exchanged) planned.push({ pattern, exchanged, weeks, reportedAt });
  }
  return planned;
}
