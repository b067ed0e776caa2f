import type { Transaction } from './transaction.ts';

/** An incident that is not the kernel's. */
export interface NewIncident {
  readonly element: number;
  readonly scope: number;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Records an incident; one that is there stays as it is. */
export async function insertIncident(
  tx: Transaction,
  tenant: string,
  instance: string,
  { element, scope, code, zh, en }: NewIncident,
): Promise<void> {
  await tx.query(
    `insert into incident (tenant_id, instance_id, element, scope, code, zh, en, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (tenant_id, instance_id, element) do nothing`,
    [tenant, instance, element, scope, code, zh, en, tx.now],
  );
}

/** Removes an incident that was resolved. */
export async function dropIncident(tx: Transaction, tenant: string, instance: string, element: number): Promise<void> {
  await tx.query('delete from incident where tenant_id = $1 and instance_id = $2 and element = $3', [
    tenant,
    instance,
    element,
  ]);
}
