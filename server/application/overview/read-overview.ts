import { type CaseCount, countCases } from '../../database/case-counts.ts';
import { readAssignmentsAt } from '../../database/post-assignments.ts';
import type { Transaction } from '../../database/transaction.ts';
import { countUnheld } from '../../database/unheld-work.ts';
import { countOpenUserTasksAt } from '../../database/user-tasks.ts';
import type { Instant } from '../../kernel/json.ts';
import { localDate } from '../../kernel/local-time.ts';
import { downwardsFrom } from '../../kernel/organization/area-tree.ts';
import type { Context } from '../context.ts';
import { organizationsWithin } from '../organization/organizations-within.ts';
import type { Actor } from '../policy/actor.ts';
import { areasFor, casesFor } from '../policy/policy.ts';

export interface Overview {
  readonly asOf: Instant;
  readonly area: { readonly code: string; readonly name: string };
  readonly mine: number;
  readonly open: number;
  readonly yellow: number;
  readonly red: number;
  readonly closed: number;
  /** Closed of all that were not cancelled (办结率), exact. */
  readonly closedOf: { readonly numerator: number; readonly denominator: number };
  /** Required posts that too few people hold, of grids and above. */
  readonly vacant: number;
  /** Open user tasks at positions that nobody holds (无人办理). */
  readonly unheld: number;
  readonly incidents: number;
  readonly byCommunity: readonly {
    readonly area: { readonly code: string; readonly name: string };
    readonly open: number;
    readonly red: number;
    readonly closed: number;
    /** First local day on which the area was there no more; null: it is there. */
    readonly until: string | null;
  }[];
}

/** The first page of the back office: how things stand in the areas of whoever looks, and what waits for them. */
export async function readOverview(context: Context, actor: Actor): Promise<Overview> {
  return context.database.read(async (tx) => {
    const scope = areasFor(actor, 'case.view');
    const named = scope.length > 0 ? scope : areasFor(actor);
    const standing = partsOf(actor, named);
    const parts = [...standing, ...endedBelow(actor, named)];
    const counts = await countCases(
      tx,
      context.tenant,
      [...new Set([...scope, ...parts])],
      casesFor(actor, 'case.view'),
    );
    const sum = (field: Exclude<keyof CaseCount, 'area'>): number =>
      scope.reduce((total, code) => total + (counts.get(code)?.[field] ?? 0), 0);
    const [open, closed] = [sum('open'), sum('closed')];
    return {
      asOf: tx.now,
      area: areaName(actor, named[0] ?? ''),
      mine: await countOpenUserTasksAt(tx, context.tenant, actor.held, actor.person),
      open,
      yellow: sum('yellow'),
      red: sum('red'),
      closed,
      closedOf: { numerator: closed, denominator: open + closed },
      vacant: await countVacancies(context, tx, actor),
      unheld: await countUnheld(tx, context.tenant, localDate(tx.now), areasFor(actor, 'posts.view')),
      incidents: areasFor(actor, 'operations.view').length > 0 ? sum('incidents') : 0,
      // An area that has ended is told of as long as something happened there.
      byCommunity: parts
        .filter((code) => standing.includes(code) || counts.has(code))
        .map((code) => {
          const { open: stillOpen = 0, red = 0, closed: done = 0 } = counts.get(code) ?? {};
          const until = actor.ended?.get(code)?.to ?? null;
          return { area: areaName(actor, code), open: stillOpen, red, closed: done, until };
        }),
    };
  });
}

function areaName(actor: Actor, code: string): { readonly code: string; readonly name: string } {
  return { code, name: (actor.tree.areas.get(code) ?? actor.ended?.get(code))?.name ?? code };
}

/** Areas that lay directly below a single area and have ended: what happened there stays theirs. */
function endedBelow(actor: Actor, [only, another]: readonly string[]): readonly string[] {
  if (only === undefined || another !== undefined) return [];
  return [...(actor.ended?.values() ?? [])].filter(({ parent }) => parent === only).map(({ code }) => code);
}

/** What the figures are split by: what lies directly below a single area, or else the areas themselves. */
function partsOf(actor: Actor, areas: readonly string[]): readonly string[] {
  const [only, another] = areas;
  if (only === undefined || another !== undefined) return areas;
  const below = (actor.tree.children.get(only) ?? []).filter(({ type }) => type !== 'unit').map(({ code }) => code);
  return below.length > 0 ? below : areas;
}

async function countVacancies(context: Context, tx: Transaction, actor: Actor): Promise<number> {
  const areas = areasFor(actor, 'posts.view');
  if (areas.length === 0) return 0;
  const live = await context.releases.inForce(tx);
  const codes = areas.flatMap((code) => downwardsFrom(actor.tree, code)).map(({ code }) => code);
  const assignments = await readAssignmentsAt(tx, context.tenant, codes);
  const parts = organizationsWithin(live, areas, assignments);
  return parts.reduce((total, part) => total + part.vacancies(localDate(tx.now)).length, 0);
}
