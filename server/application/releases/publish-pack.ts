import { noteEnacted } from '../../database/releases.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { PackFinder } from '../../kernel/compilation/pack-chain.ts';
import type { PackFault } from '../../kernel/compilation/pack-fault.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { compilePack } from '../../packs/compile-pack.ts';
import { storeAreas } from '../organization/store-areas.ts';
import { insertPublished } from './insert-published.ts';
import { keepShipped } from './keep-shipped.ts';

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
 * Publishes a pack from disk at its root area from now on: its files and those of the packs it stands on are stored by
 * content, the release becomes the current one, the area tree is brought up to date. New instances pin it, running ones
 * stay.
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
  const nobodyYet = { tenant, wake: () => {}, releases: { publishingIn: () => {} } };
  const published = await insertPublished(nobodyYet, tx, {
    area: release.areas.find((area) => area.parent === null)?.code ?? '',
    release,
    packs: definitions.packs,
    effectiveFrom: tx.now,
    createdBy: by,
    approvedBy: null,
    note: `${id} ${release.manifest.version}`,
    kind: 'published',
    relatesTo: null,
  });
  await keepShipped(tx, tenant, definitions.packs);
  await storeAreas(tx, tenant, release.areas, release.areaChanges);
  await noteEnacted(tx, tenant, published);
  return release;
}
