import type { Transaction } from './transaction.ts';

/** An incident that is not the kernel's. */
export interface NewIncident {
  readonly element: number;
  readonly scope: number;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Records an incident, with the marks it is found by; one that is there stays as it is. */
export async function insertIncident(
  tx: Transaction,
  tenant: string,
  instance: string,
  { element, scope, code, zh, en }: NewIncident,
): Promise<void> {
  await tx.query(
    `with marks as (
       insert into instance_mark (tenant_id, kind, value, started_at, instance_id, element)
       select $1, m.kind, m.value, i.created_at, i.id, $3 from process_instance i, (values ('incident', $5::text), ('stuck', '')) as m(kind, value)
       where i.tenant_id = $1 and i.id = $2 on conflict do nothing)
     insert into incident (tenant_id, instance_id, element, scope, code, zh, en, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (tenant_id, instance_id, element) do nothing`,
    [tenant, instance, element, scope, code, zh, en, tx.now],
  );
}

/** Removes an incident that was resolved, with its marks. */
export async function dropIncident(tx: Transaction, tenant: string, instance: string, element: number): Promise<void> {
  await tx.query(
    `with gone as (delete from incident where tenant_id = $1 and instance_id = $2 and element = $3 returning code)
     delete from instance_mark m using gone g, process_instance i
     where i.tenant_id = $1 and i.id = $2 and m.tenant_id = $1 and m.instance_id = $2 and m.element = $3 and m.started_at = i.created_at
       and (m.kind, m.value) in (('incident', g.code), ('stuck', ''))`,
    [tenant, instance, element],
  );
}
