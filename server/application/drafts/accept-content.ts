import { areaTree, downwardsFrom, upwardsFrom } from '../../kernel/organization/area-tree.ts';
import type { Area } from '../../kernel/organization/organization.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { canonicalJson } from '../../packs/canonical-json.ts';
import type { DefinitionContent, DefinitionKey } from '../../packs/reading/written-definitions.ts';
import { Refusal } from '../refusal.ts';
import type { InForce } from '../releases/release-store.ts';

/** What one definition may be at most. A form with 300 fields has 150 kB, the areas of a county 500 kB. */
const mostJsonCharacters = 2_000_000;
const mostDepth = 40;

/** What a definition says itself to be called, where it does. */
const withoutOwnId = new Set(['areas', 'translations', 'scenario']);

/**
 * Refuses what could be no definition of its kind, however it is written; what is merely not right yet is saved and told
 * of as a problem, so that somebody may stop in the middle of a sentence.
 *
 * @throws Refusal `definition-id-wrong`, `definition-content-wrong`, `definition-too-large`
 */
export function acceptContent({ kind, id }: DefinitionKey, content: DefinitionContent): void {
  // The id names a file of the pack.
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(id) || (kind === 'areas' && id !== 'areas'))
    throw new Refusal('definition-id-wrong', { id });
  if (kind === 'translations' && id !== 'en') throw new Refusal('definition-id-wrong', { id });
  const isModel = kind === 'process' || kind === 'decision';
  if ('xml' in content) {
    const text = content.xml;
    if (!isModel || !/^\uFEFF?\s*</.test(text) || text.includes('\0'))
      throw new Refusal('definition-content-wrong', { kind, id });
    return;
  }
  if (isModel) throw new Refusal('definition-content-wrong', { kind, id });
  if (JSON.stringify(content.json).length > mostJsonCharacters || depthOf(content.json) > mostDepth)
    throw new Refusal('definition-too-large', { id });
  if (!withoutOwnId.has(kind) && content.json['id'] !== id) throw new Refusal('definition-content-wrong', { kind, id });
}

function depthOf(value: Json): number {
  if (!isJsonArray(value) && !isJsonObject(value)) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

/**
 * An area decides about what lies below it, and about its own name; where it hangs and what is elsewhere others decide.
 *
 * @param area code of the area whose draft it is
 * @param before the areas as the draft has them
 * @throws Refusal `areas-outside`
 */
export function acceptAreas(live: InForce, area: string, before: JsonObject, after: JsonObject): void {
  if (live.area(area)?.parent === null) return;
  const known = new Map([...outside(area, areasIn(before)), ...outside(area, [...live.tree.areas.values()])]);
  const earlier = outside(area, areasIn(before));
  const now = outside(area, areasIn(after));
  const strange = [...now].filter(([code, text]) => known.get(code) !== text && earlier.get(code) !== text);
  const gone = [...earlier.keys()].filter((code) => !now.has(code));
  const wrong = [...strange.map(([code]) => code), ...gone];
  if (wrong.length > 0)
    throw new Refusal(
      'areas-outside',
      { area: live.area(area)?.name ?? area },
      wrong.slice(0, 20).map((code) => ({
        path: `/areas/${code}`,
        zh: `「${live.area(code)?.name ?? code}」不归这里管，不能在这里改。`,
        en: `"${live.area(code)?.name ?? code}" does not belong here and cannot be changed here.`,
      })),
    );
}

/**
 * What lies outside of an area, and where the area itself hangs, each as one text. An area that hangs nowhere yet is in
 * the middle of being written; the checks tell of it.
 */
function outside(area: string, areas: readonly Area[]): ReadonlyMap<string, string> {
  const tree = areaTree(areas);
  const within = new Set(downwardsFrom(tree, area).map(({ code }) => code));
  const hangs = (code: string): boolean => upwardsFrom(tree, code).at(-1)?.parent === null;
  return new Map(
    areas.flatMap(({ code, name, type, kind, parent }) => {
      if (code === area) return [[code, canonicalJson({ type, parent })] as const];
      return within.has(code) || !hangs(code)
        ? []
        : [[code, canonicalJson({ name, type, kind: kind ?? null, parent })] as const];
    }),
  );
}

/** The areas that can be read in a file that may not be right yet. */
function areasIn(file: JsonObject): readonly Area[] {
  const list = file['areas'];
  if (!isJsonArray(list)) return [];
  return list.filter(
    (item): item is Json & Area =>
      isJsonObject(item) && typeof item['code'] === 'string' && item['parent'] !== undefined,
  );
}
