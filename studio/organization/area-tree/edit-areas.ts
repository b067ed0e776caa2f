import type { AreaChange } from '../../../server/kernel/organization/area-changes.ts';
import { type AreaType, mayHangBelow, territoryTypes } from '../../../server/kernel/organization/area-types.ts';
import type { Area, Unit } from '../../../server/kernel/organization/organization.ts';
import { type AreaTree, areaTree, childrenOf, downwardsFrom } from '../../../server/kernel/organization/area-tree.ts';
import { javascriptPattern } from '../../../server/kernel/forms/javascript-pattern.ts';

/** The areas of a street as `areas.json` holds them. */
export interface Areas {
  readonly codePatterns: { readonly [type: string]: string };
  readonly areas: readonly Area[];
  readonly units?: readonly Unit[];
  readonly changes?: readonly AreaChange[];
}

/** The levels from the top down. */
export const areaLevels: readonly AreaType[] = territoryTypes;

/** Digits a code has more than that of the area above it, where no sibling shows it. */
const USUAL_DIGITS = 3;

const trees = new WeakMap<readonly Area[], AreaTree>();

/** The tree of some areas, made once: for each of a county's 2,900 areas it is asked whether another may hang below it. */
function treeOf(areas: readonly Area[]): AreaTree {
  const known = trees.get(areas) ?? areaTree(areas);
  trees.set(areas, known);
  return known;
}

/** The levels of what may lie directly below an area. Every grid is offered a place in a community or an estate only. */
export function levelsBelow(type: AreaType): readonly AreaType[] {
  return territoryTypes.filter((below) => mayHangBelow(below, type) && !(below === 'grid' && type === 'street'));
}

/**
 * The next free code below an area: one more than the last of its siblings, as long as theirs. A code that was given up
 * is not used again while there are others, because old cases still carry it.
 *
 * @returns null when all codes of that length are taken
 */
export function nextCode({ areas }: Areas, parent: string): string | null {
  const tree = treeOf(areas);
  const siblings = childrenOf(tree, parent).filter(({ code }) => code.startsWith(parent));
  const suffixes = siblings.map(({ code }) => code.slice(parent.length)).filter((suffix) => /^\d+$/.test(suffix));
  const digits = Math.max(...suffixes.map(({ length }) => length), suffixes.length === 0 ? USUAL_DIGITS : 1);
  const most = 10 ** digits;
  const last = Math.max(0, ...suffixes.map(Number));
  for (let step = 1; step < most; step += 1) {
    const number = ((last + step - 1) % (most - 1)) + 1;
    const code = parent + String(number).padStart(digits, '0');
    if (!tree.areas.has(code)) return code;
  }
  return null;
}

/** What is wrong with a code; null when nothing is. */
export type CodeFault = 'empty' | 'prefix' | 'taken' | 'pattern';

/** Judges a code while it is typed. */
export function codeFault(
  { areas, codePatterns }: Areas,
  { code, type, parent }: Pick<Area, 'code' | 'type' | 'parent'>,
  own: string | null,
): CodeFault | null {
  if (code === '') return 'empty';
  if (parent !== null && (!code.startsWith(parent) || code === parent)) return 'prefix';
  if (code !== own && areas.some((area) => area.code === code)) return 'taken';
  return matches(codePatterns[type], code) ? null : 'pattern';
}

/** Patterns are RE2 and checked as such by the server; one JavaScript cannot read is left to it. */
function matches(pattern: string | undefined, code: string): boolean {
  if (pattern === undefined) return true;
  try {
    return new RegExp(javascriptPattern(pattern), 'u').test(code);
  } catch {
    return true;
  }
}

/** What is wrong with a name: people tell areas apart by it. */
export function nameFault({ areas }: Areas, name: string, own: string | null): 'empty' | 'taken' | null {
  if (name.trim() === '') return 'empty';
  const mine = areas.find(({ code }) => code === own);
  return areas.some((area) => area.name === name.trim() && area.code !== own && meets(area, mine)) ? 'taken' : null;
}

/** Whether two are there on the same day; a successor may be called as the area before it. */
function meets(one: Area, other: Area | undefined): boolean {
  return (one.from ?? '') < (other?.to ?? '9999') && (other?.from ?? '') < (one.to ?? '9999');
}

