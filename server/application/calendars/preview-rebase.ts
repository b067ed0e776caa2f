import type { Instant } from '../../kernel/json.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { requirePermission } from '../policy/policy.ts';
import { behindScope, instancesBehind } from './instances-behind.ts';
import { movingClocks, type MovingClock } from './moving-clocks.ts';

/** What taking over changed calendars would do to what is under way. */
export interface RebasePreview {
  readonly asOf: Instant;
  readonly area: { readonly code: string; readonly name: string };
  /** Calendars that were changed, as they are called now. */
  readonly calendars: readonly { readonly id: string; readonly title: string }[];
  /** What is in force by them: named again when it is carried out, so that nobody moves anything by a list that changed since. */
  readonly onto: readonly string[];
  /** Running instances that count by the calendars as they were. */
  readonly behind: number;
  /** Of those, how many have a limit that moves now; what the others begin later is counted as they are pinned. */
  readonly moving: number;
  readonly byArea: readonly MovingCount[];
  readonly clocks: readonly (MovingClock & { readonly areaName: string })[];
}

/** How many limits move in one area, and what becomes of their lights. */
interface MovingCount {
  readonly area: { readonly code: string; readonly name: string };
  readonly moving: number;
  readonly earlier: number;
  readonly later: number;
  readonly turnYellow: number;
  readonly turnRed: number;
}

/** So many are listed; all are counted. */
const listed = 500;

/**
 * Which open limits move when the calendars in force are taken over: nothing moves by itself when they are published.
 *
 * @throws Refusal `not-permitted`, `area-unknown`
 */
export async function previewRebase(
  context: Context,
  tx: Transaction,
  actor: Actor,
  area: string,
): Promise<RebasePreview> {
  requirePermission(actor, 'administration', area);
  const scope = await behindScope(context, tx, area);
  const groups = await instancesBehind(context, tx, scope);
  const clocks = await movingClocks(context, tx, scope, groups);
  const calendars = new Map(groups.flatMap(({ changed }) => [...changed].map(([id, { title }]) => [id, title])));
  const named = (code: string): { readonly code: string; readonly name: string } => ({
    code,
    name: actor.tree.areas.get(code)?.name ?? code,
  });
  return {
    asOf: tx.now,
    area: named(area),
    calendars: [...calendars].map(([id, title]) => ({ id, title })),
    onto: [...new Set(groups.map(({ live }) => live.hash))].toSorted(),
    behind: groups.reduce((total, { count }) => total + count, 0),
    moving: new Set(clocks.map(({ instance }) => instance)).size,
    byArea: countsOf(clocks).map(({ code, ...counts }) => ({ area: named(code), ...counts })),
    clocks: [...clocks]
      .toSorted(mostUrgentFirst)
      .slice(0, listed)
      .map((clock) => ({ ...clock, areaName: named(clock.area).name })),
  };
}

type Count = Omit<MovingCount, 'area'> & { readonly code: string };

function countsOf(clocks: readonly MovingClock[]): readonly Count[] {
  const counts = new Map<string, Count>();
  for (const { area: code, before, after } of clocks) {
    const known = counts.get(code) ?? { code, moving: 0, earlier: 0, later: 0, turnYellow: 0, turnRed: 0 };
    const turns = (light: 'yellow' | 'red'): number => (after.light === light && before.light !== light ? 1 : 0);
    counts.set(code, {
      code,
      moving: known.moving + 1,
      earlier: known.earlier + (after.dueAt < before.dueAt ? 1 : 0),
      later: known.later + (after.dueAt > before.dueAt ? 1 : 0),
      turnYellow: known.turnYellow + turns('yellow'),
      turnRed: known.turnRed + turns('red'),
    });
  }
  return [...counts.values()].toSorted((one, other) => other.moving - one.moving || (one.code < other.code ? -1 : 1));
}

function mostUrgentFirst(one: MovingClock, other: MovingClock): number {
  const [a, b] = [one.after.dueAt, other.after.dueAt];
  return a === b ? (one.instance < other.instance ? -1 : 1) : a < b ? -1 : 1;
}
