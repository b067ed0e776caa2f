import type { PostAssignment } from '../kernel/organization/organization.ts';
import type { Transaction } from './transaction.ts';

/** An assignment as it is stored. */
export interface StoredAssignment extends PostAssignment {
  readonly id: string;
  /** Of whoever holds it. */
  readonly name: string;
}

const columns =
  'a.id, a.person_id as person, p.name, a.post, a.area, a.kind, a.from_date as "from", a.to_date as "to", a.covers';

/** Everybody who holds, held or will hold a post at one of these areas. People who are suspended hold nothing. */
export async function readAssignmentsAt(
  tx: Transaction,
  tenant: string,
  areas: readonly string[],
): Promise<readonly StoredAssignment[]> {
  return tx.query<StoredAssignment>(
    `select ${columns} from post_assignment a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id and p.active
     where a.tenant_id = $1 and a.area = any($2) order by a.from_date, a.id`,
    [tenant, areas],
  );
}

/** Every position that somebody holds or will hold. */
export function heldPositions(
  tx: Transaction,
  tenant: string,
  today: string,
): Promise<readonly { readonly post: string; readonly area: string }[]> {
  return tx.query(
    'select distinct post, area from post_assignment where tenant_id = $1 and (to_date is null or to_date > $2)',
    [tenant, today],
  );
}

/** Ends whatever is held or will be held at a position; an assignment that was still to begin never does. */
export async function endAssignmentsAt(
  tx: Transaction,
  tenant: string,
  { post, area }: { readonly post: string; readonly area: string },
  today: string,
): Promise<void> {
  await tx.query(
    `update post_assignment set to_date = greatest(from_date, $4::date)
     where tenant_id = $1 and post = $2 and area = $3 and (to_date is null or to_date > $4)`,
    [tenant, post, area, today],
  );
}
