import { Person } from '../../database/entities/person.ts';
import type { Transaction } from '../../database/transaction.ts';
import { uuidv7 } from '../uuid.ts';

/** What differs between people who are added; the rest begins the same for everybody. */
export interface PersonToInsert {
  readonly name: string;
  readonly account: string;
  /** Code of the area whose administrators manage the account. */
  readonly managedIn: string;
  readonly administers: string | null;
  readonly passwordHash: string | null;
  readonly mustChangePassword: boolean;
  /** Only of synthetic people: the line with which they are offered at sign-in, or null when they are not. */
  readonly demo?: { readonly note: string | null };
}

/** Writes a person's row. The account's uniqueness is the database's: `person_account_key`. */
export async function insertPerson(tx: Transaction, tenant: string, person: PersonToInsert): Promise<string> {
  const em = await tx.em();
  const { name, account, managedIn, administers, passwordHash, mustChangePassword, demo } = person;
  const { id } = em.create(Person, {
    tenantId: tenant,
    id: uuidv7(),
    name: name.trim(),
    account,
    active: true,
    managedIn,
    administers,
    demo: demo !== undefined,
    demoNote: demo?.note ?? null,
    passwordHash,
    mustChangePassword,
    failedSignIns: 0,
    lockedUntil: null,
    createdAt: tx.now,
  });
  await em.flush();
  return id;
}
