import { type CaseCount, countCases } from '../../database/case-counts.ts';
import { readAssignmentsAt } from '../../database/post-assignments.ts';
import type { Transaction } from '../../database/transaction.ts';
import { countOpenUserTasksAt } from '../../database/user-tasks.ts';
import type { Instant } from '../../kernel/json.ts';
import { localDate } from '../../kernel/local-time.ts';
import { downwardsFrom } from '../../kernel/organization/area-tree.ts';
import type { Context } from '../context.ts';
import { organizationsWithin } from '../organization/organizations-within.ts';
import type { Actor } from '../policy/actor.ts';
import { areasFor } from '../policy/policy.ts';

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
  readonly incidents: number;
  readonly byCommunity: readonly {
    readonly area: { readonly code: string; readonly name: string };
    readonly open: number;
    readonly red: number;
    readonly closed: number;
  }[];
}

/** The first page of the back office: how things stand in the areas of whoever looks, and what waits for them. */
export async function readOverview(context: Context, actor: Actor): Promise<Overview> {
  return context.database.read(async (tx) => {
    const scope = areasFor(actor, 'case.view');
    const named = scope.length > 0 ? scope : areasFor(actor);
    const parts = partsOf(actor, named);
    const counts = await countCases(tx, context.tenant, [...new Set([...scope, ...parts])], scope);
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
      incidents: areasFor(actor, 'operations.view').length > 0 ? sum('incidents') : 0,
      byCommunity: parts.map((code) => {
        const { open: stillOpen = 0, red = 0, closed: done = 0 } = counts.get(code) ?? {};
        return { area: areaName(actor, code), open: stillOpen, red, closed: done };
      }),
    };
  });
}

function areaName(actor: Actor, code: string): { readonly code: string; readonly name: string } {
  return { code, name: actor.tree.areas.get(code)?.name ?? code };
}

/** What the figures are split by: what lies directly below a single area, or else the areas themselves. */
function partsOf(actor: Actor, areas: readonly string[]): readonly string[] {
  const [only, another] = areas;
  if (only === undefined || another !== undefined) return areas;
  const below = (actor.tree.children.get(only) ?? []).map(({ code }) => code);
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
