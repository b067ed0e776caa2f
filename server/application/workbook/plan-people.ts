import { accountsNamed, type AccountRow, type NewAccount } from '../../database/accounts.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import type { ImportReach } from './import-reach.ts';
import { uuidv7 } from '../uuid.ts';
import { changeOf, type PlannedRow } from './planned-row.ts';
import { oneOf, required, type WrittenRow } from './read-sheets.ts';
import { words } from './workbook-layout.ts';

/** What would become of accounts. */
export interface PeoplePlan {
  readonly rows: readonly PlannedRow[];
  readonly added: readonly NewAccount[];
  readonly changed: readonly NewAccount[];
  /** Of those who are suspended now. */
  readonly suspended: readonly string[];
  /** Everybody a row of posts may name, by account in small letters: as they would be. */
  readonly people: ReadonlyMap<string, NewAccount>;
}

const longestName = 40;
const accountForm = /^[A-Za-z0-9._-]{2,40}$/;
const phoneForm = /^1[3-9]\d{9}$/;

/**
 * Compares the sheet of people with the accounts there are, merged by account. Passwords are never touched; who is new has
 * none until one is handed out.
 *
 * @param further accounts that other sheets name, and how much open work those have whom the sheet suspends, by id, as far
 *   as nobody else could do it
 */
export async function planPeople(
  context: Context,
  tx: Transaction,
  reach: ImportReach,
  rows: readonly WrittenRow[],
  further: { readonly accounts: readonly string[]; readonly left: ReadonlyMap<string, number> },
): Promise<PeoplePlan> {
  const wanted = rows.map((row) => wantedAccount(row, reach));
  tellTwice(wanted);
  const names = [...new Set([...wanted.map(({ account }) => account), ...further.accounts])];
  const known = new Map(
    (await accountsNamed(tx, context.tenant, names)).map((row) => [row.account.toLowerCase(), row]),
  );
  const managed = [...known].filter(([, row]) => reach.may('people.edit', row.managedIn));
  const people = new Map<string, NewAccount>(managed);
  const plan = {
    rows: [] as PlannedRow[],
    added: [] as NewAccount[],
    changed: [] as NewAccount[],
    suspended: [] as string[],
  };
  for (const one of wanted) {
    const before = known.get(one.account.toLowerCase());
    const after = one.row.isFaulty() ? null : accountAfter(one, before, reach);
    const count = further.left.get(before?.id ?? '');
    if (after?.active === false && count !== undefined) one.row.tell('work-left', 'state', { name: after.name, count });
    if (one.row.isFaulty()) continue;
    if (after === null) continue;
    const row = plannedRow(one.row, before, after);
    plan.rows.push(row);
    people.set(after.account.toLowerCase(), after);
    if (row.outcome === 'new') plan.added.push(after);
    else if (row.outcome !== 'same') plan.changed.push(after);
    if (before?.active === true && !after.active) plan.suspended.push(after.id);
  }
  return { ...plan, people };
}

interface WantedAccount {
  readonly row: WrittenRow;
  readonly account: string;
  readonly name: string;
  readonly managedIn: string | null;
  readonly administrator: boolean | null;
  readonly active: boolean;
}

function wantedAccount(row: WrittenRow, reach: ImportReach): WantedAccount {
  const account = required(row, 'account');
  if (account !== '' && !accountForm.test(account)) row.tell('account-form', 'account', { value: account });
  else if (/^\d+$/.test(account) && !phoneForm.test(account)) row.tell('phone-form', 'account', { value: account });
  const name = required(row, 'name', 'words');
  if (name.length > longestName) row.tell('too-long', 'name', { most: longestName });
  const managedIn = row.code('managedIn');
  const place = managedIn === '' ? reach.area.code : managedIn;
  if (!reach.has(place) || !reach.may('people.edit', place)) row.tell('area-unknown', 'managedIn', { value: place });
  const administrator = oneOf(row, 'administrator', [words.yes, words.no]);
  const state = oneOf(row, 'state', [words.active, words.suspended]);
  return {
    row,
    account,
    name,
    managedIn: managedIn === '' ? null : managedIn,
    administrator: administrator === null ? null : administrator === words.yes,
    active: state !== words.suspended,
  };
}

function tellTwice(wanted: readonly WantedAccount[]): void {
  const first = new Map<string, number>();
  for (const { row, account } of wanted) {
    const key = account.toLowerCase();
    const other = first.get(key);
    if (other !== undefined && key !== '') row.tell('row-twice', 'account', { row: other });
    else first.set(key, row.row);
  }
}

/** The account as the row wants it; null, with a fault told, when it may not become so. */
function accountAfter(one: WantedAccount, before: AccountRow | undefined, reach: ImportReach): NewAccount | null {
  const { row, name, active } = one;
  if (before && !reach.may('people.edit', before.managedIn)) {
    row.tell('account-elsewhere', 'account', { value: one.account });
    return null;
  }
  const managedIn = one.managedIn ?? before?.managedIn ?? reach.area.code;
  const kept = before?.administers ?? null;
  const administers = one.administrator === null ? kept : one.administrator ? (kept ?? managedIn) : null;
  const after = {
    id: before?.id ?? uuidv7(),
    account: before?.account ?? one.account,
    name,
    active,
    managedIn,
    administers,
  };
  if (before && !isChanged(before, after)) return after;
  const touchesAdministrator = administers !== null || (before !== undefined && reach.isAdministrator(before));
  const isAllowed = [before?.managedIn, managedIn].every(
    (place) => place === undefined || !touchesAdministrator || reach.may('administration', place),
  );
  if (!isAllowed) row.tell('needs-administrator', null);
  else if (before?.id === reach.actor.person && (!active || (kept !== null && administers === null)))
    row.tell('own-account', null);
  return row.isFaulty() ? null : after;
}

function isChanged(before: AccountRow, after: NewAccount): boolean {
  return (
    before.name !== after.name ||
    before.active !== after.active ||
    before.managedIn !== after.managedIn ||
    before.administers !== after.administers
  );
}

function plannedRow({ row }: WrittenRow, before: AccountRow | undefined, after: NewAccount): PlannedRow {
  const title = `${after.name} ${after.account}`;
  if (!before) return { sheet: 'people', row, outcome: 'new', title, changes: [] };
  const yes = (administers: string | null): string => (administers === null ? words.no : words.yes);
  const state = ({ active }: { readonly active: boolean }): string => (active ? words.active : words.suspended);
  const changes = [
    changeOf('姓名', before.name, after.name),
    changeOf('管理区域编码', before.managedIn, after.managedIn),
    changeOf('管理员', yes(before.administers), yes(after.administers)),
    changeOf('状态', state(before), state(after)),
  ].filter((change) => change !== null);
  const removed = before.active && !after.active;
  return {
    sheet: 'people',
    row,
    outcome: removed ? 'removed' : changes.length === 0 ? 'same' : 'changed',
    title,
    changes,
  };
}
