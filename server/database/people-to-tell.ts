import type { Transaction } from './transaction.ts';

/** A person a notice goes to. */
export interface PersonToTell {
  readonly id: string;
  readonly name: string;
  readonly account: string;
}

/** Names and accounts of people who are not suspended, in the order of their ids. */
export function readPeopleToTell(
  tx: Transaction,
  tenant: string,
  ids: readonly string[],
): Promise<readonly PersonToTell[]> {
  return tx.query<PersonToTell>(
    'select id, name, account from person where tenant_id = $1 and id = any($2::uuid[]) and active order by id',
    [tenant, ids],
  );
}
