import type { Instant, JsonObject } from '../kernel/json.ts';
import type { PersonalValue } from '../kernel/forms/personal-values.ts';
import { likePattern } from './people.ts';
import type { Transaction } from './transaction.ts';

/** An entry as it is now, without its personal values. */
export interface EntryRow {
  readonly id: string;
  readonly area: string;
  readonly revision: number;
  readonly data: JsonObject;
  readonly changedAt: Instant;
  readonly changedBy: string | null;
}

/** A personal value of an entry. */
export type EntryPersonalValue = PersonalValue & { readonly entry: string };

const entryColumns = `e.id, e.area, e.revision, e.data, e.changed_at as "changedAt", e.changed_by as "changedBy"`;

const withinAreas = `exists (select from area_ancestor n where n.tenant_id = $1 and n.area = e.area and n.ancestor = any($3))`;

/** What a list of entries is narrowed to. */
export interface EntryFilter {
  readonly ledger: string;
  /** Areas at or below which the entries lie. */
  readonly areas: readonly string[];
  readonly words: string | null;
  /** Pointers of the personal fields that the words may be found in. */
  readonly searchedPersonal: readonly string[];
  readonly offset: number;
  readonly limit: number;
}

/** Entries of a ledger in some areas, the last changed first, with how many there are in all. */
export async function listEntryRows(
  tx: Transaction,
  tenant: string,
  filter: EntryFilter,
): Promise<{ readonly total: number; readonly entries: readonly EntryRow[] }> {
  const where = `e.tenant_id = $1 and e.ledger = $2 and ${withinAreas} and ($4::text is null or e.search ilike $4
    or exists (select from personal_value v where v.tenant_id = $1 and v.subject_kind = 'ledger-entry' and v.subject_id = e.id
      and v.pointer = any($5) and v.erased_at is null and v.value #>> '{}' ilike $4))`;
  const pattern = filter.words === null ? null : likePattern(filter.words);
  const narrowed = [tenant, filter.ledger, filter.areas, pattern, filter.searchedPersonal];
  const [counted, entries] = await Promise.all([
    tx.query<{ total: number }>(`select count(*) as total from ledger_entry e where ${where}`, narrowed),
    tx.query<EntryRow>(
      `select ${entryColumns} from ledger_entry e where ${where} order by e.changed_at desc, e.id desc offset $6 limit $7`,
      [...narrowed, filter.offset, filter.limit],
    ),
  ]);
  return { total: counted[0]?.total ?? 0, entries };
}

/** How many entries each ledger has in some areas. */
export async function countEntries(
  tx: Transaction,
  tenant: string,
  ledgers: readonly string[],
  areas: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ ledger: string; entries: number }>(
    `select e.ledger, count(*) as entries from ledger_entry e where e.tenant_id = $1 and e.ledger = any($2) and ${withinAreas} group by e.ledger`,
    [tenant, ledgers, areas],
  );
  return new Map(rows.map(({ ledger, entries }) => [ledger, entries]));
}

/**
 * One entry, if it lies in one of the areas.
 *
 * @param lock keeps others from changing it until the transaction ends
 */
export async function readEntryRow(
  tx: Transaction,
  tenant: string,
  entry: { readonly ledger: string; readonly id: string },
  areas: readonly string[],
  lock = false,
): Promise<EntryRow | null> {
  const [row] = await tx.query<EntryRow>(
    `select ${entryColumns} from ledger_entry e where e.tenant_id = $1 and e.ledger = $2 and ${withinAreas} and e.id = $4${lock ? ' for update' : ''}`,
    [tenant, entry.ledger, areas, entry.id],
  );
  return row ?? null;
}

/** The entry that holds a key already, with its area. */
export async function entryWithKey(
  tx: Transaction,
  tenant: string,
  ledger: string,
  keyHash: string,
): Promise<{ readonly id: string; readonly area: string } | null> {
  const [row] = await tx.query<{ id: string; area: string }>(
    'select id, area from ledger_entry where tenant_id = $1 and ledger = $2 and key_hash = $3',
    [tenant, ledger, keyHash],
  );
  return row ?? null;
}

/** The personal values of entries that were not erased. */
export function personalValuesOfEntries(
  tx: Transaction,
  tenant: string,
  entries: readonly string[],
): Promise<readonly EntryPersonalValue[]> {
  return tx.query<EntryPersonalValue>(
    `select subject_id as entry, pointer, class, mask, value from personal_value
     where tenant_id = $1 and subject_kind = 'ledger-entry' and subject_id = any($2::uuid[]) and erased_at is null order by id`,
    [tenant, entries],
  );
}

/** Forgets the personal values of an entry at these pointers. */
export async function dropPersonalValues(
  tx: Transaction,
  tenant: string,
  entry: string,
  pointers: readonly string[],
): Promise<void> {
  await tx.query(
    `delete from personal_value where tenant_id = $1 and subject_kind = 'ledger-entry' and subject_id = $2 and pointer = any($3)`,
    [tenant, entry, pointers],
  );
}

/** A revision of an entry. */
export interface RevisionRow {
  readonly revision: number;
  readonly data: JsonObject;
  readonly personalChanged: readonly string[];
  readonly at: Instant;
  readonly person: string | null;
  readonly reason: string;
}

/** The revisions of an entry, the latest first. */
export function revisionsOf(tx: Transaction, tenant: string, entry: string): Promise<readonly RevisionRow[]> {
  return tx.query<RevisionRow>(
    `select revision, data, personal_changed as "personalChanged", at, by_person as person, reason
     from ledger_revision where tenant_id = $1 and entry_id = $2 order by revision desc`,
    [tenant, entry],
  );
}

/** The tenant's secret, which keys the hashes of personal values. */
export async function tenantSecret(tx: Transaction, tenant: string): Promise<Uint8Array> {
  const [row] = await tx.query<{ secret: Uint8Array }>('select secret from tenant where tenant_id = $1', [tenant]);
  if (row === undefined) throw new Error(`no tenant ${tenant}`);
  return row.secret;
}
