import {
  type AreaChange,
  endedBy,
  isThere,
  type OpenWorkRule,
} from '../../../server/kernel/organization/area-changes.ts';
import { areaTree, childrenOf, downwardsFrom } from '../../../server/kernel/organization/area-tree.ts';
import type { Area } from '../../../server/kernel/organization/organization.ts';
import { addArea, type Areas, nextCode } from './edit-areas.ts';

/** What becomes of open work and of the people, as a dialog asks it; `to` only of a split, as a place in its parts. */
export interface WantedRule {
  readonly rule: OpenWorkRule['rule'];
  readonly holders: NonNullable<OpenWorkRule['holders']>;
}

/** A change as it would be written, with the areas it makes and ends. */
export interface PlannedChange {
  readonly change: AreaChange;
  readonly next: Areas;
}

/**
 * Splits an area that nothing lies below: it ends on the day, and parts with new codes begin.
 *
 * @param on local date `YYYY-MM-DD`
 * @param names of the parts, in order
 * @param main which part gets open work unless another is chosen for a case, from 0
 * @returns null when codes are used up, or something lies below
 */
export function splitArea(
  all: Areas,
  code: string,
  on: string,
  { names, main, rule, holders }: WantedRule & { readonly names: readonly string[]; readonly main: number },
): PlannedChange | null {
  const area = areaIn(all, code);
  if (area === undefined || hasBelow(all, code, on)) return null;
  let next: Areas | null = ended(all, [code], on);
  const to: string[] = [];
  for (const name of names) {
    next = next && withNew(next, { ...area, name }, area.parent, on, to);
  }
  const openWork = { rule, holders, ...(to[main] === undefined ? {} : { to: to[main] }) };
  return next && recorded(next, { on, kind: 'split', from: [code], to, openWork });
}

/**
 * Merges areas of one level that nothing lies below into a new one in the place of the first.
 *
 * @param codes at least two
 */
export function mergeAreas(
  all: Areas,
  codes: readonly string[],
  on: string,
  { name, rule, holders }: WantedRule & { readonly name: string },
): PlannedChange | null {
  const area = areaIn(all, codes[0] ?? '');
  if (area === undefined || codes.length < 2 || codes.some((code) => hasBelow(all, code, on))) return null;
  const to: string[] = [];
  const next = withNew(ended(all, codes, on), { ...area, name }, area.parent, on, to);
  return next && recorded(next, { on, kind: 'merge', from: codes, to, openWork: { rule, holders } });
}

/**
 * Hangs an area below another one from a day on. Codes begin with that of the area above, so it and everything below it
 * ends and begins again under another code; work and people go along.
 */
export function moveFrom(
  all: Areas,
  code: string,
  on: string,
  { parent, rule, holders }: WantedRule & { readonly parent: string },
): PlannedChange | null {
  const below = downwardsFrom(areaTree(all.areas), code).filter((area) => isThere(area, on));
  const from = below.map((area) => area.code);
  const code2 = nextCode(all, parent);
  if (below.length === 0 || code2 === null) return null;
  const renamed = (old: string): string => code2 + old.slice(code.length);
  let next = ended(all, from, on);
  for (const area of below)
    next = addArea(next, {
      ...begun(area, on),
      code: renamed(area.code),
      parent: area.code === code ? parent : renamed(area.parent ?? ''),
    });
  const units = next.units?.map((unit) =>
    from.includes(unit.attachedTo) ? { ...unit, attachedTo: renamed(unit.attachedTo) } : unit,
  );
  return recorded(
    { ...next, ...(units ? { units } : {}) },
    { on, kind: 'move', from, to: from.map(renamed), openWork: { rule, holders } },
  );
}

/** Calls an area otherwise from a day on. */
export function renameFrom(all: Areas, code: string, on: string, name: string): PlannedChange {
  return recorded(all, { on, kind: 'rename', from: [code], to: [code], name });
}

/** Takes a planned change out: what it ended goes on, what it made is gone. */
export function takeBackChange(all: Areas, change: AreaChange): Areas {
  const over = new Set(endedBy(change));
  const made = new Set(
    change.kind === 'rename' ? [] : change.to.filter((code) => areaIn(all, code)?.from === change.on),
  );
  return {
    ...all,
    areas: all.areas.filter(({ code }) => !made.has(code)).map((area) => (over.has(area.code) ? lasting(area) : area)),
    changes: (all.changes ?? []).filter((one) => one !== change),
  };
}

/** Changes that an area has a part in, the earliest first. */
export function changesOf(all: Areas, code: string): readonly AreaChange[] {
  return (all.changes ?? [])
    .filter(({ from, to }) => from.includes(code) || to.includes(code))
    .toSorted((one, other) => (one.on < other.on ? -1 : 1));
}

/** Whether something lies below an area on a day: that has to be changed first. */
export function hasBelow(all: Areas, code: string, on: string): boolean {
  return childrenOf(areaTree(all.areas), code).some((area) => isThere(area, on));
}

function areaIn(all: Areas, code: string): Area | undefined {
  return all.areas.find((area) => area.code === code);
}

function ended(all: Areas, codes: readonly string[], on: string): Areas {
  return { ...all, areas: all.areas.map((area) => (codes.includes(area.code) ? { ...area, to: on } : area)) };
}

/** Puts a new area of the day beside the one it comes from; its code is added to `codes`. */
function withNew(all: Areas, like: Area, parent: string | null, on: string, codes: string[]): Areas | null {
  const code = parent === null ? null : nextCode(all, parent);
  if (code === null) return null;
  codes.push(code);
  return addArea(all, { ...begun(like, on), code, parent });
}

function begun(area: Area, on: string): Area {
  return { ...lasting(area), from: on };
}

/** Without its last day. */
function lasting({ to: _, ...area }: Area): Area {
  return area;
}

function recorded(all: Areas, change: AreaChange): PlannedChange {
  const changes = [...(all.changes ?? []), change].toSorted((one, other) => (one.on < other.on ? -1 : 1));
  return { change, next: { ...all, changes } };
}
