import type { Transaction } from '../../database/transaction.ts';
import { Session } from '../../database/entities/session.ts';
import { hashOfSecret, newToken } from './secret-words.ts';
import { after, longestMs } from './session-terms.ts';

/** A session that has just begun: the door puts the token into the cookie. */
export interface BegunSession {
  readonly token: string;
  readonly person: string;
}

/** Begins a session for a person who has proved who they are. */
export async function beginSession(tx: Transaction, tenant: string, person: string): Promise<BegunSession> {
  const token = newToken();
  (await tx.em()).create(Session, {
    tenantId: tenant,
    tokenHash: hashOfSecret(token),
    personId: person,
    createdAt: tx.now,
    lastSeenAt: tx.now,
    expiresAt: after(tx.now, longestMs),
  });
  return { token, person };
}
