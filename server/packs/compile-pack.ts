import { join } from 'node:path';
import { compileChain } from '../kernel/compilation/compile-chain.ts';
import type { EffectiveDefinitions } from '../kernel/compilation/effective-definitions.ts';
import type { PackFinder } from '../kernel/compilation/pack-chain.ts';
import type { PackFolder } from '../kernel/compilation/pack-folder.ts';
import { hasErrors, type PackFault } from '../kernel/compilation/pack-fault.ts';
import type { CompiledRelease } from '../kernel/release/compiled-release.ts';
import { buildRelease } from './build-release.ts';
import { checkDefinitions } from './check-definitions.ts';
import { checkScenarios } from './checks/check-scenarios.ts';
import { isConsequence, kindsWithErrors } from './consequences.ts';
import type { AddedByPlugins } from '../kernel/release/added-by-plugins.ts';
import { addedByInstalled } from './plugins/added-by-installed.ts';
import { softenDemoFault } from './drafting/soften-demo-fault.ts';
import { missingFiles } from './reading/missing-files.ts';
import { readJsonFile } from './reading/read-json-file.ts';
import { packsFrom } from './reading/packs-from.ts';
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
 * @param soften makes warnings of errors that must not keep the pack from being published
 * @param plugins what plugins add to the words a pack may use; those that are installed when absent
 */
export async function compilePack(
  id: string,
  find: PackFinder,
  soften: (fault: PackFault) => PackFault = (fault) => fault,
  plugins?: AddedByPlugins,
): Promise<CompiledPack> {
  const means = { find, readJson: readJsonFile, plugins: plugins ?? (await addedByInstalled()) };
  const { compiled, reading, compiling } = await compileChain(id, means);
  if (!compiled) return { release: null, faults: eachOnce(reading), definitions: null };
  const { definitions } = compiled;
  const cut = reading.some((fault) => fault.code.startsWith('pack-extends-'));
  const read = [...reading, ...(cut ? [] : missingFiles(definitions)), ...compiling];
  const unread = kindsWithErrors(read);
  const checked = checkDefinitions(compiled).filter((fault) => !isConsequence(fault, unread));
  const found = eachOnce([...read, ...checked]).map(soften);
  if (hasErrors(found)) return { release: null, faults: found, definitions };
  const release = buildRelease(compiled);
  const all = [...found, ...checkScenarios(definitions, release).map(soften)];
  return { release: hasErrors(all) ? null : release, faults: all, definitions };
}

/**
 * Compiles what was published, which was checked then. Checks that a newer program has are for whoever publishes next:
 * they are no reason for a street to stand still, and they are half of the time this takes.
 *
 * @param packs the packs of the release, the most general first
 * @param plugins what plugins add to the words a pack may use
 * @returns no release only when files cannot be read or compiled any more, and why
 */
export async function compilePublished(
  packs: readonly PackFolder[],
  plugins: AddedByPlugins,
): Promise<Omit<CompiledPack, 'definitions'>> {
  const means = { find: packsFrom(packs), readJson: readJsonFile, plugins };
  const { compiled, reading, compiling } = await compileChain(packs.at(-1)?.id ?? '', means);
  const faults = [...reading, ...compiling].map(softenDemoFault);
  return { release: compiled && !hasErrors(faults) ? buildRelease(compiled) : null, faults };
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
