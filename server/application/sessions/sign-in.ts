import { type InferEntity, LockMode } from '@mikro-orm/core';
import { Person } from '../../database/entities/person.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Instant } from '../../kernel/json.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { type BegunSession, beginSession } from './begin-session.ts';
import { isPassword } from './password-hash.ts';
import { after, lockMs, mostFailures } from './session-terms.ts';

/**
 * Signs in with account and password. One answer and one duration for an unknown account, a wrong password, a suspended
 * person and an account that is shut after five failures, so that nobody learns which accounts there are.
 *
 * @throws Refusal `sign-in-failed`
 */
export async function signIn(context: Context, account: string, password: string): Promise<BegunSession> {
  const known = await context.database.read((tx) => passwordOf(tx, context.tenant, account));
  // Outside of any transaction: it takes 180 ms on purpose.
  const right = await isPassword(password, known?.passwordHash ?? null);
  const begun = await context.database.transaction((tx) => decide(context, tx, known, right));
  if (begun === null) throw new Refusal('sign-in-failed');
  return begun;
}

interface KnownPassword {
  readonly person: string;
  readonly passwordHash: string | null;
}

async function passwordOf(tx: Transaction, tenant: string, account: string): Promise<KnownPassword | null> {
  const [row] = await tx.query<KnownPassword>(
    'select id as person, password_hash as "passwordHash" from person where tenant_id = $1 and lower(account) = lower($2)',
    [tenant, account],
  );
  return row ?? null;
}

/** Null: not signed in. What was tried is recorded for an unknown account too, so that it takes as long. */
async function decide(
  context: Context,
  tx: Transaction,
  known: KnownPassword | null,
  right: boolean,
): Promise<BegunSession | null> {
  // The row is locked, so that of many tries at once none gets past the fifth failure.
  const person = known && (await lockedPerson(tx, context.tenant, known.person));
  const subject = person === null ? {} : { subject: { kind: 'person', id: person.id } };
  if (person !== null && mayEnter(person, tx.now, context.demo)) {
    if (right && person.passwordHash === known?.passwordHash) {
      person.failedSignIns = 0;
      await recordAudit(tx, context.tenant, { action: 'signed-in', person: person.id, ...subject });
      return beginSession(tx, context.tenant, person.id);
    }
    person.failedSignIns += 1;
    if (person.failedSignIns >= mostFailures) {
      person.failedSignIns = 0;
      person.lockedUntil = after(tx.now, lockMs);
      await recordAudit(tx, context.tenant, { action: 'account-locked', person: null, ...subject });
    }
  }
  await recordAudit(tx, context.tenant, { action: 'sign-in-failed', person: null, ...subject });
  return null;
}

async function lockedPerson(tx: Transaction, tenant: string, id: string): Promise<InferEntity<typeof Person>> {
  return (await tx.em()).findOneOrFail(Person, { tenantId: tenant, id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

function mayEnter(person: InferEntity<typeof Person>, now: Instant, demo: boolean): boolean {
  const shut = (person.lockedUntil ?? '') > now;
  return !shut && person.active && (!person.demo || demo);
}
