import type { PostAt } from '../kernel/organization/holders.ts';

/** Cases in an area and everything below it, of some categories or (null) of all. */
export interface CaseScope {
  readonly area: string;
  readonly categories: readonly string[] | null;
}

/** The cases somebody may see (管辖范围: areas × categories). */
export interface CasesSeen {
  readonly scopes: readonly CaseScope[];
  /** Positions whose cases are seen in those areas whatever their category: who has to act sees what about. */
  readonly held: readonly PostAt[];
}

/** SQL with one parameter that is true of a case `c` which may be seen. */
export interface CasesSeenSql {
  readonly condition: (parameter: string) => string;
  readonly value: unknown;
}

/**
 * What narrows cases to those that somebody may see. Nearly everybody sees all categories of their areas: that is a text
 * of its own, because a join with an array of codes is planned better than one with a document.
 */
export function casesSeenSql({ scopes, held }: CasesSeen): CasesSeenSql {
  if (scopes.every(({ categories }) => categories === null))
    return {
      condition: (parameter) => `exists (select from area_ancestor a where a.tenant_id = c.tenant_id and a.area = c.area
        and a.ancestor = any(${parameter}::text[]))`,
      value: scopes.map(({ area }) => area),
    };
  return {
    condition: (
      parameter,
    ) => `exists (select from jsonb_to_recordset(${parameter}::jsonb -> 'scopes') as s(area text, categories text[])
      join area_ancestor a on a.tenant_id = c.tenant_id and a.area = c.area and a.ancestor = s.area
      where s.categories is null or c.category = any(s.categories)
        or exists (select from jsonb_to_recordset(${parameter}::jsonb -> 'held') as h(post text, area text)
          where h.post = c.holder_post and h.area = c.holder_area))`,
    value: JSON.stringify({ scopes, held }),
  };
}
