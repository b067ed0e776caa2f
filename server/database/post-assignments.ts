import type { PostAssignment } from '../kernel/organization/organization.ts';
import type { Transaction } from './transaction.ts';

/** An assignment as it is stored. */
export interface StoredAssignment extends PostAssignment {
  readonly id: string;
}

const columns = 'id, person_id as person, post, area, kind, from_date as "from", to_date as "to"';

/** Everybody who holds, held or will hold a post at one of these areas. People who are suspended hold nothing. */
export async function readAssignmentsAt(
  tx: Transaction,
  tenant: string,
  areas: readonly string[],
): Promise<readonly StoredAssignment[]> {
  return tx.query<StoredAssignment>(
    `select ${columns} from post_assignment a where tenant_id = $1 and area = any($2)
     and exists (select from person p where p.tenant_id = a.tenant_id and p.id = a.person_id and p.active)
     order by from_date, id`,
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
