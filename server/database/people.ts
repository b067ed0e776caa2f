import type { Instant } from '../kernel/json.ts';
import { accountColumns, type AccountRow } from './accounts.ts';
import type { Transaction } from './transaction.ts';

/** A synthetic person offered at sign-in, with the positions they hold. */
export interface DemoPersonRow {
  readonly account: string;
  readonly name: string;
  readonly note: string;
  readonly held: readonly { readonly post: string; readonly area: string }[];
}

/** The synthetic people that the sign-in page offers, in the order of the pack. */
export async function readDemoPeople(
  tx: Transaction,
  tenant: string,
  today: string,
): Promise<readonly DemoPersonRow[]> {
  return tx.query<DemoPersonRow>(
    `select p.account, p.name, p.demo_note as note,
       (select coalesce(json_agg(json_build_object('post', a.post, 'area', a.area) order by a.id), '[]') from post_assignment a
        where a.tenant_id = p.tenant_id and a.person_id = p.id and a.from_date <= $2 and (a.to_date is null or a.to_date > $2)) as held
     from person p where p.tenant_id = $1 and p.demo and p.active and p.demo_note is not null order by p.id`,
    [tenant, today],
  );
}

/** A person with an account, the positions they hold or will hold, and the work that only they have. */
export interface PersonRow extends AccountRow {
  readonly lockedUntil: Instant | null;
  readonly held: readonly HeldRow[];
  /** Open user tasks on positions that nobody else holds, `mostCounted` at most. */
  readonly openUserTasks: number;
}

interface HeldRow {
  readonly id: string;
  readonly post: string;
  readonly area: string;
  readonly kind: 'formal' | 'cover';
  readonly from: string;
  readonly to: string | null;
  /** Of a cover: the person it stands in for. */
  readonly covers: { readonly id: string; readonly name: string } | null;
}

/** So many open user tasks of a person are counted: a list of people costs what it shows, whatever lies with one of them. */
export const mostCounted = 1000;

/** Parameters 1 and 2 are the tenant and the local date. */
const personColumns = `${accountColumns},
  case when p.locked_until > $3 then p.locked_until end as "lockedUntil",
  (select coalesce(json_agg(json_build_object('id', a.id, 'post', a.post, 'area', a.area, 'kind', a.kind,
      'from', a.from_date, 'to', a.to_date, 'covers', (select json_build_object('id', o.id, 'name', o.name) from person o
        where o.tenant_id = a.tenant_id and o.id = a.covers)) order by a.area, a.from_date, a.id), '[]')
   from post_assignment a
   where a.tenant_id = p.tenant_id and a.person_id = p.id and (a.to_date is null or a.to_date > $2)) as held,
  (select count(*)::int from (select from (select a.area, a.post from post_assignment a
     where a.tenant_id = $1 and a.person_id = p.id and a.from_date <= $2 and (a.to_date is null or a.to_date > $2)
       and not exists (select from post_assignment b join person o on o.tenant_id = b.tenant_id and o.id = b.person_id and o.active
         where b.tenant_id = a.tenant_id and b.area = a.area and b.post = a.post and b.person_id <> a.person_id
           and b.from_date <= $2 and (b.to_date is null or b.to_date > $2)) offset 0) a
     cross join lateral (select from user_task u where u.tenant_id = $1 and u.area = a.area and u.post = a.post and u.state = 'open'
       limit ${mostCounted}) u limit ${mostCounted}) own) as "openUserTasks"`;

/** One person, or null. */
export async function readPerson(
  tx: Transaction,
  tenant: string,
  today: string,
  id: string,
): Promise<PersonRow | null> {
  const [row] = await tx.query<PersonRow>(
    `select ${personColumns} from person p where p.tenant_id = $1 and p.id = $4`,
    [tenant, today, tx.now, id],
  );
  return row ?? null;
}

/** What a list of people is narrowed to. */
export interface PeopleFilter {
  /** Areas in which (or below which) the accounts are managed. */
  readonly managedIn: readonly string[];
  /** Only people who hold a post at or below this area, or whose account is managed there. */
  readonly area: string | null;
  /** Part of a name, an account, or the name of an area where they hold a post; null: everybody. */
  readonly words: string | null;
  /** Posts whose titles hold the words. */
  readonly posts: readonly string[];
  readonly offset: number;
  readonly limit: number;
}

const peopleWhere = `p.tenant_id = $1
  and exists (select from area_ancestor n where n.tenant_id = $1 and n.area = p.managed_in and n.ancestor = any($4))
  and ($5::text is null or exists (select from area_ancestor n where n.tenant_id = $1 and n.ancestor = $5
    and (n.area = p.managed_in or n.area in (select a.area from post_assignment a where a.tenant_id = $1
      and a.person_id = p.id and (a.to_date is null or a.to_date > $2)))))
  and ($6::text is null or p.name ilike $6 or p.account ilike $6 or exists (select from post_assignment a
    join area r on r.tenant_id = a.tenant_id and r.code = a.area
    where a.tenant_id = $1 and a.person_id = p.id and (a.to_date is null or a.to_date > $2)
      and (a.post = any($7) or r.name ilike $6)))`;

/** A text as a pattern that finds it anywhere, whatever signs it holds. */
export function likePattern(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
}

/** People of some areas by name, with how many there are in all. */
export async function listPeople(
  tx: Transaction,
  tenant: string,
  today: string,
  filter: PeopleFilter,
): Promise<{ readonly total: number; readonly people: readonly PersonRow[] }> {
  const pattern = filter.words === null ? null : likePattern(filter.words);
  const narrowed = [tenant, today, tx.now, filter.managedIn, filter.area, pattern, filter.posts];
  const [counted, people] = await Promise.all([
    tx.query<{ total: number }>(
      `select count(*) as total from person p where $3::timestamptz is not null and ${peopleWhere}`,
      narrowed,
    ),
    tx.query<PersonRow>(
      // The page first: what is told of a person is counted for twenty, not for a county's two thousand.
      `select ${personColumns} from (select * from person p where ${peopleWhere} order by p.name, p.id offset $8 limit $9) p
       order by p.name, p.id`,
      [...narrowed, filter.offset, filter.limit],
    ),
  ]);
  return { total: counted[0]?.total ?? 0, people };
}

/** Locks a person's row, so that changes to one account come one after the other. False: there is none. */
export async function lockPerson(tx: Transaction, tenant: string, id: string): Promise<boolean> {
  const rows = await tx.query('select id from person where tenant_id = $1 and id = $2 for update', [tenant, id]);
  return rows.length > 0;
}
