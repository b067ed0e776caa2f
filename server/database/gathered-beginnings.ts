import type { Gathered } from '../kernel/bpmn/beginnings.ts';
import type { Instant, JsonObject } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** The event at which a process would begin in an area. */
export interface BeginningPlace {
  readonly area: string;
  readonly process: string;
  readonly place: string;
}

/**
 * Adds what has come to what came before. The row is locked until the transaction ends: of two parts that come at once
 * the second one sees the first.
 *
 * @returns all that has come
 */
export async function gatherParts(
  tx: Transaction,
  tenant: string,
  { area, process, place }: BeginningPlace,
  parts: readonly string[],
  variables: JsonObject,
): Promise<Gathered> {
  const [row] = await tx.query<Gathered>(
    `insert into gathered_beginning as g (tenant_id, area, process, place, heard, variables, since) values ($1, $2, $3, $4, $5::text[], $6::jsonb, $7)
     on conflict (tenant_id, area, process, place) do update set heard = array(select distinct unnest(g.heard || excluded.heard)),
       variables = g.variables || excluded.variables
     returning heard, variables`,
    [tenant, area, process, place, parts, JSON.stringify(variables), tx.now],
  );
  if (!row) throw new Error(`nothing was gathered for ${process} in ${area}`);
  return row;
}

/** What has come for a beginning that waits for the rest; what was sent along is not read. */
export interface GatheredRow extends BeginningPlace {
  readonly heard: readonly string[];
  readonly since: Instant;
}

/** Every beginning that waits for the rest of its parts, the oldest first. */
export function gatheredBeginnings(tx: Transaction, tenant: string): Promise<readonly GatheredRow[]> {
  return tx.query<GatheredRow>(
    'select area, process, place, heard, since from gathered_beginning where tenant_id = $1 order by since, area, process, place',
    [tenant],
  );
}

/** It has begun: what came for it is used up. */
export async function dropGathered(
  tx: Transaction,
  tenant: string,
  { area, process, place }: BeginningPlace,
): Promise<void> {
  await tx.query('delete from gathered_beginning where tenant_id = $1 and area = $2 and process = $3 and place = $4', [
    tenant,
    area,
    process,
    place,
  ]);
}
