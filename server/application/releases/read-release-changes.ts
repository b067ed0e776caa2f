import { manifestBefore, readRelease, type ReleaseRow } from '../../database/releases.ts';
import type { Transaction } from '../../database/transaction.ts';
import { changesBetween } from '../../packs/drafting/changes-between.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';

/**
 * What a release changed against what the area ran on before it, in sentences. The first of an area is compared with
 * what it inherited until then; the very first of all changed nothing.
 *
 * @throws Refusal `release-unknown`, also for one of another area
 */
export async function readReleaseChanges(context: Context, tx: Transaction, actor: Actor, id: string) {
  const row = await readRelease(tx, context.tenant, id);
  if (!row || !mayAct(actor, 'definitions.view', row.area)) throw new Refusal('release-unknown');
  const before = await heldBefore(context, tx, row);
  if (before === null) return { changes: [] };
  const changes = await changesBetween(
    await context.releases.packsOf(tx, before),
    await context.releases.packsOf(tx, row.manifestHash),
  );
  return { changes };
}

/** The manifest in force at an area, or at the nearest above it, just before a release; null: nothing was. */
async function heldBefore(context: Context, tx: Transaction, release: ReleaseRow): Promise<string | null> {
  const live = await context.releases.inForce(tx);
  for (let code: string | null = release.area; code !== null; code = live.area(code)?.parent ?? null) {
    const hash = await manifestBefore(tx, context.tenant, code, release);
    if (hash !== null) return hash;
  }
  return null;
}
