import * as rows from '../../database/external-workers.ts';
import type { Transaction } from '../../database/transaction.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { hashOfSecret, newToken } from '../sessions/secret-words.ts';
import { uuidv7 } from '../uuid.ts';

export type { ExternalWorker } from '../../database/external-workers.ts';

/** The worker behind a token; null when there is none (any more), so that one that was let out stays out at once. */
export function workerOf(context: Context, token: string): Promise<rows.ExternalWorker | null> {
  return context.database.read((tx) => rows.workerOfToken(tx, context.tenant, hashOfSecret(token)));
}

/** The workers that may come, by name. */
export function listWorkers(context: Context, tx: Transaction): Promise<readonly rows.ExternalWorker[]> {
  return rows.listWorkers(tx, context.tenant);
}

/** What a system is let in for. */
export interface LetIn {
  readonly name: string;
  readonly jobTypes?: readonly string[] | undefined;
  /** Names of the messages it may send to processes. */
  readonly messages?: readonly string[] | undefined;
}

/**
 * Lets a system do jobs of some types, and send messages of some names.
 *
 * @param by the person who does; null at the terminal
 * @returns its token, which is shown this once
 * @throws Refusal `worker-name-taken`, `worker-may-nothing`
 */
export async function addWorker(
  context: Context,
  tx: Transaction,
  by: string | null,
  { name, jobTypes = [], messages = [] }: LetIn,
): Promise<{ readonly id: string; readonly token: string }> {
  const worker = { id: uuidv7(), token: newToken() };
  const { id, token } = worker;
  const may = { jobTypes: [...new Set(jobTypes)], messages: [...new Set(messages)] };
  if (may.jobTypes.length + may.messages.length === 0) throw new Refusal('worker-may-nothing');
  const row = { id, name, ...may, tokenHash: hashOfSecret(token), createdBy: by };
  if (!(await rows.insertWorker(tx, context.tenant, row))) throw new Refusal('worker-name-taken', { name });
  await noted(context, tx, 'worker-added', by, id);
  return worker;
}

/**
 * Lets a system do jobs no more, from now on. What it holds is done by others once its leases end.
 *
 * @param by the person who does; null at the terminal
 * @throws Refusal `worker-unknown`
 */
export async function removeWorker(context: Context, tx: Transaction, by: string | null, id: string): Promise<void> {
  if (!(await rows.revokeWorker(tx, context.tenant, id))) throw new Refusal('worker-unknown', { id });
  await noted(context, tx, 'worker-revoked', by, id);
}

function noted(
  context: Context,
  tx: Transaction,
  action: 'worker-added' | 'worker-revoked',
  person: string | null,
  id: string,
): Promise<void> {
  return recordAudit(tx, context.tenant, { action, person, subject: { kind: 'external-worker', id } });
}
