import { areaTree } from '../../kernel/organization/area-tree.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { currentRelease, readFiles, readManifest } from '../../database/releases.ts';
import type { Transaction } from '../../database/transaction.ts';
import { compilePack } from '../../packs/compile-pack.ts';
import { addedByInstalled, toleratingMissing } from '../../packs/plugins/added-by-plugins.ts';
import type { PackFinder } from '../../packs/reading/pack-chain.ts';
import { Refusal } from '../refusal.ts';
import type { OrganizationFrame, ReleaseStore } from './release-store.ts';

/** How long "which release is effective now" may be a step behind another node's publishing. */
const currentForMs = 1000;

/**
 * Releases compiled from what the database holds, each once per process. The files on disk play no part: what is
 * published is in the database.
 */
export function createReleaseStore(tenant: string): ReleaseStore {
  const compiled = new Map<string, CompiledRelease>();
  const frames = new WeakMap<CompiledRelease, OrganizationFrame>();
  let current: { readonly hash: string; readonly readAt: number } | null = null;
  const byHash = async (tx: Transaction, hash: string): Promise<CompiledRelease> => {
    const known = compiled.get(hash);
    if (known) return known;
    const release = await compileStored(tx, tenant, hash);
    compiled.set(hash, release);
    return release;
  };
  return {
    byHash,
    async current(tx) {
      const at = Date.parse(tx.now);
      if (current && at - current.readAt >= 0 && at - current.readAt < currentForMs) return byHash(tx, current.hash);
      const row = await currentRelease(tx, tenant);
      if (!row) throw new Refusal('nothing-published');
      current = { hash: row.manifestHash, readAt: at };
      return byHash(tx, row.manifestHash);
    },
    organizationFrame(release) {
      const known = frames.get(release);
      if (known) return known;
      const frame = { tree: areaTree(release.areas), posts: new Map(release.posts.map((post) => [post.id, post])) };
      frames.set(release, frame);
      return frame;
    },
  };
}

async function compileStored(tx: Transaction, tenant: string, hash: string): Promise<CompiledRelease> {
  const manifest = await readManifest(tx, tenant, hash);
  if (!manifest) throw new Error(`the database does not hold the release ${hash}`);
  const hashes = manifest.packs.flatMap((pack) => Object.values(pack.files));
  const contents = await readFiles(tx, tenant, hashes);
  const find: PackFinder = async (id) => {
    const files = Object.entries(manifest.packs.find((pack) => pack.id === id)?.files ?? {});
    return {
      folder: {
        id,
        files: new Map(files.map(([path, sha256]) => [path, { path, sha256, text: contents.get(sha256) ?? '' }])),
      },
      faults: [],
    };
  };
  const plugins = toleratingMissing(await addedByInstalled());
  const { release, faults } = await compilePack(manifest.pack, find, plugins);
  // It was checked when it was published; a newer program may be stricter, which an operator has to know about.
  if (!release)
    throw new Error(
      `the release ${hash} does not compile any more: ${faults.map((fault) => `${fault.file} ${fault.code}`).join(', ')}`,
    );
  return { ...release, hash };
}
