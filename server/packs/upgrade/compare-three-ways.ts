import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { canonicalJson } from '../canonical-json.ts';
import { compareContents } from '../comparison/compare-definitions.ts';
import { definitionContents, definitionKey } from '../comparison/definition-contents.ts';
import type { WrittenContent, WrittenDefinition } from '../reading/written-definitions.ts';
import type { EditedKind } from '../../kernel/compilation/file-kinds.ts';
import type { PackFolder } from '../../kernel/compilation/pack-folder.ts';
import type { Sentence } from '../comparison/sentence.ts';

/** Packs of an area, the most general first: as they were taken over, as the area has them, as the new version has them. */
export interface UpgradeSides {
  readonly base: readonly PackFolder[];
  readonly ours: readonly PackFolder[];
  readonly theirs: readonly PackFolder[];
}

/** One definition that the new version changes. */
export interface UpgradeLine {
  readonly kind: EditedKind;
  readonly id: string;
  readonly title: string;
  /** Id of the pack that writes it. */
  readonly pack: string;
  /** `theirs`: only the new version changed it. `both`: the area did too, so somebody must choose. */
  readonly changedBy: 'theirs' | 'both';
  readonly theirs: readonly Sentence[];
  readonly ours: readonly Sentence[];
}

/** What somebody chose where both changed a definition. */
export interface UpgradeChoice {
  readonly kind: EditedKind;
  readonly id: string;
  readonly take: 'ours' | 'theirs';
}

/** How one definition stands on the three sides. */
export interface Standing {
  readonly base: WrittenDefinition | null;
  readonly ours: WrittenDefinition | null;
  readonly theirs: WrittenDefinition | null;
  readonly changedBy: 'nobody' | 'ours' | 'theirs' | 'both';
}

/** Every definition of any side by its key, and who changed it. Equal contents are no change, however they are written. */
export function standings(sides: UpgradeSides): ReadonlyMap<string, Standing> {
  const [base, ours, theirs] = [sides.base, sides.ours, sides.theirs].map(definitionContents);
  const keys = [...new Set([base, ours, theirs].flatMap((side) => [...(side?.keys() ?? [])]))];
  return new Map(
    keys.map((key) => {
      const [was, own, next] = [base?.get(key) ?? null, ours?.get(key) ?? null, theirs?.get(key) ?? null];
      return [key, { base: was, ours: own, theirs: next, changedBy: changedBy(was, own, next) }] as const;
    }),
  );
}

function changedBy(
  base: WrittenDefinition | null,
  ours: WrittenDefinition | null,
  theirs: WrittenDefinition | null,
): Standing['changedBy'] {
  const weDid = !isSame(base, ours);
  if (isSame(base, theirs)) return weDid ? 'ours' : 'nobody';
  if (!weDid) return 'theirs';
  if (isSame(ours, theirs)) return 'ours';
  // Texts that only one side has changed do not get into each other's way.
  return mergedTexts(base, ours, theirs)?.clashing === false ? 'theirs' : 'both';
}

/** Whether two definitions hold the same; formatting is nothing. */
export function isSame(one: WrittenDefinition | null, other: WrittenDefinition | null): boolean {
  if (!one || !other) return one === other;
  return contentText(one.content) === contentText(other.content);
}

function contentText(content: WrittenContent): string {
  if ('json' in content) return canonicalJson(content.json);
  return 'xml' in content ? content.xml : content.text;
}

/**
 * What a newer version changes, definition by definition, and what the area has changed itself there. Definitions that
 * only the area changed are not told: they stay.
 */
export async function compareThreeWays(sides: UpgradeSides): Promise<readonly UpgradeLine[]> {
  const found = [...standings(sides)].filter(([, { changedBy: who }]) => who === 'theirs' || who === 'both');
  const [theirs, ours] = await Promise.all([
    sentencesByKey(sides.base, sides.theirs),
    sentencesByKey(sides.base, sides.ours),
  ]);
  return found.map(([key, standing]) => {
    const shown = standing.theirs ?? standing.ours ?? standing.base;
    if (!shown) throw new Error(`no side has ${key}`);
    const { kind, id, title, pack } = shown;
    return {
      kind,
      id,
      title,
      pack,
      changedBy: standing.changedBy === 'both' ? 'both' : 'theirs',
      theirs: theirs.get(key) ?? [],
      ours: standing.changedBy === 'both' ? (ours.get(key) ?? []) : [],
    };
  });
}

async function sentencesByKey(
  before: readonly PackFolder[],
  after: readonly PackFolder[],
): Promise<ReadonlyMap<string, readonly Sentence[]>> {
  const changes = await compareContents(definitionContents(before), definitionContents(after));
  return new Map(changes.map((change) => [definitionKey(change), change.sentences]));
}

/** What a definition shall hold after the upgrade; null: it is gone. */
export function outcomeOf(standing: Standing, take: 'ours' | 'theirs'): WrittenDefinition | null {
  const { base, ours, theirs } = standing;
  if (standing.changedBy === 'nobody' || standing.changedBy === 'ours') return ours;
  const merged = mergedTexts(base, ours, theirs, take);
  if (merged && ours) return { ...ours, content: { json: merged.texts } };
  return standing.changedBy === 'theirs' || take === 'theirs' ? theirs : ours;
}

/** Translations are many texts: each is merged on its own, so that a street's own words outlive an upgrade. */
function mergedTexts(
  base: WrittenDefinition | null,
  ours: WrittenDefinition | null,
  theirs: WrittenDefinition | null,
  take: 'ours' | 'theirs' = 'ours',
): { readonly texts: JsonObject; readonly clashing: boolean } | null {
  if (ours?.kind !== 'translations' || !theirs) return null;
  const [was, own, next] = [base, ours, theirs].map((side) =>
    side && 'json' in side.content ? side.content.json : {},
  );
  if (!was || !own || !next) return null;
  let clashing = false;
  const texts = [...new Set([...Object.keys(own), ...Object.keys(next), ...Object.keys(was)])].flatMap((text) => {
    const [before, mine, their] = [was[text], own[text], next[text]];
    const clash = mine !== before && their !== before && mine !== their;
    clashing ||= clash;
    const kept: Json | undefined = clash ? (take === 'ours' ? mine : their) : mine === before ? their : mine;
    return kept === undefined ? [] : [[text, kept] as const];
  });
  const merged: unknown = Object.fromEntries(texts);
  return isJsonObject(merged) ? { texts: merged, clashing } : null;
}
