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
