import { openDraftsIn, rebaseDraft } from '../../database/drafts.ts';
import { stopExaminations } from '../../database/examinations.ts';
import { readRelease, releasesInForce } from '../../database/releases.ts';
import { lockArea } from '../../database/areas.ts';
import type { Transaction } from '../../database/transaction.ts';
import { compilePack } from '../../packs/compile-pack.ts';
import { softenDemoFault } from '../../packs/drafting/soften-demo-fault.ts';
import { packsFrom } from '../../packs/reading/packs-from.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { alignedPacks } from './aligned-packs.ts';
import { insertPublished, storeManifest } from './insert-published.ts';
import type { ReleaseStore } from './release-store.ts';

/**
 * Lets areas with definitions of their own follow what an area above has published: their own definitions over the new
 * ones, from the top down. Where these do not go together the area stays as it is, which the examination of the release
 * above had told before; an operator reads it in the log.
 *
 * @returns how many releases and drafts followed
 */
export async function followReleases(context: Context): Promise<number> {
  let followed = 0;
  const { areas, key } = await context.database.read((tx) => thoseBelow(context, tx));
  if (inLine.get(context.releases) === key) return 0;
  // Each in a transaction of its own, and areas come before those below them.
  for (const area of areas) {
    followed += (await context.database.transaction((tx) => followRelease(context, tx, area))) ? 1 : 0;
    followed += (await context.database.transaction((tx) => rebaseOpenDraft(context, tx, area))) ? 1 : 0;
  }
  if (followed === 0) inLine.set(context.releases, key);
  return followed;
}

/** What was found in line last; while nothing is published and no draft begun there is nothing to look at again. */
const inLine = new WeakMap<ReleaseStore, string>();

/** Areas that have definitions of their own, from the top down, and a name for how things stand. */
async function thoseBelow(
  context: Context,
  tx: Transaction,
): Promise<{ readonly areas: readonly string[]; readonly key: string }> {
  const live = await context.releases.inForce(tx);
  const codes = [...live.tree.areas.keys()];
  const drafted = await openDraftsIn(tx, context.tenant, codes);
  const below = new Set([...live.all.map(({ area }) => area), ...drafted.map(({ area }) => area)]);
  return {
    areas: codes.filter((code) => below.has(code) && code !== live.root.area),
    key: [...live.all.map(({ id }) => id), ...drafted.map(({ id, baseManifest }) => `${id} ${baseManifest}`)].join(' '),
  };
}

async function followRelease(context: Context, tx: Transaction, area: string): Promise<boolean> {
  await lockArea(tx, context.tenant, area);
  const row = (await releasesInForce(tx, context.tenant)).find((release) => release.area === area);
  if (!row) return false;
  const packs = await alignedPacks(context, tx, area, await context.releases.packsOf(tx, row.manifestHash));
  if (packs === null) return false;
  const { release, faults } = await compilePack(packs.at(-1)?.id ?? '', packsFrom(packs), softenDemoFault);
  if (!release) {
    const [first] = faults.filter(({ severity }) => severity === 'error');
    context.log.warn({ area, fault: first?.code, file: first?.file }, 'an area cannot follow the release above it');
    return false;
  }
  const own = row.kind === 'followed' && row.relatesTo !== null ? row.relatesTo : row.id;
  const note = (await readRelease(tx, context.tenant, own))?.note ?? row.note;
  const id = await insertPublished(context, tx, {
    area,
    release,
    packs,
    effectiveFrom: tx.now,
    createdBy: null,
    approvedBy: null,
    note,
    kind: 'followed',
    relatesTo: own,
  });
  await recordAudit(tx, context.tenant, {
    action: 'release-followed',
    person: null,
    subject: { kind: 'release', id },
  });
  return true;
}

/** A draft is laid over what its area stands on now; what was examined before no longer counts. */
async function rebaseOpenDraft(context: Context, tx: Transaction, area: string): Promise<boolean> {
  const [draft] = await openDraftsIn(tx, context.tenant, [area]);
  if (!draft) return false;
  const packs = await alignedPacks(context, tx, area, await context.releases.packsOf(tx, draft.baseManifest));
  if (packs === null) return false;
  const { release } = await compilePack(packs.at(-1)?.id ?? '', packsFrom(packs), softenDemoFault);
  if (!release) return false;
  await storeManifest(tx, context.tenant, release.hash, packs);
  await rebaseDraft(tx, context.tenant, draft.id, release.hash);
  await stopExaminations(tx, context.tenant, draft.id);
  return true;
}
