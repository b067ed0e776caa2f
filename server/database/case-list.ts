import type { Instant } from '../kernel/json.ts';
import { casesSeenSql, type CasesSeen } from './cases-seen.ts';
import { caseColumnsSql, type CaseRow } from './cases.ts';
import type { Transaction } from './transaction.ts';

/** What a list of cases is narrowed by; absent parts do not narrow. */
export interface CaseFilter {
  /** What may be seen and is asked for. */
  readonly seen: CasesSeen;
  readonly view: 'open' | 'red' | 'yellow' | 'closed' | 'all';
  readonly q?: string | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly stage?: string | undefined;
  readonly post?: string | undefined;
  readonly channel?: string | undefined;
  /** Instants between which the case was reported. */
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
  /** Positions one of which must have the case now. */
  readonly held?: readonly { readonly post: string; readonly area: string }[] | undefined;
  readonly today: string;
}

/** How many cases there are in each view. */
export interface CaseCounts {
  readonly open: number;
  readonly red: number;
  readonly yellow: number;
  readonly closed: number;
}

const views: { readonly [view in CaseFilter['view']]: string } = {
  open: `c.status = 'open'`,
  red: `c.status = 'open' and c.due_at <= $2`,
  yellow: `c.status = 'open' and c.yellow_at <= $2 and c.due_at > $2`,
  closed: `c.status <> 'open'`,
  all: 'true',
};

// Each condition is there in every statement and lets everything through when its parameter is null, so that the text is
// one of ten and is prepared once.
const conditions = ({ seen }: CaseFilter): string => `c.tenant_id = $1 and $2::timestamptz is not null
  and ${casesSeenSql(seen).condition('$3')}
  and ($4::text is null or c.search like $4 escape '\\' or exists (
    select from post_assignment h join person p on p.tenant_id = h.tenant_id and p.id = h.person_id
    where h.tenant_id = c.tenant_id and h.post = c.holder_post and h.area = c.holder_area and h.from_date <= $5 and (h.to_date is null or h.to_date > $5)
      and lower(p.name) like $4 escape '\\'))
  and ($6::text[] is null or c.category = any($6))
  and ($7::text is null or c.stage = $7)
  and ($8::text is null or c.holder_post = $8)
  and ($9::text is null or c.channel = $9)
  and ($10::timestamptz is null or c.reported_at >= $10)
  and ($11::timestamptz is null or c.reported_at < $11)
  and ($12::jsonb is null or exists (select from jsonb_to_recordset($12::jsonb) as m(post text, area text) where m.post = c.holder_post and m.area = c.holder_area))`;

function parametersOf(tx: Transaction, tenant: string, filter: CaseFilter): unknown[] {
  const like = filter.q?.trim()
    ? `%${filter.q
        .trim()
        .toLowerCase()
        .replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`
    : null;
  return [
    tenant,
    tx.now,
    casesSeenSql(filter.seen).value,
    like,
    filter.today,
    filter.categories ?? null,
    filter.stage ?? null,
    filter.post ?? null,
    filter.channel ?? null,
    filter.from ?? null,
    filter.until ?? null,
    filter.held ? JSON.stringify(filter.held) : null,
  ];
}

/** One page of a list of cases: open ones by urgency, closed ones latest first. */
export function readCasePage(
  tx: Transaction,
  tenant: string,
  filter: CaseFilter,
  offset: number,
  limit: number,
): Promise<readonly CaseRow[]> {
  return tx.query<CaseRow>(
    `select ${caseColumnsSql} from case_record c where ${conditions(filter)} and (${views[filter.view]})
     order by (c.status <> 'open'), case when c.status = 'open' then c.due_at end nulls last, c.closed_at desc nulls last, c.reported_at desc, c.id
     offset $13 limit $14`,
    [...parametersOf(tx, tenant, filter), offset, limit],
  );
}

/** The counts of all views under the other filters. */
export async function countCases(tx: Transaction, tenant: string, filter: CaseFilter): Promise<CaseCounts> {
  const [row] = await tx.query<CaseCounts>(
    `select count(*) filter (where ${views.open}) as open, count(*) filter (where ${views.red}) as red,
       count(*) filter (where ${views.yellow}) as yellow, count(*) filter (where ${views.closed}) as closed
     from case_record c where ${conditions(filter)}`,
    parametersOf(tx, tenant, filter),
  );
  return row ?? { open: 0, red: 0, yellow: 0, closed: 0 };
}
