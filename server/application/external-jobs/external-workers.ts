import * as rows from '../../database/external-workers.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { hashOfSecret, newToken } from '../sessions/secret-words.ts';
import type { Transaction } from '../../database/transaction.ts';
import { uuidv7 } from '../uuid.ts';

/** The worker behind a token; null when there is none (any more), so that one that was let out stays out at once. */
export function workerOf(context: Context, token: string): Promise<rows.ExternalWorker | null> {
  return context.database.read((tx) => rows.workerOfToken(tx, context.tenant, hashOfSecret(token)));
}

/**
 * Lets a system do jobs of some types.
 *
 * @param by the person who does; null at the terminal
 * @returns its token, which is shown this once
 * @throws Refusal `worker-name-taken`
 */
export async function addWorker(
  context: Context,
  tx: Transaction,
  by: string | null,
  { name, jobTypes }: { readonly name: string; readonly jobTypes: readonly string[] },
): Promise<{ readonly id: string; readonly token: string }> {
  const worker = { id: uuidv7(), token: newToken() };
  const { id, token } = worker;
  const types = [...new Set(jobTypes)];
  const row = { id, name, jobTypes: types, tokenHash: hashOfSecret(token), createdBy: by };
  if (!(await rows.insertWorker(tx, context.tenant, row))) throw new Refusal('worker-name-taken', { name });
  return worker;
}

/** @throws Refusal `worker-unknown` */
export async function removeWorker(context: Context, tx: Transaction, id: string): Promise<void> {
  if (!(await rows.revokeWorker(tx, context.tenant, id))) throw new Refusal('worker-unknown', { id });
}
