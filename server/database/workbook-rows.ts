import type { Transaction } from './transaction.ts';

// People and posts by the hundred, each kind in one statement: a county's 2,227 people come in one transaction.

/** An account as a workbook is compared with it. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly active: boolean;
  readonly managedIn: string;
  readonly administers: string | null;
  readonly demo: boolean;
}

const accountColumns = `p.id, p.name, p.account, p.active, p.managed_in as "managedIn", p.administers, p.demo`;

/** The accounts of these names, however they are written. */
export function accountsNamed(
  tx: Transaction,
  tenant: string,
  accounts: readonly string[],
): Promise<readonly AccountRow[]> {
  return tx.query<AccountRow>(
    `select ${accountColumns} from person p where p.tenant_id = $1 and lower(p.account) = any($2)`,
    [tenant, accounts.map((account) => account.toLowerCase())],
  );
}

/** The accounts that are managed in an area or below it, by area and account. */
export function accountsWithin(tx: Transaction, tenant: string, area: string): Promise<readonly AccountRow[]> {
  return tx.query<AccountRow>(
    `select ${accountColumns} from person p
     join area_ancestor n on n.tenant_id = p.tenant_id and n.area = p.managed_in and n.ancestor = $2
     where p.tenant_id = $1 order by p.managed_in, lower(p.account)`,
    [tenant, area],
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

/** Locks the rows of areas, in the order of their codes, so that changes to who holds posts there come one after the other. */
export async function lockAreas(tx: Transaction, tenant: string, codes: readonly string[]): Promise<void> {
  await tx.query('select code from area where tenant_id = $1 and code = any($2) order by code for update', [
    tenant,
    codes,
  ]);
}

/** Accounts to be added; they have no password until one is handed out. */
export interface NewAccount {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly active: boolean;
  readonly managedIn: string;
  readonly administers: string | null;
}

export async function insertAccounts(tx: Transaction, tenant: string, people: readonly NewAccount[]): Promise<void> {
  if (people.length === 0) return;
  await tx.query(
    `insert into person (tenant_id, id, name, account, active, managed_in, administers, must_change_password, created_at)
     select $1, p.id, p.name, p.account, p.active, p."managedIn", p.administers, true, $3
     from jsonb_to_recordset($2::jsonb) as p(id uuid, name text, account text, active boolean, "managedIn" text, administers text)`,
    [tenant, JSON.stringify(people), tx.now],
  );
}

/** Changes what a workbook says of accounts; passwords and the account's own name stay. */
export async function updateAccounts(
  tx: Transaction,
  tenant: string,
  people: readonly Omit<NewAccount, 'account'>[],
): Promise<void> {
  if (people.length === 0) return;
  await tx.query(
    `update person o set name = p.name, active = p.active, managed_in = p."managedIn", administers = p.administers
     from jsonb_to_recordset($2::jsonb) as p(id uuid, name text, active boolean, "managedIn" text, administers text)
     where o.tenant_id = $1 and o.id = p.id`,
    [tenant, JSON.stringify(people)],
  );
}

/** Ends the sessions of people who were suspended. */
export async function endSessionsOf(tx: Transaction, tenant: string, people: readonly string[]): Promise<void> {
  if (people.length > 0)
    await tx.query('delete from session where tenant_id = $1 and person_id = any($2)', [tenant, people]);
}

/** A person to be put on a post. */
export interface NewHeldPost {
  readonly id: string;
  readonly person: string;
  readonly post: string;
  readonly area: string;
  readonly kind: 'formal' | 'cover';
  readonly from: string;
  readonly to: string | null;
  /** Of a cover: the person it stands in for; null: the post is vacant. */
  readonly covers: string | null;
}

export async function insertHeldPosts(
  tx: Transaction,
  tenant: string,
  posts: readonly NewHeldPost[],
  by: string,
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

/** Lines of the audit that come together. */
export async function insertAuditLines(
  tx: Transaction,
  tenant: string,
  lines: readonly { readonly id: string; readonly action: string; readonly kind: string; readonly subject: string }[],
  by: string,
): Promise<void> {
  if (lines.length === 0) return;
  await tx.query(
    `insert into audit (tenant_id, id, at, person_id, action, subject_kind, subject_id)
     select $1, l.id, $3, $4, l.action, l.kind, l.subject
     from jsonb_to_recordset($2::jsonb) as l(id uuid, action text, kind text, subject text)`,
    [tenant, JSON.stringify(lines), tx.now, by],
  );
}

/** People of an area and below who have never had a password, or whose first one was never used. */
export function peopleWithoutPassword(
  tx: Transaction,
  tenant: string,
  area: string,
  again: boolean,
): Promise<readonly AccountRow[]> {
  return tx.query<AccountRow>(
    `select ${accountColumns} from person p
     join area_ancestor n on n.tenant_id = p.tenant_id and n.area = p.managed_in and n.ancestor = $2
     where p.tenant_id = $1 and p.active and not p.demo and (p.password_hash is null or ($3 and p.must_change_password
       and not exists (select from session s where s.tenant_id = p.tenant_id and s.person_id = p.id)))
     order by p.managed_in, lower(p.account) for update of p`,
    [tenant, area, again],
  );
}

/** Stores first passwords; whoever got one must choose another. */
export async function storeFirstPasswords(
  tx: Transaction,
  tenant: string,
  passwords: readonly { readonly id: string; readonly hash: string }[],
): Promise<void> {
  if (passwords.length === 0) return;
  await tx.query(
    `update person o set password_hash = p.hash, must_change_password = true, failed_sign_ins = 0, locked_until = null
     from jsonb_to_recordset($2::jsonb) as p(id uuid, hash text) where o.tenant_id = $1 and o.id = p.id`,
    [tenant, JSON.stringify(passwords)],
  );
}
