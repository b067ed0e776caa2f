import { localDate } from '../../kernel/local-time.ts';
import { areaTree } from '../../kernel/organization/area-tree.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { everyParent } from '../../database/areas.ts';
import { readFiles, readManifest, releasesInForce } from '../../database/releases.ts';
import type { Transaction } from '../../database/transaction.ts';
import { compilePublished } from '../../packs/compile-pack.ts';
import { addedByInstalled } from '../../packs/plugins/added-by-installed.ts';
import { toleratingMissing } from '../../kernel/release/added-by-plugins.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import { Refusal } from '../refusal.ts';
import { recentlyUsed } from './recently-used.ts';
import { releasesInForceOf } from './releases-in-force.ts';
import type { AreaRelease, InForce, OrganizationFrame, ReleaseStore } from './release-store.ts';

/** How long "what is in force now" may be a step behind another node's publishing. */
const currentForMs = 1000;

/** Compiled releases kept: all that are in force, and those that running instances are pinned to. A street's has some 2 MB. */
const keptReleases = 200;
const keptPacks = 40;

/**
 * Releases compiled from what the database holds, each once per process. The files on disk play no part: what is
 * published is in the database. What is in force is asked for once a second, in one statement, however many areas have
 * releases of their own; a release that has a date counts from that instant on.
 */
export function createReleaseStore(tenant: string): ReleaseStore {
  const compiled = recentlyUsed<CompiledRelease>(keptReleases);
  const packs = recentlyUsed<readonly PackFolder[]>(keptPacks);
  const frames = new WeakMap<CompiledRelease, OrganizationFrame>();
  let current: Looked | null = null;
  const publishing = new WeakSet<Transaction>();

  const organizationFrame = (release: CompiledRelease): OrganizationFrame => {
    const known = frames.get(release);
    if (known) return known;
    const frame = {
      tree: areaTree(release.areas),
      posts: new Map(release.posts.map((post) => [post.id, post])),
      changes: release.areaChanges,
    };
    frames.set(release, frame);
    return frame;
  };
  const packsOf = (tx: Transaction, hash: string): Promise<readonly PackFolder[]> =>
    packs.get(hash, () => storedPacks(tx, tenant, hash));
  const byHash = (tx: Transaction, hash: string): Promise<CompiledRelease> =>
    compiled.get(hash, async () => compileStored(await packsOf(tx, hash), hash));
  const inForce = async (tx: Transaction): Promise<InForce> => {
    if (current && isStillTrue(current, tx.now)) return current.inForce;
    const rows = await releasesInForce(tx, tenant);
    const [first] = rows;
    if (!first) throw new Refusal('nothing-published');
    const today = localDate(tx.now);
    const key = [today, ...rows.map(({ id }) => id)].join(' ');
    const known = current?.key === key ? current.inForce : null;
    const put = async (): Promise<InForce> => {
      const releases: AreaRelease[] = [];
      for (const { id, area, manifestHash } of rows)
        releases.push({ id, area, release: await byHash(tx, manifestHash) });
      return releasesInForceOf(releases, await everyParent(tx, tenant), organizationFrame, today);
    };
    const looked = { key, today, inForce: known ?? (await put()), readAt: Date.parse(tx.now), nextAt: first.nextAt };
    if (!publishing.has(tx)) current = looked;
    return looked.inForce;
  };
  return {
    byHash,
    packsOf,
    inForce,
    organizationFrame,
    current: async (tx) => (await inForce(tx)).root.release,
    at: async (tx, area) => (await inForce(tx)).at(area).release,
    forget: () => {
      current = null;
    },
    publishingIn: (tx) => {
      publishing.add(tx);
      tx.afterCommit(() => {
        current = null;
      });
    },
  };
}

/** What was found in force, and until when that can be true. */
interface Looked {
  /** The day and the ids of the releases' rows. */
  readonly key: string;
  readonly today: string;
  readonly inForce: InForce;
  readonly readAt: number;
  readonly nextAt: string | null;
}

function isStillTrue({ readAt, nextAt, today }: Looked, now: string): boolean {
  const age = Date.parse(now) - readAt;
  return age >= 0 && age < currentForMs && (nextAt === null || now < nextAt) && localDate(now) === today;
}

/** Reads the files of a manifest. */
async function storedPacks(tx: Transaction, tenant: string, hash: string): Promise<readonly PackFolder[]> {
  const manifest = await readManifest(tx, tenant, hash);
  if (!manifest) throw new Error(`the database does not hold the release ${hash}`);
  const contents = await readFiles(
    tx,
    tenant,
    manifest.packs.flatMap((pack) => Object.values(pack.files)),
  );
  return manifest.packs.map(({ id, files }) => ({
    id,
    files: new Map(
      Object.entries(files).map(([path, sha256]) => [path, { path, sha256, text: contents.get(sha256) ?? '' }]),
    ),
  }));
}

async function compileStored(packs: readonly PackFolder[], hash: string): Promise<CompiledRelease> {
  const plugins = toleratingMissing(await addedByInstalled());
  const { release, faults } = await compilePublished(packs, plugins);
  if (!release)
    throw new Error(
      `the release ${hash} does not compile any more: ${faults.map((fault) => `${fault.file} ${fault.code}`).join(', ')}`,
    );
  return { ...release, hash };
}
