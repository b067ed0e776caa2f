import { type AreaChange, areasOn, successionsOn } from '../../kernel/organization/area-changes.ts';
import { areaTree, downwardsFrom, type AreaTree } from '../../kernel/organization/area-tree.ts';
import type { Area } from '../../kernel/organization/organization.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { AreaRelease, InForce, OrganizationFrame } from './release-store.ts';

/**
 * Puts the releases of many areas together: which one counts where, and what the whole area tree looks like.
 *
 * @param releases one per area that has its own, in any order; at least one
 * @param parents parent of every area there ever was
 * @param frame areas and posts of a release, indexed
 * @param today local date on which the areas are looked at
 */
export function releasesInForceOf(
  releases: readonly AreaRelease[],
  parents: ReadonlyMap<string, string | null>,
  frame: (release: AreaRelease['release']) => OrganizationFrame,
  today: string,
): InForce {
  const depth = (area: string): number => lineUp(area, parents).length;
  const all = releases.toSorted((one, other) => depth(one.area) - depth(other.area));
  const [root] = all;
  if (root === undefined) throw new Error('nothing is in force');
  const tree = composedTree(all, today);
  const changes = eachOnce(all.flatMap(({ release }) => release.areaChanges));
  const byArea = new Map(all.map((release) => [release.area, release]));
  const found = new Map<string, AreaRelease>();
  const at = (area: string): AreaRelease => {
    const known = found.get(area);
    if (known) return known;
    const line = lineUp(area, parents, tree);
    const nearest = line.map((code) => byArea.get(code)).find((release) => release !== undefined) ?? root;
    found.set(area, nearest);
    return nearest;
  };
  return {
    tree,
    changes,
    successions: successionsOn(changes, today),
    ended: new Map(
      all
        .flatMap(({ release }) => release.areas)
        .filter(({ code, to }) => to !== undefined && to <= today && !tree.areas.has(code))
        .map((area) => [area.code, area]),
    ),
    root,
    all,
    at,
    former: new Map([...parents].filter(([code]) => !tree.areas.has(code))),
    post: ({ post, area }) => frame(at(area).release).posts.get(post),
    area: (code) => tree.areas.get(code),
  };
}

/** An area and those above it, the nearest first: as the tree has it, or as it was when it was last in one. */
function lineUp(area: string, parents: ReadonlyMap<string, string | null>, tree?: AreaTree): readonly string[] {
  const line = new Set<string>();
  for (
    let next: string | null | undefined = area;
    next !== null && next !== undefined && !line.has(next);
    next = tree?.areas.has(next) ? tree.areas.get(next)?.parent : parents.get(next)
  )
    line.add(next);
  return [...line];
}

/**
 * The areas of the root's release; where an area has its own release, what lies below it is as that one writes it. An
 * area that the one above no longer has is gone with all below.
 */
function composedTree([root, ...others]: readonly AreaRelease[], today: string): AreaTree {
  let areas: readonly Area[] = root ? areasOf(root, today) : [];
  let tree = areaTree(areas);
  for (const { area: code, release } of others) {
    const place = tree.areas.get(code);
    if (!place || !root || !writesAreas(release, root.release)) continue;
    const [own, ...below] = downwardsFrom(areaTree(areasOf({ release }, today)), code);
    if (!own) continue;
    const replaced = new Set(downwardsFrom(tree, code).map((area) => area.code));
    // Where an area hangs is decided above it, how it is called and divided by its own release.
    const spliced = [{ ...own, parent: place.parent }, ...below];
    areas = areas.flatMap((area) => (area.code === code ? spliced : replaced.has(area.code) ? [] : [area]));
    tree = areaTree(areas);
  }
  return tree;
}

function areasOf({ release }: Pick<AreaRelease, 'release'>, today: string): readonly Area[] {
  return areasOn(release.areas, release.areaChanges, today);
}

/** Releases that stand on the same pack have the same changes. */
function eachOnce(changes: readonly AreaChange[]): readonly AreaChange[] {
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}

/** Whether a release has areas of its own, and not those of a pack that the root's release stands on too. */
function writesAreas(release: CompiledRelease, root: CompiledRelease): boolean {
  const writers = release.manifest.definitions.filter(({ kind }) => kind === 'areas').map(({ pack }) => pack);
  const nearest = release.manifest.packs.findLast(({ id }) => writers.includes(id));
  return nearest !== undefined && !root.manifest.packs.some(({ id }) => id === nearest.id);
}
