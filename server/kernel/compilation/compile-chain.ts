import type { AddedByPlugins } from '../release/added-by-plugins.ts';
import { compileDefinitions, type CompiledDefinitions } from './compile-definitions.ts';
import { effectiveDefinitions } from './effective-definitions.ts';
import type { ReadJson } from './json-shapes.ts';
import { readPackChain, type PackFinder } from './pack-chain.ts';
import type { PackDefinitions } from './pack-definitions.ts';
import type { PackFault } from './pack-fault.ts';

/** How a chain of packs is read and compiled where the program happens to run. */
export interface CompilationMeans {
  readonly find: PackFinder;
  readonly readJson: ReadJson;
  /** Awaited before each file that takes long, so that a page can answer in between. */
  readonly pause?: () => Promise<void>;
  /** What plugins add to the words a pack may use; anything they are named for when absent. */
  readonly plugins?: AddedByPlugins;
}

/** What the files of a pack and of those below it came to. */
export interface CompiledChain {
  /** Null when not even the `pack.json` of the pack asked for could be read. */
  readonly compiled: CompiledDefinitions | null;
  /** What is wrong with files and packs. */
  readonly reading: readonly PackFault[];
  /** What does not compile. */
  readonly compiling: readonly PackFault[];
}

/**
 * The way from files to definitions that run, for the server, the terminal and the browser alike. Whether definitions fit
 * together is another question: see `server/packs/check-definitions.ts`.
 *
 * @param id id of the pack
 */
export async function compileChain(id: string, means: CompilationMeans): Promise<CompiledChain> {
  const chain = await readPackChain(id, means.find, means.readJson);
  if (!isComplete(chain.packs) || chain.packs.at(-1)?.id !== id)
    return { compiled: null, reading: chain.faults, compiling: [] };
  const { compiled, faults } = await compileDefinitions(effectiveDefinitions(chain.packs), means.pause, means.plugins);
  return { compiled, reading: chain.faults, compiling: faults };
}

function isComplete(packs: readonly PackDefinitions[]): packs is readonly [...PackDefinitions[], PackDefinitions] {
  return packs.length > 0;
}
