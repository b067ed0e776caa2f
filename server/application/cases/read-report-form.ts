import { downwardsFrom, upwardsFrom } from '../../kernel/organization/area-tree.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { requireAreasFor } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { formView } from '../user-tasks/read-user-task.ts';
import { categoryViews } from './case-view.ts';

/**
 * What is needed to report a case: the form, the categories, the channels, and the grids the caller may report for, own
 * grids first.
 *
 * @throws Refusal `not-permitted`, `case-type-unknown`
 */
export async function readReportForm(context: Context, tx: Transaction, actor: Actor, id: string) {
  const areas = requireAreasFor(actor, 'case.report');
  const release = await context.releases.current(tx);
  const caseType = release.caseTypes.get(id);
  const form = caseType && release.forms.get(caseType.reportForm);
  if (!caseType || !form) throw new Refusal('case-type-unknown', { caseType: id });
  const own = new Set(actor.held.map((position) => position.area));
  const grids = [
    ...new Map(areas.flatMap((code) => downwardsFrom(actor.tree, code)).map((area) => [area.code, area])).values(),
  ].filter((area) => area.type === 'grid');
  const views = grids.map((grid) => ({
    code: grid.code,
    name: grid.name,
    own: own.has(grid.code),
    community: upwardsFrom(actor.tree, grid.code).find((area) => area.type === 'community')?.name ?? '',
  }));
  return {
    caseType: caseType.id,
    title: caseType.title,
    form: formView(release, form),
    categories: categoryViews(caseType.categories),
    channels: caseType.channels.map((channel) => ({ id: channel.id, title: channel.title })),
    grids: [...views.filter((grid) => grid.own), ...views.filter((grid) => !grid.own)],
  };
}
