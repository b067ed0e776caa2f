import type { Instant } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** That an area works with the program for real. */
export interface GoLiveRow {
  readonly id: string;
  readonly area: string;
  /** Local date. */
  readonly from: string;
  readonly at: Instant;
  readonly by: string;
  readonly note: string;
  readonly undoneAt: Instant | null;
  readonly undoneBy: string | null;
  readonly undoneReason: string | null;
}

const columns = `g.id, g.area, g.from_date as "from", g.at, g.by_person as "by", g.note, g.undone_at as "undoneAt", g.undone_by as "undoneBy",
  g.undone_reason as "undoneReason"`;

/** The standing go-live of an area, or of the nearest one above; null: nobody works there for real yet. */
export async function readGoLive(tx: Transaction, tenant: string, area: string): Promise<GoLiveRow | null> {
  const [row] = await tx.query<GoLiveRow>(
    `select ${columns} from go_live g join area_ancestor n on n.tenant_id = g.tenant_id and n.ancestor = g.area and n.area = $2
     where g.tenant_id = $1 and g.undone_at is null order by n.depth limit 1`,
    [tenant, area],
  );
  return row ?? null;
}

/** Everything that was recorded of one area, the newest first. */
export function goLivesOf(tx: Transaction, tenant: string, area: string): Promise<readonly GoLiveRow[]> {
  return tx.query<GoLiveRow>(
    `select ${columns} from go_live g where g.tenant_id = $1 and g.area = $2 order by g.at desc, g.id desc limit 20`,
    [tenant, area],
  );
}

/** Records that an area goes live. False: it stands already. */
export async function insertGoLive(
  tx: Transaction,
  tenant: string,
  row: Pick<GoLiveRow, 'id' | 'area' | 'from' | 'by' | 'note'>,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into go_live (tenant_id, area, id, from_date, at, by_person, note) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant_id, area) where undone_at is null do nothing returning id`,
    [tenant, row.area, row.id, row.from, tx.now, row.by, row.note],
  );
  return rows.length > 0;
}

/** Takes back that an area is live. False: it was not. */
export async function undoGoLive(
  tx: Transaction,
  tenant: string,
  { area, by, reason }: { readonly area: string; readonly by: string; readonly reason: string },
): Promise<boolean> {
  const rows = await tx.query(
    `update go_live set undone_at = $3, undone_by = $4, undone_reason = $5
     where tenant_id = $1 and area = $2 and undone_at is null returning id`,
    [tenant, area, tx.now, by, reason],
  );
  return rows.length > 0;
}

/** What an administrator says of an item the program cannot see. */
export interface ReadinessMark {
  readonly item: string;
  readonly at: Instant;
  readonly by: string;
  readonly note: string;
}

export function readinessMarks(tx: Transaction, tenant: string, area: string): Promise<readonly ReadinessMark[]> {
  return tx.query<ReadinessMark>(
    'select item, at, by_person as "by", note from readiness_mark where tenant_id = $1 and area = $2',
    [tenant, area],
  );
}

/** Marks an item as done; a later word replaces an earlier one. */
export async function markReady(
  tx: Transaction,
  tenant: string,
  area: string,
  mark: Omit<ReadinessMark, 'at'>,
): Promise<void> {
  await tx.query(
    `insert into readiness_mark (tenant_id, area, item, at, by_person, note) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant_id, area, item) do update set at = excluded.at, by_person = excluded.by_person, note = excluded.note`,
    [tenant, area, mark.item, tx.now, mark.by, mark.note],
  );
}

export async function unmarkReady(tx: Transaction, tenant: string, area: string, item: string): Promise<void> {
  await tx.query('delete from readiness_mark where tenant_id = $1 and area = $2 and item = $3', [tenant, area, item]);
}
