import type { Area } from './organization.ts';

/** The areas by code, with who lies below whom. Made once, asked often: a county has some 2,700 of them. */
export interface AreaTree {
  readonly areas: ReadonlyMap<string, Area>;
  readonly children: ReadonlyMap<string, readonly Area[]>;
}

/**
 * Indexes areas by code and by parent.
 *
 * @param areas in any order; an area whose parent is not among them stands at the top
 */
export function areaTree(areas: readonly Area[]): AreaTree {
  const children = new Map<string, Area[]>();
  for (const area of areas) {
    if (area.parent === null) continue;
    const siblings = children.get(area.parent);
    if (siblings) siblings.push(area);
    else children.set(area.parent, [area]);
  }
  return { areas: new Map(areas.map((area) => [area.code, area])), children };
}

/**
 * An area and all areas above it, the nearest first. Ends also where parents form a circle, which `validate` refuses.
 *
 * @param code code of the area; an unknown one has no line
 */
export function upwardsFrom(tree: AreaTree, code: string): readonly Area[] {
  const line = new Set<Area>();
  for (
    let area = tree.areas.get(code);
    area && !line.has(area);
    area = area.parent === null ? undefined : tree.areas.get(area.parent)
  ) {
    line.add(area);
  }
  return [...line];
}

/**
 * An area and all areas below it, parents before children.
 *
 * @param code code of the area; an unknown one has nothing below
 */
export function downwardsFrom(tree: AreaTree, code: string): readonly Area[] {
  const top = tree.areas.get(code);
  const found = new Set<Area>(top ? [top] : []);
  // A set is walked in the order of insertion, and what is added while walking is walked too.
  for (const area of found) for (const child of tree.children.get(area.code) ?? []) found.add(child);
  return [...found];
}

/** The areas directly below an area, in the order in which the pack writes them. */
export function childrenOf(tree: AreaTree, code: string): readonly Area[] {
  return tree.children.get(code) ?? [];
}

/** Whether an area is the other one or lies anywhere below it. */
export function liesWithin(tree: AreaTree, code: string, upper: string): boolean {
  return upwardsFrom(tree, code).some((area) => area.code === upper);
}
