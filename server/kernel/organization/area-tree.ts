import type { Area } from './organization.ts';

/** The areas of a release, found by code, with the way up from each. */
export interface AreaTree {
  readonly byCode: ReadonlyMap<string, Area>;
  readonly children: ReadonlyMap<string, readonly Area[]>;
}

/** Indexes areas. Parents that do not exist are reported by `validate`; here such an area is simply a root. */
export function areaTree(areas: readonly Area[]): AreaTree {
  const children = new Map<string, Area[]>();
  for (const area of areas) {
    if (area.parent !== null) children.set(area.parent, [...(children.get(area.parent) ?? []), area]);
  }
  return { byCode: new Map(areas.map((area) => [area.code, area])), children };
}

/**
 * The area itself and everything above it, nearest first. Ends also where the tree has a cycle, which `validate` refuses.
 *
 * @returns empty when there is no such area
 */
export function pathUp(tree: AreaTree, code: string): readonly Area[] {
  const path: Area[] = [];
  for (let area = tree.byCode.get(code); area && !path.includes(area); area = area.parent === null ? undefined : tree.byCode.get(area.parent)) path.push(area);
  return path;
}

/** The area itself and everything below it, parents before children. */
export function withDescendants(tree: AreaTree, code: string): readonly Area[] {
  const found: Area[] = [];
  const waiting = [tree.byCode.get(code)].filter((area) => area !== undefined);
  for (let area = waiting.shift(); area; area = waiting.shift()) {
    if (found.includes(area)) continue;
    found.push(area);
    waiting.push(...(tree.children.get(area.code) ?? []));
  }
  return found;
}
