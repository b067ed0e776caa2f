import { createHash } from 'node:crypto';
import type { FileOfPack, PackFolder } from '../../kernel/compilation/pack-folder.ts';
import { definitionContents, definitionKey } from '../comparison/definition-contents.ts';
import type { EditedKind } from '../../kernel/compilation/file-kinds.ts';
import type { WrittenDefinition } from '../reading/written-definitions.ts';
import { removeDefinition, writeDefinition, type FileChange } from '../drafting/write-definition.ts';
import { isSame, outcomeOf, standings, type UpgradeChoice, type UpgradeSides } from './compare-three-ways.ts';
import { mergePackFile } from './merge-pack-file.ts';

/** A definition by what it is called among its kind. */
interface DefinitionName {
  readonly kind: EditedKind;
  readonly id: string;
}

/** Packs after an upgrade, or the definitions somebody still has to choose about. */
export type LaidUpgrade =
  | { readonly packs: readonly PackFolder[]; readonly undecided: null }
  | { readonly packs: null; readonly undecided: readonly DefinitionName[] };

/**
 * Lays a newer version under what an area has changed itself. What only the new version changed is taken, what only the
 * area changed stays, and where both did it is as chosen: nothing the area wrote goes without somebody saying so. Files
 * that the area has not changed come byte for byte as they were shipped.
 *
 * @param sides the last pack of `ours` is the area's own and alone holds changes; those below become the new version's
 * @param lastVersion the highest version the own pack was published with; the merged one is higher
 */
export function layUpgrade(
  sides: UpgradeSides,
  choices: readonly UpgradeChoice[],
  lastVersion: string | null = null,
): LaidUpgrade {
  const chosen = new Map(choices.map((choice) => [definitionKey(choice), choice.take]));
  const all = standings(sides);
  const undecided = [...all]
    .filter(([key, { changedBy }]) => changedBy === 'both' && !chosen.has(key))
    .flatMap(([, { ours, theirs }]) => [ours ?? theirs].filter((shown) => shown !== null));
  if (undecided.length > 0) return { packs: null, undecided: undecided.map(({ kind, id }) => ({ kind, id })) };
  const wanted = new Map([...all].map(([key, one]) => [key, outcomeOf(one, chosen.get(key) ?? 'ours')]));
  const own = sides.ours.at(-1);
  if (!own) throw new Error('an area has at least one pack');
  const below = sides.theirs.filter(({ id }) => id !== own.id);
  const versions = { base: packIn(sides.base, own.id), ours: own, theirs: packIn(sides.theirs, own.id) };
  const files = reaching(wanted, below, { id: own.id, files: untouchedFiles(versions) });
  const kept = new Set(
    [...all].flatMap(([key, { theirs, ours }]) => {
      const outcome = wanted.get(key) ?? null;
      return ours && isSame(outcome, ours) && !isSame(ours, theirs) ? [ours.file] : [];
    }),
  );
  const manifest = mergePackFile(versions, files, kept, lastVersion);
  return {
    packs: [...below, { id: own.id, files: new Map([...files, ['pack.json', fileOf('pack.json', manifest)]]) }],
    undecided: null,
  };
}

/** One pack on the three sides; null: it is not there. */
export interface PackVersions {
  readonly base: PackFolder | null;
  readonly ours: PackFolder;
  readonly theirs: PackFolder | null;
}

function packIn(packs: readonly PackFolder[], id: string): PackFolder | null {
  return packs.find((pack) => pack.id === id) ?? null;
}

/** The own pack's files, with the new version's bytes wherever the area has left a file as it was. */
function untouchedFiles({ base, ours, theirs }: PackVersions): ReadonlyMap<string, FileOfPack> {
  const files = new Map<string, FileOfPack>();
  for (const path of new Set([...ours.files.keys(), ...(theirs?.files.keys() ?? [])])) {
    const [was, own, next] = [base?.files.get(path), ours.files.get(path), theirs?.files.get(path)];
    const file = theirs !== null && own?.text === was?.text ? next : own;
    if (file) files.set(path, file);
  }
  return files;
}

/** Brings an own pack to hold, over the packs below, what every definition shall hold. */
function reaching(
  wanted: ReadonlyMap<string, WrittenDefinition | null>,
  below: readonly PackFolder[],
  start: PackFolder,
): ReadonlyMap<string, FileOfPack> {
  let own = start;
  let reached = definitionContents([...below, own]);
  const inherited = definitionContents(below);
  for (const [key, definition] of wanted) {
    if (isSame(reached.get(key) ?? null, definition)) continue;
    const change = changeFor(own, below, reached.get(key) ?? null, definition, inherited.get(key) ?? null);
    if (change === null) continue;
    const files = new Map(own.files);
    if (change.text === null) files.delete(change.path);
    else files.set(change.path, fileOf(change.path, change.text));
    own = { id: own.id, files };
    reached = definitionContents([...below, own]);
  }
  return own.files;
}

function changeFor(
  own: PackFolder,
  below: readonly PackFolder[],
  reached: WrittenDefinition | null,
  wanted: WrittenDefinition | null,
  inherited: WrittenDefinition | null,
): FileChange | null {
  const name = wanted ?? reached;
  if (!name) return null;
  // What is wanted is inherited as it is, or there shall be nothing: then the own pack must not write it.
  if (!wanted || isSame(inherited, wanted)) return removeDefinition(own, name);
  if ('text' in wanted.content) return { path: wanted.file, text: wanted.content.text };
  return writeDefinition(own, below, name, wanted.content);
}

function fileOf(path: string, text: string): FileOfPack {
  return { path, text, sha256: createHash('sha256').update(text).digest('hex') };
}
