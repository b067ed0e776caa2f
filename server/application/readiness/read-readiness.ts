import { goLivesOf, readinessMarks } from '../../database/go-live.ts';
import { readPersonNames } from '../../database/person-names.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Instant } from '../../kernel/json.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { requirePermission } from '../policy/policy.ts';
import { findReadiness } from './find-readiness.ts';
import { type Finding, type ReadinessItemId, readinessItems } from './readiness-items.ts';

interface Said {
  readonly at: Instant;
  readonly by: { readonly id: string; readonly name: string };
  readonly note: string;
}

/** One line of the checklist. */
export interface ReadinessLine extends Omit<Finding, 'blocking'> {
  readonly id: ReadinessItemId;
  readonly blocking: boolean;
  readonly markable: boolean;
  /** Who said that it is in order, where the program cannot see it. */
  readonly mark: Said | null;
}

/** The checklist of an area, and whether it is live. */
export interface Readiness {
  readonly asOf: Instant;
  readonly area: { readonly code: string; readonly name: string };
  readonly lines: readonly ReadinessLine[];
  readonly done: number;
  /** Blocking lines that are open. */
  readonly blocking: number;
  readonly live: (Said & { readonly from: string }) | null;
  /** What was recorded before, the newest first. */
  readonly earlier: readonly (Said & { readonly from: string; readonly undone: Said | null })[];
}

/**
 * What is missing before an area works with the program for real.
 *
 * @throws Refusal `not-permitted`, `area-unknown`
 */
export function readReadiness(context: Context, actor: Actor, area: string): Promise<Readiness> {
  requirePermission(actor, 'administration', area);
  return context.database.read((tx) => readinessIn(context, tx, actor, area));
}

/** The same inside a transaction that decides by it. */
export async function readinessIn(context: Context, tx: Transaction, actor: Actor, area: string): Promise<Readiness> {
  const found = await findReadiness(context, tx, area);
  const marks = await readinessMarks(tx, context.tenant, area);
  const rows = await goLivesOf(tx, context.tenant, area);
  const people = [
    ...marks.map(({ by }) => by),
    ...rows.flatMap(({ by, undoneBy }) => [by, ...(undoneBy === null ? [] : [undoneBy])]),
  ];
  const names = await readPersonNames(tx, context.tenant, [...new Set(people)]);
  const named = (id: string): Said['by'] => ({ id, name: names.get(id) ?? '' });
  const lines = readinessItems.map(({ id, blocking, markable }): ReadinessLine => {
    const mark = marks.find(({ item }) => item === id);
    const said = mark ? { at: mark.at, by: named(mark.by), note: mark.note } : null;
    const finding = found[id];
    const isDone = finding.done || (markable && said !== null);
    return { id, markable, mark: said, ...finding, blocking: finding.blocking ?? blocking, done: isDone };
  });
  const told = rows.map(({ from, at, by, note, undoneAt, undoneBy, undoneReason }) => ({
    from,
    at,
    by: named(by),
    note,
    undone: undoneAt === null ? null : { at: undoneAt, by: named(undoneBy ?? ''), note: undoneReason ?? '' },
  }));
  const standing = told.find(({ undone }) => undone === null);
  return {
    asOf: tx.now,
    area: { code: area, name: actor.tree.areas.get(area)?.name ?? area },
    lines,
    done: lines.filter(({ done }) => done).length,
    blocking: lines.filter(({ done, blocking }) => !done && blocking).length,
    live: standing ? { from: standing.from, at: standing.at, by: standing.by, note: standing.note } : null,
    earlier: told.filter(({ undone }) => undone !== null),
  };
}
