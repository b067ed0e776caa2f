import { downwardsFrom, upwardsFrom } from '../../kernel/organization/area-tree.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { requireAreasFor, requirePermission } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { formView } from '../user-tasks/read-user-task.ts';
import { categoryViews } from './case-view.ts';

/**
 * What is needed to report a case: the form, the categories, the channels, and the grids the caller may report for, own
 * grids first. Each grid has them from its own release.
 *
 * @param asked the grid to report for; absent: the first of the caller's own, or else the first
 * @throws Refusal `not-permitted`, `case-type-unknown`
 */
export async function readReportForm(
  context: Context,
  tx: Transaction,
  actor: Actor,
  id: string,
  asked: string | undefined,
) {
  const areas = requireAreasFor(actor, 'case.report');
  if (asked !== undefined) requirePermission(actor, 'case.report', asked);
  const grids = gridsIn(actor, areas);
  const grid = asked ?? (grids.find(({ own }) => own) ?? grids[0])?.code ?? '';
  const release = await context.releases.at(tx, grid);
  const caseType = release.caseTypes.get(id);
  const form = caseType && release.forms.get(caseType.reportForm);
  if (!caseType || !form) throw new Refusal('case-type-unknown', { caseType: id });
  return {
    caseType: caseType.id,
    title: caseType.title,
    form: formView(release, form),
    categories: categoryViews(caseType.categories),
    channels: caseType.channels.map((channel) => ({ id: channel.id, title: channel.title })),
    grids: [...grids.filter(({ own }) => own), ...grids.filter(({ own }) => !own)],
  };
}

function gridsIn(actor: Actor, areas: readonly string[]) {
  const own = new Set(actor.held.map((position) => position.area));
  const below = areas.flatMap((code) => downwardsFrom(actor.tree, code));
  const grids = [...new Map(below.map((area) => [area.code, area])).values()].filter((area) => area.type === 'grid');
  return grids.map((grid) => ({
    code: grid.code,
    name: grid.name,
    own: own.has(grid.code),
    community: upwardsFrom(actor.tree, grid.code).find((area) => area.type === 'community')?.name ?? '',
  }));
}
