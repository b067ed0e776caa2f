import { join } from 'node:path';
import type { CompiledRelease } from '../kernel/release/compiled-release.ts';
import { buildRelease } from './build-release.ts';
import { checkDefinitions } from './check-definitions.ts';
import { checkScenarios } from './checks/check-scenarios.ts';
import { compileDefinitions } from './compile-definitions.ts';
import { isConsequence, kindsWithErrors } from './consequences.ts';
import { hasErrors, type PackFault } from './pack-fault.ts';
import { addedByInstalled, type AddedByPlugins } from './plugins/added-by-plugins.ts';
import { effectiveDefinitions, type EffectiveDefinitions } from './reading/effective-definitions.ts';
import { missingFiles } from './reading/missing-files.ts';
import { readPackChain, type PackFinder } from './reading/pack-chain.ts';
import type { PackDefinitions } from './reading/pack-definitions.ts';
import { readPackFolder } from './reading/read-pack-folder.ts';

/** What a pack came to: a release when nothing stands against it, and all faults and warnings. */
export interface CompiledPack {
  /** Null while there is an error. */
  readonly release: CompiledRelease | null;
  readonly faults: readonly PackFault[];
  /** Null when not even `pack.json` could be read. */
  readonly definitions: EffectiveDefinitions | null;
}

/**
 * Reads, compiles and checks a pack with everything it stands on. All faults are found in one go.
 *
 * @param id id of the pack
 * @param find where packs are: see `packsIn` for folders on disk
 * @param plugins what plugins add to the words a pack may use; those that are installed when absent
 */
export async function compilePack(id: string, find: PackFinder, plugins?: AddedByPlugins): Promise<CompiledPack> {
  const chain = await readPackChain(id, find);
  if (!isComplete(chain.packs) || chain.packs.at(-1)?.id !== id)
    return { release: null, faults: eachOnce(chain.faults), definitions: null };
  const definitions = effectiveDefinitions(chain.packs);
  const { compiled, faults } = await compileDefinitions(definitions, plugins ?? (await addedByInstalled()));
  const cut = chain.faults.some((fault) => fault.code.startsWith('pack-extends-'));
  const read = [...chain.faults, ...(cut ? [] : missingFiles(definitions)), ...faults];
  const unread = kindsWithErrors(read);
  const found = eachOnce([...read, ...checkDefinitions(compiled).filter((fault) => !isConsequence(fault, unread))]);
  if (hasErrors(found)) return { release: null, faults: found, definitions };
  const release = buildRelease(compiled);
  const all = [...found, ...checkScenarios(definitions, release)];
  return { release: hasErrors(all) ? null : release, faults: all, definitions };
}

/** Finds packs as folders beside each other in `definitions/`. */
export function packsIn(folder: string): PackFinder {
  return (id) => readPackFolder(join(folder, id));
}

/** A text that reaches several steps, or one broken tag, would be told several times. */
function eachOnce(faults: readonly PackFault[]): readonly PackFault[] {
  return [
    ...new Map(
      faults.map((fault) => [`${fault.pack}/${fault.file}#${fault.place} ${fault.code} ${fault.zh}`, fault]),
    ).values(),
  ];
}

function isComplete(packs: readonly PackDefinitions[]): packs is readonly [...PackDefinitions[], PackDefinitions] {
  return packs.length > 0;
}
