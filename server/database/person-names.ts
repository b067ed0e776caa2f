import type { Transaction } from './transaction.ts';

/** Names by person id; people who do not exist are missing. */
export async function readPersonNames(
  tx: Transaction,
  tenant: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; name: string }>(
    'select id, name from person where tenant_id = $1 and id = any($2::uuid[])',
    [tenant, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}
