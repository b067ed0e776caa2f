import type { Transaction } from './transaction.ts';

/** A row of the area tree. */
export interface AreaRow {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly kind: string | null;
  readonly parent: string | null;
  readonly position: number;
  /** First local day on which it was there no more; null: it is there. */
  readonly until: string | null;
}

/** An area with one at or above it; itself at depth 0. Of an area that ended also what came of it, which `succeeds` it. */
export interface AncestorRow {
  readonly area: string;
  readonly ancestor: string;
  readonly depth: number;
  readonly succeeds: boolean;
}

/**
 * Makes the area rows those of a release. Areas that are no longer in it keep their rows, so that what happened there
 * stays visible to those above.
 *
 * @param today local date from which posts of a new area count as vacant
 */
export async function replaceAreas(
  tx: Transaction,
  tenant: string,
  areas: readonly AreaRow[],
  ancestors: readonly AncestorRow[],
  today: string,
): Promise<void> {
  await tx.query(
    `insert into area (tenant_id, code, name, type, kind, parent, position, since, until)
     select $1, a.code, a.name, a.type, a.kind, a.parent, a.position, $3, a.until
     from jsonb_to_recordset($2::jsonb) as a(code text, name text, type text, kind text, parent text, position int, until date)
     on conflict (tenant_id, code) do update set name = excluded.name, type = excluded.type, kind = excluded.kind, parent = excluded.parent, position = excluded.position, until = excluded.until`,
    [tenant, JSON.stringify(areas), today],
  );
  await tx.query('update area set until = $3 where tenant_id = $1 and until is null and code <> all($2)', [
    tenant,
    areas.map((area) => area.code),
    today,
  ]);
  await tx.query('delete from area_ancestor where tenant_id = $1 and area = any($2)', [
    tenant,
    areas.map((area) => area.code),
  ]);
  await tx.query(
    `insert into area_ancestor (tenant_id, area, ancestor, depth, succeeds)
     select $1, a.area, a.ancestor, a.depth, a.succeeds
     from jsonb_to_recordset($2::jsonb) as a(area text, ancestor text, depth int, succeeds boolean)`,
    [tenant, JSON.stringify(ancestors)],
  );
}

/** Since when each of these areas is known: a post there that nobody ever held has been vacant since then. */
export async function areasSince(
  tx: Transaction,
  tenant: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ code: string; since: string }>(
    'select code, since from area where tenant_id = $1 and code = any($2)',
    [tenant, codes],
  );
  return new Map(rows.map(({ code, since }) => [code, since]));
}

/** The parent of every area there ever was: also of those that are in no release any more. */
export async function everyParent(tx: Transaction, tenant: string): Promise<ReadonlyMap<string, string | null>> {
  const rows = await tx.query<{ code: string; parent: string | null }>(
    'select code, parent from area where tenant_id = $1',
    [tenant],
  );
  return new Map(rows.map(({ code, parent }) => [code, parent]));
}

/** Locks an area's row, so that changes to who holds posts there come one after the other. */
export function lockArea(tx: Transaction, tenant: string, code: string): Promise<void> {
  return lockAreas(tx, tenant, [code]);
}

/** Locks the rows of areas, in the order of their codes. */
export async function lockAreas(tx: Transaction, tenant: string, codes: readonly string[]): Promise<void> {
  await tx.query('select code from area where tenant_id = $1 and code = any($2) order by code for update', [
    tenant,
    codes,
  ]);
}

/** Codes of areas and of all that lie, or ever lay, below them. */
export async function areaCodesWithin(
  tx: Transaction,
  tenant: string,
  upper: readonly string[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ area: string }>(
    'select distinct area from area_ancestor where tenant_id = $1 and ancestor = any($2)',
    [tenant, upper],
  );
  return rows.map(({ area }) => area);
}
