import type { PostAssignment } from '../kernel/organization/organization.ts';
import type { Transaction } from './transaction.ts';

/** An assignment as it is stored. */
export interface StoredAssignment extends PostAssignment {
  readonly id: string;
  /** Of whoever holds it. */
  readonly name: string;
}

const columns =
  'a.id, a.person_id as person, p.name, a.post, a.area, a.kind, a.from_date as "from", a.to_date as "to", a.covers';

/** Everybody who holds, held or will hold a post at one of these areas. People who are suspended hold nothing. */
export async function readAssignmentsAt(
  tx: Transaction,
  tenant: string,
  areas: readonly string[],
): Promise<readonly StoredAssignment[]> {
  return tx.query<StoredAssignment>(
    `select ${columns} from post_assignment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.active
     where a.tenant_id = $1 and a.area = any($2) order by a.from_date, a.id`,
    [tenant, areas],
  );
}

/** Every position that somebody holds or will hold. */
export function heldPositions(
  tx: Transaction,
  tenant: string,
  today: string,
): Promise<readonly { readonly post: string; readonly area: string }[]> {
  return tx.query(
    'select distinct post, area from post_assignment where tenant_id = $1 and (to_date is null or to_date > $2)',
    [tenant, today],
  );
}

/** A post somebody holds or will hold, with the account. */
export interface HeldPostRow {
  readonly id: string;
  readonly person: string;
  readonly account: string;
  readonly name: string;
  readonly active: boolean;
  readonly managedIn: string;
  readonly post: string;
  readonly area: string;
  readonly kind: 'formal' | 'cover';
  readonly from: string;
  readonly to: string | null;
  /** Of a cover: the person it stands in for, and their account. */
  readonly covers: string | null;
  readonly coversAccount: string | null;
}

/** Who holds or will hold a post at these areas, suspended people too. */
export function postsHeldAt(
  tx: Transaction,
  tenant: string,
  areas: readonly string[],
  today: string,
): Promise<readonly HeldPostRow[]> {
  return tx.query<HeldPostRow>(
    `select a.id, a.person_id as person, p.account, p.name, p.active, p.managed_in as "managedIn", a.post, a.area, a.kind,
       a.from_date as "from", a.to_date as "to", a.covers, c.account as "coversAccount"
     from post_assignment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
     left join person c on c.tenant_id = a.tenant_id and c.id = a.covers
     where a.tenant_id = $1 and a.area = any($2) and (a.to_date is null or a.to_date > $3)
     order by a.area, a.post, lower(p.account), a.from_date`,
    [tenant, areas, today],
  );
}

/** Who holds posts at some areas today or later. */
export function openAssignmentsIn(
  tx: Transaction,
  tenant: string,
  areas: readonly string[],
  today: string,
): Promise<readonly (PostAssignment & { readonly id: string })[]> {
  return tx.query(
    `select a.id, a.person_id as person, a.post, a.area, a.kind, a.from_date as "from", a.to_date as "to" from post_assignment a
     where a.tenant_id = $1 and a.area = any($2) and (a.to_date is null or a.to_date > $3) order by a.from_date, a.id`,
    [tenant, areas, today],
  );
}

/** Who left posts at some areas on a day. */
export function endedAssignmentsIn(
  tx: Transaction,
  tenant: string,
  areas: readonly string[],
  on: string,
): Promise<readonly { readonly person: string; readonly post: string; readonly area: string }[]> {
  return tx.query(
    `select distinct person_id as person, post, area from post_assignment
     where tenant_id = $1 and area = any($2) and to_date = $3 and kind = 'formal' order by area, post, person`,
    [tenant, areas, on],
  );
}

/** A person to be put on a post. */
export interface NewHeldPost extends PostAssignment {
  readonly id: string;
}

/**
 * Puts people on posts.
 *
 * @param by the person who does it; null: nobody does it by hand
 */
export async function insertHeldPosts(
  tx: Transaction,
  tenant: string,
  posts: readonly NewHeldPost[],
  by: string | null,
): Promise<void> {
  if (posts.length === 0) return;
  await tx.query(
    `insert into post_assignment (tenant_id, id, person_id, post, area, kind, from_date, to_date, covers, created_at, created_by)
     select $1, a.id, a.person, a.post, a.area, a.kind, a."from", a."to", a.covers, $3, $4
     from jsonb_to_recordset($2::jsonb)
       as a(id uuid, person uuid, post text, area text, kind text, "from" date, "to" date, covers uuid)`,
    [tenant, JSON.stringify(posts), tx.now, by],
  );
}

/** Changes from when and until when posts are held. */
export async function updateHeldPosts(
  tx: Transaction,
  tenant: string,
  posts: readonly { readonly id: string; readonly from: string; readonly to: string | null }[],
): Promise<void> {
  if (posts.length === 0) return;
  await tx.query(
    `update post_assignment o set from_date = a."from", to_date = a."to"
     from jsonb_to_recordset($2::jsonb) as a(id uuid, "from" date, "to" date) where o.tenant_id = $1 and o.id = a.id`,
    [tenant, JSON.stringify(posts)],
  );
}

/** Ends assignments on a day; one that was still to begin never does. */
export async function endAssignments(
  tx: Transaction,
  tenant: string,
  ids: readonly string[],
  on: string,
): Promise<void> {
  await tx.query(
    `update post_assignment set to_date = greatest(from_date, $3::date) where tenant_id = $1 and id = any($2::uuid[])`,
    [tenant, ids, on],
  );
}

/** Ends whatever is held or will be held at a position; an assignment that was still to begin never does. */
export async function endAssignmentsAt(
  tx: Transaction,
  tenant: string,
  { post, area }: { readonly post: string; readonly area: string },
  today: string,
): Promise<void> {
  await tx.query(
    `update post_assignment set to_date = greatest(from_date, $4::date)
     where tenant_id = $1 and post = $2 and area = $3 and (to_date is null or to_date > $4)`,
    [tenant, post, area, today],
  );
}
