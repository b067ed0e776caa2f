import { type InferEntity, LockMode } from '@mikro-orm/core';
import type { EntityManager } from '../../database/orm.ts';
import { SetupCode } from '../../database/entities/setup-code.ts';
import { violatedConstraint } from '../../database/database-unavailable.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { headArea } from '../organization/head-area.ts';
import { insertPerson } from '../people/insert-person.ts';
import { Refusal } from '../refusal.ts';
import { type BegunSession, beginSession } from './begin-session.ts';
import { hashPassword } from './password-hash.ts';
import { hashOfSecret, typedCode } from './secret-words.ts';

export interface FirstAdministrator {
  readonly code: string;
  readonly name: string;
  readonly account: string;
  readonly password: string;
}

/**
 * Makes the first administrator, of the street that is installed, with the one-time code from the terminal, and signs
 * them in. It works once, ever.
 *
 * @throws Refusal `setup-closed`, `setup-code-wrong` or `account-taken`
 */
export async function createFirstAdministrator(context: Context, wanted: FirstAdministrator): Promise<BegunSession> {
  await context.database.read(async (tx) => {
    await codeRow(context, await tx.em(), wanted.code);
  });
  const passwordHash = await hashPassword(wanted.password);
  try {
    return await context.database.transaction(async (tx) => {
      const em = await tx.em();
      const code = await codeRow(context, em, wanted.code, LockMode.PESSIMISTIC_WRITE);
      const area = headArea([...(await context.releases.inForce(tx)).tree.areas.values()]);
      code.usedAt = tx.now;
      const person = await insertPerson(tx, context.tenant, {
        name: wanted.name,
        account: wanted.account,
        managedIn: area.code,
        administers: area.code,
        passwordHash,
        mustChangePassword: false,
      });
      await recordAudit(tx, context.tenant, { action: 'first-administrator-made', person });
      return beginSession(tx, context.tenant, person);
    });
  } catch (error) {
    throw violatedConstraint(error) === 'person_account_key' ? new Refusal('account-taken') : error;
  }
}

async function codeRow(
  context: Context,
  em: EntityManager,
  code: string,
  lockMode = LockMode.NONE,
): Promise<InferEntity<typeof SetupCode>> {
  const row = await em.findOne(SetupCode, { tenantId: context.tenant }, { lockMode });
  if (row === null || (row.usedAt ?? null) !== null) throw new Refusal('setup-closed');
  if (row.codeHash !== hashOfSecret(typedCode(code))) throw new Refusal('setup-code-wrong');
  return row;
}
