import type { Amount, ClockStage } from '../../kernel/calendar/time-limit.ts';
import { localDate } from '../../kernel/local-time.ts';
import { upwardsFrom } from '../../kernel/organization/area-tree.ts';
import { decidingPosition } from '../../kernel/organization/deciding-position.ts';
import type { Organization, PostAt } from '../../kernel/organization/holders.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { clocksOfRow, type StoredClock } from '../../database/stored-clock.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { UserTaskRow } from '../../database/user-tasks.ts';
import type { Context } from '../context.ts';
import { organizationIn } from '../organization/organization-in.ts';

/** What may be asked of one clock of a user task, and who decides; `decides` null: the post is there, but nobody on it. */
export interface ClockTerms {
  readonly clock: StoredClock;
  readonly title: string;
  /** The next extension; null: the limit has none, or they are used up. */
  readonly extension: { readonly nth: number; readonly most: Amount; readonly decides: PostAt | null } | null;
  readonly pause: { readonly longestDays: number | null; readonly decides: PostAt | null } | null;
}

/**
 * What the limits of a user task allow, from the release that its instance is pinned to and from where the work is now.
 *
 * @param release that of its instance
 */
export async function clockTerms(
  context: Context,
  tx: Transaction,
  release: CompiledRelease,
  row: UserTaskRow,
): Promise<readonly ClockTerms[]> {
  const clocks = clocksOfRow(row);
  const asksNothing = clocks.every(({ limit }) => {
    const { extensions = [], pause } = release.limits.get(limit) ?? {};
    return extensions.length === 0 && pause === undefined;
  });
  const line = upwardsFrom(context.releases.organizationFrame(release).tree, row.area).map(({ code }) => code);
  const organization = await organizationIn(context, tx, release, asksNothing ? [] : line);
  const today = localDate(tx.now);
  return clocks.map((clock) => termsOf(release, organization, row, clock, today));
}

function termsOf(
  release: CompiledRelease,
  organization: Organization,
  row: UserTaskRow,
  clock: StoredClock,
  today: string,
): ClockTerms {
  const limit = release.limits.get(clock.limit);
  const rule = limit?.extensions?.[clock.extended];
  const decides = (post: string): PostAt | null => decidingPosition(organization, row, post, today);
  return {
    clock,
    title: limit?.title ?? clock.limit,
    extension: rule ? { nth: clock.extended + 1, most: rule.most, decides: decides(rule.by) } : null,
    pause: limit?.pause ? { longestDays: limit.pause.longestDays ?? null, decides: decides(limit.pause.by) } : null,
  };
}

/** The clock of a stage; without one that of handling, or else the only one there is. */
export function ofStage(terms: readonly ClockTerms[], stage: ClockStage | undefined): ClockTerms | null {
  if (stage !== undefined) return terms.find(({ clock }) => clock.stage === stage) ?? null;
  return terms.find(({ clock }) => clock.stage === 'handle') ?? terms[0] ?? null;
}
