import { openDraftOf } from '../../database/drafts.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import { hasErrors, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import type { PackFinder } from '../../kernel/compilation/pack-chain.ts';
import { compilePack, type CompiledPack } from '../../packs/compile-pack.ts';
import { compareVersions } from '../../packs/drafting/compose-draft.ts';
import { softenDemoFault } from '../../packs/drafting/soften-demo-fault.ts';
import { packsFrom } from '../../packs/reading/packs-from.ts';
import { standings, type UpgradeSides } from '../../packs/upgrade/compare-three-ways.ts';
import { layUpgrade } from '../../packs/upgrade/lay-upgrade.ts';
import { packNumbers } from '../../packs/upgrade/pack-numbers.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { insertPublished } from './insert-published.ts';
import { keepShipped } from './keep-shipped.ts';
import { standingRelease, type StandingRelease } from './standing-release.ts';
import { upgradeMaterial } from './upgrade-material.ts';

/** A pack somebody wants to have installed. */
export interface WantedPack {
  readonly id: string;
  readonly find: PackFinder;
  /** Null: the uppermost area the pack writes, or the uppermost there is. */
  readonly area: string | null;
  /** Publishes a newer version at once, keeping what the area changed; else it is offered. */
  readonly atOnce: boolean;
}

/** What became of it. */
export type Installation =
  | { readonly outcome: 'faulty'; readonly faults: readonly PackFault[] }
  | { readonly outcome: 'published' | 'offered' | 'upgraded'; readonly area: string; readonly version: string }
  | { readonly outcome: 'already-there' | 'not-newer'; readonly area: string; readonly version: string };

/**
 * Installs a pack at an area. One that the area does not run on yet is published there. Of one that it runs on a newer
 * version is offered as an upgrade, which somebody reads and takes in the studio; with `atOnce` it is published, and
 * where both changed a definition the area's own stays.
 *
 * @throws Refusal `area-unknown`, `draft-open` when an upgrade at once would pass by an open draft
 */
export async function installPack(context: Context, tx: Transaction, wanted: WantedPack): Promise<Installation> {
  const compiled = await compilePack(wanted.id, wanted.find, softenDemoFault);
  if (!compiled.release || !compiled.definitions)
    return { outcome: 'faulty', faults: compiled.faults.filter((fault) => hasErrors([fault])) };
  const packs = compiled.definitions.packs.map(({ id, files }) => ({ id, files }));
  const area = await areaFor(context, tx, wanted, compiled);
  const { version } = compiled.release.manifest;
  const standing = await standingRelease(context, tx, area);
  const there = standing.packs.find(({ id }) => id === wanted.id);
  if (!there) return publishNew(context, tx, area, { ...compiled, release: compiled.release }, packs);
  const { takenFrom } = packNumbers(there);
  if (
    packs.every((pack) =>
      isSamePack(
        pack,
        standing.packs.find(({ id }) => id === pack.id),
      ),
    )
  )
    return { outcome: 'already-there', area, version };
  if (takenFrom === null || compareVersions(version, takenFrom) <= 0) return { outcome: 'not-newer', area, version };
  await keepShipped(tx, context.tenant, packs);
  return wanted.atOnce ? upgradeAtOnce(context, tx, area, standing, version) : { outcome: 'offered', area, version };
}

async function areaFor(
  context: Context,
  tx: Transaction,
  { area }: WantedPack,
  { release }: CompiledPack,
): Promise<string> {
  const live = await context.releases.inForce(tx);
  const own = release?.areas.find(({ parent }) => parent === null)?.code;
  const chosen = area ?? own ?? live.root.area;
  if (!live.tree.areas.has(chosen)) throw new Refusal('area-unknown');
  return chosen;
}

async function publishNew(
  context: Context,
  tx: Transaction,
  area: string,
  { release }: { readonly release: NonNullable<CompiledPack['release']> },
  packs: readonly PackFolder[],
): Promise<Installation> {
  const { pack, version } = release.manifest;
  await keepShipped(tx, context.tenant, packs);
  await insertPublished(context, tx, {
    area,
    release,
    packs,
    effectiveFrom: tx.now,
    createdBy: null,
    approvedBy: null,
    note: `${pack} ${version}`,
    kind: 'published',
    relatesTo: null,
  });
  return { outcome: 'published', area, version };
}

async function upgradeAtOnce(
  context: Context,
  tx: Transaction,
  area: string,
  { ownPack }: StandingRelease,
  version: string,
): Promise<Installation> {
  if (await openDraftOf(tx, context.tenant, area)) throw new Refusal('draft-open');
  const material = await upgradeMaterial(context, tx, area);
  if (!material) return { outcome: 'not-newer', area, version };
  const laid = layUpgrade(material.sides, keepingOurs(material.sides), ownPack === null ? null : material.lastVersion);
  if (!laid.packs) throw new Error('a choice is missing');
  const { release, faults } = await compilePack(laid.packs.at(-1)?.id ?? '', packsFrom(laid.packs), softenDemoFault);
  if (!release) return { outcome: 'faulty', faults: faults.filter((fault) => hasErrors([fault])) };
  await publishNew(context, tx, area, { release }, laid.packs);
  return { outcome: 'upgraded', area, version: release.manifest.version };
}

function keepingOurs(sides: UpgradeSides): Parameters<typeof layUpgrade>[1] {
  return [...standings(sides).values()].flatMap(({ changedBy, ours, theirs }) => {
    const shown = ours ?? theirs;
    return changedBy === 'both' && shown ? [{ kind: shown.kind, id: shown.id, take: 'ours' as const }] : [];
  });
}

function isSamePack(one: PackFolder, other: PackFolder | undefined): boolean {
  return (
    other !== undefined &&
    one.files.size === other.files.size &&
    [...one.files].every(([path, { text }]) => other.files.get(path)?.text === text)
  );
}
