import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { insertFiles, insertManifest, insertRelease } from '../../database/releases.ts';
import type { Transaction } from '../../database/transaction.ts';
import { compilePack } from '../../packs/compile-pack.ts';
import type { PackFinder } from '../../kernel/compilation/pack-chain.ts';
import type { PackFault } from '../../kernel/compilation/pack-fault.ts';
import { kindOfFile } from '../../kernel/compilation/file-kinds.ts';
import { storeAreas } from '../organization/store-areas.ts';
import { uuidv7 } from '../uuid.ts';

/** A pack that may not be published, with everything that is wrong. */
class PackFaulty extends Error {
  readonly faults: readonly PackFault[];

  constructor(faults: readonly PackFault[]) {
    super(
      faults
        .filter((fault) => fault.severity === 'error')
        .map((fault) => `${fault.pack}/${fault.file}#${fault.place} ${fault.en}`)
        .join('\n'),
    );
    this.name = 'PackFaulty';
    this.faults = faults;
  }
}

/**
 * Publishes a pack at its root area from now on: its files and those of the packs it stands on are stored by content,
 * the release becomes the current one, the area tree is brought up to date. New instances pin it, running ones stay.
 *
 * @throws PackFaulty while a check finds an error; nothing is stored then
 */
export async function publishPack(
  tx: Transaction,
  tenant: string,
  id: string,
  find: PackFinder,
  by: string | null,
): Promise<CompiledRelease> {
  const { release, faults, definitions } = await compilePack(id, find);
  if (!release || !definitions) throw new PackFaulty(faults);
  const packs = definitions.packs.map((pack) => ({ id: pack.id, files: [...pack.files.values()] }));
  const files = packs.flatMap((pack) =>
    pack.files.map((file) => ({
      hash: file.sha256,
      kind: kindOfFile(file.path) ?? 'other',
      id: file.path,
      content: file.text,
    })),
  );
  await insertFiles(tx, tenant, [...new Map(files.map((file) => [file.hash, file])).values()]);
  await insertManifest(tx, tenant, release.hash, {
    format: 1,
    pack: id,
    packs: packs.map((pack) => ({
      id: pack.id,
      files: Object.fromEntries(pack.files.map((file) => [file.path, file.sha256])),
    })),
  });
  const root = release.areas.find((area) => area.parent === null)?.code ?? '';
  await insertRelease(tx, tenant, {
    id: uuidv7(),
    area: root,
    manifestHash: release.hash,
    effectiveFrom: tx.now,
    createdBy: by,
    approvedBy: null,
    note: `${id} ${release.manifest.version}`,
    kind: 'published',
    relatesTo: null,
    pack: id,
    packTitle: release.title,
    packVersion: release.manifest.version,
  });
  await storeAreas(tx, tenant, release.areas);
  return release;
}
