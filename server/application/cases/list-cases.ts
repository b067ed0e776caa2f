import { findCategory } from '../../kernel/cases/find-category.ts';
import { instantOfLocal, localDate } from '../../kernel/local-time.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { countCases, readCasePage, type CaseFilter } from '../../database/case-list.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { nameBook } from '../organization/position-views.ts';
import type { Actor } from '../policy/actor.ts';
import { casesFor, listScope } from '../policy/policy.ts';
import { releasesWithin } from '../releases/releases-within.ts';
import { caseLine, categoryViews } from './case-view.ts';

/** What the list is narrowed by, as it comes in at the door. */
export interface CaseQuery {
  readonly view?: CaseFilter['view'] | undefined;
  readonly q?: string | undefined;
  readonly area?: string | undefined;
  readonly category?: string | undefined;
  readonly stage?: string | undefined;
  readonly post?: string | undefined;
  readonly channel?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly mine?: boolean | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
}

/**
 * Cases in the caller's areas: open ones by urgency, with the counts of every view and what can be filtered by.
 *
 * @throws Refusal `not-permitted`, `area-unknown`
 */
export async function listCases(context: Context, tx: Transaction, actor: Actor, query: CaseQuery) {
  const live = await context.releases.inForce(tx);
  const scope = listScope(actor, 'case.view', query.area);
  const releases = releasesWithin(live, scope.areas);
  const filter = filterOf(tx, actor, releases, query);
  const [rows, counts] = await Promise.all([
    readCasePage(tx, context.tenant, filter, query.offset ?? 0, query.limit ?? 50),
    countCases(tx, context.tenant, filter),
  ]);
  const names = await nameBook(
    context,
    tx,
    null,
    rows.flatMap((row) => row.holderArea ?? []),
  );
  const caseTypes = releases.flatMap((release) => [...release.caseTypes.values()]);
  return {
    asOf: tx.now,
    area: scope.label,
    counts,
    cases: rows.map((row) => caseLine(live.at(row.area).release, names, row, tx.now)),
    total: filter.view === 'all' ? counts.open + counts.closed : counts[filter.view],
    filters: {
      categories: eachOnce(caseTypes.flatMap((type) => categoryViews(type.categories))),
      stages: eachOnce(caseTypes.flatMap((type) => type.stages.map(({ id, title }) => ({ id, title })))),
      posts: eachOnce(releases.flatMap((release) => release.posts.map(({ id, title }) => ({ id, title })))),
      channels: eachOnce(caseTypes.flatMap((type) => type.channels.map(({ id, title }) => ({ id, title })))),
    },
  };
}

/** Several releases may name the same thing; the most general one's words are offered. */
function eachOnce<Choice extends { readonly id: string }>(choices: readonly Choice[]): readonly Choice[] {
  return choices.filter((choice, index) => choices.findIndex(({ id }) => id === choice.id) === index);
}

function filterOf(tx: Transaction, actor: Actor, releases: readonly CompiledRelease[], query: CaseQuery): CaseFilter {
  return {
    seen: casesFor(actor, 'case.view', query.area),
    view: query.view ?? 'open',
    q: query.q,
    stage: query.stage,
    post: query.post,
    channel: query.channel,
    categories: query.category === undefined ? undefined : categoryAndBelow(releases, query.category),
    from: query.from === undefined ? undefined : instantOfLocal(`${query.from} 00:00`),
    until: query.to === undefined ? undefined : instantOfLocal(`${query.to} 24:00`),
    held: query.mine ? actor.held.map(({ post, area }) => ({ post, area })) : undefined,
    today: localDate(tx.now),
  };
}

function categoryAndBelow(releases: readonly CompiledRelease[], id: string): readonly string[] {
  const caseTypes = releases.flatMap((release) => [...release.caseTypes.values()]);
  const below = caseTypes.flatMap((caseType) => findCategory(caseType.categories, id)?.category.children ?? []);
  return [...new Set([id, ...below.map((child) => child.id)])];
}
