import { insertGoLive, markReady, undoGoLive as undoRow, unmarkReady } from '../../database/go-live.ts';
import type { Transaction } from '../../database/transaction.ts';
import { localDate } from '../../kernel/local-time.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { requirePermission } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { uuidv7 } from '../uuid.ts';
import { readinessItems } from './readiness-items.ts';
import { type Readiness, readinessIn } from './read-readiness.ts';

/**
 * Records that an area works with the program for real (正式启用). Nothing starts or stops by it; from then on areas change
 * through releases only, and statistics know which cases are real.
 *
 * @param wanted.from local date; absent: today
 * @throws Refusal `not-permitted`, `area-unknown`, `readiness-open`, `already-live`, `go-live-date`
 */
export async function goLive(
  context: Context,
  tx: Transaction,
  actor: Actor,
  area: string,
  { from, note }: { readonly from?: string | undefined; readonly note: string },
): Promise<Readiness> {
  requirePermission(actor, 'administration', area);
  const { blocking } = await readinessIn(context, tx, actor, area);
  if (blocking > 0) throw new Refusal('readiness-open', { count: blocking });
  const today = localDate(tx.now);
  const day = from ?? today;
  if (day < today) throw new Refusal('go-live-date', { from: day });
  const id = uuidv7();
  if (!(await insertGoLive(tx, context.tenant, { id, area, from: day, by: actor.person, note })))
    throw new Refusal('already-live');
  const subject = { kind: 'area', id: area };
  await recordAudit(tx, context.tenant, { action: 'area-went-live', person: actor.person, subject, reason: note });
  return readinessIn(context, tx, actor, area);
}

/**
 * Takes back that an area is live. Cases, people and releases stay as they are.
 *
 * @throws Refusal `not-permitted`, `area-unknown`, `not-live`
 */
export async function undoGoLive(
  context: Context,
  tx: Transaction,
  actor: Actor,
  area: string,
  reason: string,
): Promise<Readiness> {
  requirePermission(actor, 'administration', area);
  if (!(await undoRow(tx, context.tenant, { area, by: actor.person, reason }))) throw new Refusal('not-live');
  const subject = { kind: 'area', id: area };
  await recordAudit(tx, context.tenant, { action: 'go-live-undone', person: actor.person, subject, reason });
  return readinessIn(context, tx, actor, area);
}

/**
 * Says that something is in order which the program cannot see, or takes that back.
 *
 * @param note how it is; null takes the mark away
 * @throws Refusal `not-permitted`, `area-unknown`, `readiness-not-markable`
 */
export async function markReadiness(
  context: Context,
  tx: Transaction,
  actor: Actor,
  { area, item, note }: { readonly area: string; readonly item: string; readonly note: string | null },
): Promise<Readiness> {
  requirePermission(actor, 'administration', area);
  if (!readinessItems.some(({ id, markable }) => id === item && markable)) throw new Refusal('readiness-not-markable');
  if (note === null) await unmarkReady(tx, context.tenant, area, item);
  else await markReady(tx, context.tenant, area, { item, by: actor.person, note });
  const action = note === null ? 'readiness-unmarked' : 'readiness-marked';
  await recordAudit(tx, context.tenant, {
    action,
    person: actor.person,
    subject: { kind: 'readiness', id: `${area}/${item}` },
  });
  return readinessIn(context, tx, actor, area);
}
