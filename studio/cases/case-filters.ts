import type { QueryOf } from '../../server/http/contract/operation.ts';
import type { listCases } from '../../server/http/contract/cases.ts';

type CaseQuery = QueryOf<typeof listCases>;
export type CaseView = NonNullable<CaseQuery['view']>;

const views: readonly CaseView[] = ['open', 'red', 'yellow', 'closed', 'all'];
const words = ['q', 'area', 'category', 'stage', 'post', 'channel', 'from', 'to'] as const;

/** The filters of the case list: everything that its address holds. */
export type CaseFilters = Pick<CaseQuery, (typeof words)[number] | 'mine'> & {
  readonly view: CaseView;
  readonly offset: number;
};

/**
 * Reads the filters from the query part of an address. What it does not know, or what makes no sense (a negative
 * offset), counts as absent: an address that somebody kept or shortened still opens.
 */
export function readFilters(search: string): CaseFilters {
  const params = new URLSearchParams(search);
  const view = views.find((known) => known === params.get('view')) ?? 'open';
  const offset = Number(params.get('offset') ?? 0);
  const filled = words.map((name) => [name, params.get(name) ?? ''] as const).filter(([, value]) => value !== '');
  return {
    view,
    offset: Number.isInteger(offset) && offset > 0 ? offset : 0,
    ...Object.fromEntries(filled),
    ...(params.get('mine') === 'yes' ? { mine: true } : {}),
  };
}

/** The address of the list with these filters; defaults leave no trace in it. */
export function addressOf({ view, offset, mine, ...rest }: CaseFilters): string {
  const params = new URLSearchParams();
  if (view !== 'open') params.set('view', view);
  for (const name of words) {
    const value = rest[name];
    if (value !== undefined && value !== '') params.set(name, value);
  }
  if (mine === true) params.set('mine', 'yes');
  if (offset > 0) params.set('offset', String(offset));
  return params.size === 0 ? '/cases' : `/cases?${params.toString()}`;
}

/** The filters with some of them changed; another filter starts from the first page again. */
export function withFilter(
  filters: CaseFilters,
  change: { readonly [K in keyof CaseFilters]?: CaseFilters[K] | undefined },
): CaseFilters {
  const merged = Object.entries({ ...filters, offset: 0, ...change }).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  return Object.fromEntries(merged) as unknown as CaseFilters;
}

/** True when something besides the view narrows the list, so that "nothing here" may only mean "not with these filters". */
export function isNarrowed(filters: CaseFilters): boolean {
  return filters.mine === true || words.some((name) => filters[name] !== undefined);
}
