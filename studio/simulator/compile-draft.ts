import { assembleRelease } from '../../server/kernel/compilation/assemble-release.ts';
import { compileChain } from '../../server/kernel/compilation/compile-chain.ts';
import type { PackFolder } from '../../server/kernel/compilation/pack-folder.ts';
import type { PackFault } from '../../server/kernel/compilation/pack-fault.ts';
import type { Scenario } from '../../server/kernel/world/scenario.ts';
import type { CompiledRelease } from '../../server/kernel/release/compiled-release.ts';
import type { DemoPerson } from '../../server/kernel/release/demo.ts';
import { readDraftJson } from './read-draft-json.ts';

/** The files of a draft and of the packs below it, as `readDraftRelease` answers them. */
export interface DraftFiles {
  readonly pack: string;
  readonly packs: readonly { readonly id: string; readonly files: { readonly [path: string]: string } }[];
}

/** A scenario of a draft. */
interface DraftScenario {
  readonly id: string;
  readonly scenario: Scenario;
  /** Whether the area's own pack has it; an inherited one may end otherwise, when that is just what the area decided. */
  readonly own: boolean;
}

/** A draft that can be run in the page. */
export interface CompiledDraft {
  readonly release: CompiledRelease;
  /** The invented people of the pack, or of the nearest one below that has any. */
  readonly demoPeople: readonly DemoPerson[];
  /** The scenarios of the pack and of those below it, by the id under which a draft knows them. */
  readonly scenarios: readonly DraftScenario[];
  /** What could not be read or compiled; the run goes without it. */
  readonly faults: readonly PackFault[];
}

/**
 * Compiles a draft in the page, with the function the server publishes with. A draft is not published from here, so its
 * release has no hash.
 *
 * @param pause awaited before each file that takes long, so that the page can answer in between
 * @returns null when not even the pack itself can be read
 */
export async function compileDraft(files: DraftFiles, pause: () => Promise<void>): Promise<CompiledDraft | null> {
  const folders = new Map(files.packs.map((pack) => [pack.id, folderOf(pack)]));
  const { compiled, reading, compiling } = await compileChain(files.pack, {
    find: async (id) => {
      const folder = folders.get(id);
      return folder ? { folder, faults: [] } : null;
    },
    readJson: readDraftJson,
    pause,
  });
  if (!compiled) return null;
  const { packs, people } = compiled.definitions;
  return {
    release: assembleRelease(compiled, { hashOf: () => '', assumed: [] }),
    demoPeople: people.flatMap((file) => file.value.people),
    scenarios: nearest(
      packs.flatMap((pack) =>
        pack.scenarios.map(({ file, value }) => ({
          id: scenarioId(file),
          scenario: value,
          own: pack.id === files.pack,
        })),
      ),
      ({ id }) => id,
    ),
    faults: [...reading, ...compiling].filter((fault) => fault.severity === 'error'),
  };
}

function folderOf({ id, files }: DraftFiles['packs'][number]): PackFolder {
  return {
    id,
    files: new Map(Object.entries(files).map(([path, text]) => [path, { path, text, sha256: '' }])),
  };
}

/** Of the same in several packs the one of the pack nearest to the street. */
function nearest<Item>(items: readonly Item[], idOf: (item: Item) => string): readonly Item[] {
  return [...new Map(items.map((item) => [idOf(item), item])).values()];
}

function scenarioId(file: string): string {
  return file.replace(/^tests\/|\.scenario\.json$/g, '');
}
