import { draftDefinitions, type DraftDefinitionRow } from '../../database/draft-definitions.ts';
import { draftFiles, type DraftRow } from '../../database/drafts.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { EditedKind } from '../../kernel/compilation/file-kinds.ts';
import { compilePack, type CompiledPack } from '../../packs/compile-pack.ts';
import { composeDraft, type ComposedDraft } from '../../packs/drafting/compose-draft.ts';
import { softenDemoFault } from '../../packs/drafting/soften-demo-fault.ts';
import { packsFrom } from '../../packs/reading/packs-from.ts';
import type { Context } from '../context.ts';
import { recentlyUsed, type RecentlyUsed } from '../releases/recently-used.ts';
import type { ReleaseStore } from '../releases/release-store.ts';
import { standingRelease, type StandingRelease } from '../releases/standing-release.ts';

/** A draft with all that it is made from. */
export interface DraftMaterial {
  readonly row: DraftRow;
  /** What is published at its area, also what is still to come into force. */
  readonly standing: StandingRelease;
  readonly touched: readonly DraftDefinitionRow[];
  readonly composed: ComposedDraft;
  /** Names what this draft is at this moment. */
  readonly key: string;
}

/** Put together and compiled drafts of a store; a draft is asked about many times between two changes. */
const composedOf = new WeakMap<ReleaseStore, RecentlyUsed<ComposedDraft>>();
const compiledOf = new WeakMap<ReleaseStore, RecentlyUsed<CompiledPack>>();
const kept = 20;

/** Puts a draft together from what the database holds. */
export async function draftMaterial(context: Context, tx: Transaction, row: DraftRow): Promise<DraftMaterial> {
  const standing = await standingRelease(context, tx, row.area);
  const touched = await draftDefinitions(tx, context.tenant, row.id);
  // With the time of the change: a revision that was rolled back may come again with something else.
  const key = `${row.id} ${row.revision} ${row.changedAt} ${row.baseManifest} ${standing.lastVersion ?? ''}`;
  const composed = await storeOf(composedOf, context).get(key, async () => {
    const live = await context.releases.inForce(tx);
    return composeDraft({
      base: await context.releases.packsOf(tx, row.baseManifest),
      pack: row.pack,
      area: { code: row.area, name: live.area(row.area)?.name ?? row.area },
      overlay: await draftFiles(tx, context.tenant, row.id),
      touched: touched.map(({ kind, id, changedAt, changedAs }) => ({
        // The table holds only what came in at the door.
        kind: kind as EditedKind,
        id,
        at: changedAt,
        as: changedAs,
      })),
      lastVersion: standing.lastVersion,
    });
  });
  return { row, standing, touched, composed, key };
}

/**
 * Everything that is wrong in a draft, and the release it would be. A draft of the demo street: 80 to 120 ms after a
 * change, of it 20 to 50 ms to put it together (2 cores, busy); nothing when it is asked again.
 */
export function compiledDraft(context: Context, { key, composed }: DraftMaterial): Promise<CompiledPack> {
  return storeOf(compiledOf, context).get(key, () =>
    compilePack(composed.own.id, packsFrom(composed.packs), softenDemoFault),
  );
}

function storeOf<Value>(
  stores: WeakMap<ReleaseStore, RecentlyUsed<Value>>,
  { releases }: Context,
): RecentlyUsed<Value> {
  const known = stores.get(releases) ?? recentlyUsed<Value>(kept);
  stores.set(releases, known);
  return known;
}
