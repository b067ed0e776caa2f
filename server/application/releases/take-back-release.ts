import { lockArea } from '../../database/areas.ts';
import { readRelease, withdrawRelease, type ReleaseRow } from '../../database/releases.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import { compilePack } from '../../packs/compile-pack.ts';
import { locateFault } from '../../packs/drafting/locate-fault.ts';
import { softenDemoFault } from '../../packs/drafting/soften-demo-fault.ts';
import { packsFrom } from '../../packs/reading/packs-from.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { alignedPacks } from './aligned-packs.ts';
import { insertPublished } from './insert-published.ts';
import {
  areaReleases,
  mayBeTakenBack,
  releaseBefore,
  releaseView,
  type AreaReleases,
  type ReleaseView,
} from './release-views.ts';

/**
 * Publishes again what held before a release, as a release of its own and at once; instances that run on it stay on it.
 * One that has not come into force yet never will. It needs no second person: it only gives again what was in force.
 *
 * @throws Refusal `release-unknown`, `not-permitted`, `release-not-to-take-back`, `release-does-not-fit`
 */
export async function takeBackRelease(
  context: Context,
  tx: Transaction,
  actor: Actor,
  id: string,
  reason: string,
): Promise<ReleaseView> {
  const row = await readRelease(tx, context.tenant, id);
  if (!row || !mayAct(actor, 'definitions.view', row.area)) throw new Refusal('release-unknown');
  const { area } = row;
  if (!mayAct(actor, 'administration', area)) throw new Refusal('not-permitted', { permission: 'administration' });
  await lockArea(tx, context.tenant, area);
  const releases = await areaReleases(context, tx, area);
  const inherits = ((await context.releases.inForce(tx)).area(area)?.parent ?? null) !== null;
  if (row.kind === 'followed' || !mayBeTakenBack(releases, row, inherits))
    throw new Refusal('release-not-to-take-back');
  const packs = await packsBefore(context, tx, area, releases, row);
  if (releases.coming.some((coming) => coming.id === id)) await withdrawRelease(tx, context.tenant, id);
  const { release, faults } = await compilePack(packs.at(-1)?.id ?? '', packsFrom(packs), softenDemoFault);
  if (!release) {
    const errors = faults.filter(({ severity }) => severity === 'error').map((fault) => locateFault(fault, packs));
    throw new Refusal(
      'release-does-not-fit',
      { count: errors.length },
      errors.slice(0, 20).map(({ kind, id: definition, place, zh, en }) => ({
        path: `/${kind ?? ''}/${definition ?? ''}${place}`,
        zh,
        en,
      })),
    );
  }
  const taken = await insertPublished(context, tx, {
    area,
    release,
    packs,
    effectiveFrom: tx.now,
    createdBy: actor.person,
    approvedBy: null,
    note: reason,
    kind: 'taken-back',
    relatesTo: id,
  });
  await recordAudit(tx, context.tenant, {
    action: 'release-taken-back',
    person: actor.person,
    subject: { kind: 'release', id },
    reason,
  });
  return releaseView(context, tx, actor, area, taken);
}

/** What the area is to run on again, over what the area above runs on by now. */
async function packsBefore(
  context: Context,
  tx: Transaction,
  area: string,
  releases: AreaReleases,
  row: ReleaseRow,
): Promise<readonly PackFolder[]> {
  const isComing = releases.coming.some(({ id }) => id === row.id);
  const before = isComing ? releases.inForce : releaseBefore(releases, row);
  const live = await context.releases.inForce(tx);
  if (before === null) {
    const parent = live.area(area)?.parent ?? live.root.area;
    return context.releases.packsOf(tx, live.at(parent).release.hash);
  }
  const packs = await context.releases.packsOf(tx, before.manifestHash);
  return (await alignedPacks(context, tx, area, packs)) ?? packs;
}
