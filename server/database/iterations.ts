import type { Scope } from '../kernel/bpmn/process-instance.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { Transaction } from './transaction.ts';

/** An iteration of a wide loop, which lives in an instance of its own, as it is stored. */
export interface StoredIteration {
  readonly id: string;
  /** Its number in the loop, from 1. */
  readonly number: number;
  readonly state: JsonObject;
  readonly scopes: readonly Scope[];
}

/**
 * Iterations of an instance that have begun and not ended, in the order in which they began.
 *
 * @param after the last id of the page before; null for the first
 */
export function iterationsAlive(
  tx: Transaction,
  tenant: string,
  instance: string,
  after: string | null,
  most: number,
): Promise<readonly StoredIteration[]> {
  return tx.query<StoredIteration>(
    `select i.id, c.iteration as number, i.state,
       (select coalesce(json_agg(s.state order by s.scope), '[]') from process_scope s where s.tenant_id = i.tenant_id and s.instance_id = i.id) as scopes
     from called_process c join process_instance i on i.tenant_id = c.tenant_id and i.id = c.callee
     where c.tenant_id = $1 and c.instance_id = $2 and c.iteration is not null and ($3::uuid is null or c.callee > $3) and i.ended_at is null order by c.callee limit $4`,
    [tenant, instance, after, most],
  );
}
