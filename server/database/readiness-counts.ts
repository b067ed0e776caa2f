import type { Transaction } from './transaction.ts';

/** How it stands with the people of an area, for the checklist before it goes live. */
export interface PeopleCounts {
  readonly people: number;
  /** Active, without a post and no administrator. */
  readonly withoutPost: number;
  /** Active, and nobody has handed them a password. */
  readonly withoutPassword: number;
  /** Active, with a first password that is still to be changed. */
  readonly neverSignedIn: number;
  readonly demo: number;
}

/**
 * Counts the people whose accounts are managed in an area or below it. Both lists are read once and looked up: a database
 * that does not know yet how large a county has become would walk through all people for every area.
 *
 * @param today local date
 */
export async function countPeopleWithin(
  tx: Transaction,
  tenant: string,
  area: string,
  today: string,
): Promise<PeopleCounts> {
  const [row] = await tx.query<PeopleCounts>(
    `with within as materialized (select area from area_ancestor where tenant_id = $1 and ancestor = $2),
       holding as materialized (select person_id from post_assignment
         where tenant_id = $1 and (to_date is null or to_date > $3))
     select count(*) filter (where not p.demo) as people,
       count(*) filter (where not p.demo and p.administers is null
         and p.id not in (select person_id from holding)) as "withoutPost",
       count(*) filter (where not p.demo and p.password_hash is null) as "withoutPassword",
       count(*) filter (where not p.demo and p.password_hash is not null and p.must_change_password) as "neverSignedIn",
       count(*) filter (where p.demo) as demo
     from person p where p.tenant_id = $1 and p.active and p.managed_in in (select area from within)`,
    [tenant, area, today],
  );
  return row ?? { people: 0, withoutPost: 0, withoutPassword: 0, neverSignedIn: 0, demo: 0 };
}

/** Somebody who administers an area. */
export interface AdministratorRow {
  readonly id: string;
  /** Whether their first password is still to be changed, or they have none. */
  readonly unready: boolean;
}

/**
 * Active people, invented ones aside, who administer an area or one above it.
 *
 * @param posts ids of posts that carry the permission
 * @param line codes of the area and those above it
 */
export function administratorsOf(
  tx: Transaction,
  tenant: string,
  line: readonly string[],
  posts: readonly string[],
  today: string,
): Promise<readonly AdministratorRow[]> {
  return tx.query<AdministratorRow>(
    `select p.id, (p.must_change_password or p.password_hash is null) as unready from person p
     where p.tenant_id = $1 and p.active and not p.demo and (p.administers = any($2)
       or exists (select from post_assignment a where a.tenant_id = p.tenant_id and a.person_id = p.id and a.area = any($2)
         and a.post = any($3) and a.from_date <= $4 and (a.to_date is null or a.to_date > $4)))`,
    [tenant, line, posts, today],
  );
}
