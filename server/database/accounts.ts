import type { Transaction } from './transaction.ts';

// By the hundred, each kind in one statement: a county's 2,227 people come in one transaction.

/** An account with what an administrator sets. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly active: boolean;
  readonly managedIn: string;
  readonly administers: string | null;
  readonly demo: boolean;
}

/** Of `person p`. */
export const accountColumns = `p.id, p.name, p.account, p.active, p.managed_in as "managedIn", p.administers, p.demo`;

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

/** Parameters 1 and 2 are the tenant and the area. */
const managedWithin = `person p join area_ancestor n on n.tenant_id = p.tenant_id and n.area = p.managed_in and n.ancestor = $2
     where p.tenant_id = $1`;

/** The accounts that are managed in an area or below it, by area and account. */
export function accountsWithin(tx: Transaction, tenant: string, area: string): Promise<readonly AccountRow[]> {
  return tx.query<AccountRow>(
    `select ${accountColumns} from ${managedWithin} order by p.managed_in, lower(p.account)`,
    [tenant, area],
  );
}

/** An account to be added; it has no password until one is handed out. */
export type NewAccount = Omit<AccountRow, 'demo'>;

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

/** Ends all sessions of people: whoever is signed in is out with their next request. */
export async function endSessionsOf(tx: Transaction, tenant: string, people: readonly string[]): Promise<void> {
  if (people.length > 0)
    await tx.query('delete from session where tenant_id = $1 and person_id = any($2)', [tenant, people]);
}

/** People of an area and below who have never had a password, or whose first one was never used. */
export function peopleWithoutPassword(
  tx: Transaction,
  tenant: string,
  area: string,
  again: boolean,
): Promise<readonly AccountRow[]> {
  return tx.query<AccountRow>(
    `select ${accountColumns} from ${managedWithin} and p.active and not p.demo and (p.password_hash is null or ($3 and p.must_change_password
       and not exists (select from session s where s.tenant_id = p.tenant_id and s.person_id = p.id)))
     order by p.managed_in, lower(p.account) for update of p`,
    [tenant, area, again],
  );
}

/** Stores first passwords; whoever got one must choose another, and an account that was shut is open again. */
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