/** The levels that can be added below an area: those whose pattern the next code fits. */
export function levelsToAdd(all: Areas, { code: parent, type }: Area): readonly AreaType[] {
  const code = nextCode(all, parent);
  return code === null
    ? []
    : levelsBelow(type).filter((below) => codeFault(all, { code, type: below, parent }, null) === null);
}

/** Puts a new area behind its siblings. */
export function addArea(all: Areas, area: Area): Areas {
  const siblings = all.areas.filter(({ parent }) => parent === area.parent);
  const before = siblings.at(-1)?.code ?? area.parent;
  const place = all.areas.findIndex(({ code }) => code === before) + 1;
  return { ...all, areas: all.areas.toSpliced(place === 0 ? all.areas.length : place, 0, area) };
}

/** Changes what is said of an area; its code and place stay. */
export function changeArea(all: Areas, code: string, change: Partial<Pick<Area, 'name' | 'kind'>>): Areas {
  return { ...all, areas: all.areas.map((area) => (area.code === code ? { ...area, ...change } : area)) };
}

/** Gives an area another code; what lies below it goes along, because its codes begin with it. */
export function recodeArea(all: Areas, code: string, to: string): Areas {
  return recoded(all, code, to, all.areas.find((area) => area.code === code)?.parent ?? null);
}

/** True when an area may hang below another one: one level lower, and not below itself. */
export function mayMoveTo(all: Areas, code: string, parent: string): boolean {
  const tree = treeOf(all.areas);
  const [area, above] = [tree.areas.get(code), tree.areas.get(parent)];
  if (area === undefined || above === undefined || area.parent === parent) return false;
  if (!levelsBelow(above.type).includes(area.type)) return false;
  const below = downwardsFrom(tree, code);
  if (below.some((one) => one.code === parent)) return false;
  const to = nextCode(all, parent);
  const fits = (one: Area): boolean => matches(all.codePatterns[one.type], `${to}${one.code.slice(code.length)}`);
  return to !== null && below.every(fits);
}

/** A change of code, of an area that is moved or of one below it. */
export interface CodeChange {
  readonly area: Area;
  readonly to: string;
}

/** The codes that would change if an area hung below another one; none when it may not. */
export function changesOfMove(all: Areas, code: string, parent: string): readonly CodeChange[] {
  if (!mayMoveTo(all, code, parent)) return [];
  const to = nextCode(all, parent) ?? code;
  return downwardsFrom(treeOf(all.areas), code).map((area) => ({ area, to: to + area.code.slice(code.length) }));
}

/** Hangs an area below another one, with the next free code there; everything below it goes along. */
export function moveArea(all: Areas, code: string, parent: string): Areas {
  if (!mayMoveTo(all, code, parent)) return all;
  const moved = recoded(all, code, nextCode(all, parent) ?? code, parent);
  return { ...moved, areas: inTreeOrder(moved.areas) };
}

/** Takes an area and everything below it away. */
export function removeArea(all: Areas, code: string): Areas {
  const gone = new Set(downwardsFrom(areaTree(all.areas), code).map((area) => area.code));
  return { ...all, areas: all.areas.filter((area) => !gone.has(area.code)) };
}

function recoded(all: Areas, code: string, to: string, parent: string | null): Areas {
  const below = new Set(downwardsFrom(areaTree(all.areas), code).map((area) => area.code));
  const renamed = (old: string): string => (below.has(old) ? to + old.slice(code.length) : old);
  return {
    ...all,
    areas: all.areas.map((area) => {
      if (!below.has(area.code)) return area;
      const above = area.code === code ? parent : renamed(area.parent ?? '');
      return { ...area, code: renamed(area.code), parent: above };
    }),
  };
}

/** As the file writes them: what is above first, then the grids and what lies below them, community by community. */
function inTreeOrder(areas: readonly Area[]): readonly Area[] {
  const tree = areaTree(areas);
  const upper = areas.filter(({ type }) => ['county', 'street', 'community'].includes(type));
  const lower = upper.flatMap(({ code }) =>
    childrenOf(tree, code)
      .filter((area) => !upper.includes(area))
      .flatMap((area) => downwardsFrom(tree, area.code)),
  );
  return [...new Set([...upper, ...lower, ...areas])];
}
