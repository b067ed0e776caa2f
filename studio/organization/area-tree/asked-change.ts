import { type AreaChange, isThere } from '../../../server/kernel/organization/area-changes.ts';
import type { Area } from '../../../server/kernel/organization/organization.ts';
import { mergeAreas, moveFrom, type PlannedChange, renameFrom, splitArea, type WantedRule } from './dated-changes.ts';
import { type Areas, mayMoveTo, nameFault } from './edit-areas.ts';

/** A change as somebody asks for it in the dialog. */
export interface AskedChange extends WantedRule {
  readonly kind: AreaChange['kind'];
  readonly on: string;
  /** Of a split. */
  readonly names: readonly string[];
  /** Which part of a split gets open work by default. */
  readonly main: number;
  /** Of a merge and a rename. */
  readonly name: string;
  /** Codes that are merged with the area. */
  readonly others: readonly string[];
  /** Of a move. */
  readonly parent: string | null;
  readonly level: Area['type'];
}

/** What would be written; null while something is missing or cannot be. */
export function plannedChange(all: Areas, area: Area, asked: AskedChange): PlannedChange | null {
  const { kind, on, names, main, name, others, parent, rule, holders } = asked;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || area.to !== undefined || (area.from ?? '') >= on) return null;
  switch (kind) {
    case 'split': {
      const named = names.map((one) => one.trim());
      const isWrong = named.some((one, nth) => nameFault(all, one, null) !== null || named.indexOf(one) !== nth);
      return isWrong ? null : splitArea(all, area.code, on, { names: named, main, rule, holders });
    }
    case 'merge': {
      const merged = [area.code, ...others];
      const others0 = { ...all, areas: all.areas.filter(({ code }) => !merged.includes(code)) };
      if (nameFault(others0, name, null) !== null) return null;
      return mergeAreas(all, merged, on, { name: name.trim(), rule, holders });
    }
    case 'move':
      return parent === null || !mayMoveTo(all, area.code, parent)
        ? null
        : moveFrom(all, area.code, on, { parent, rule, holders });
    case 'rename':
      return nameFault(all, name, null) === null ? renameFrom(all, area.code, on, name.trim()) : null;
  }
}

/** Areas that can be merged with one: of its level, below the same street, with nothing below them, there on the day. */
export function mergeable(all: Areas, area: Area, on: string): readonly Area[] {
  const above = new Set(all.areas.map(({ parent }) => parent));
  return all.areas.filter(
    (other) =>
      other.type === area.type &&
      other.code !== area.code &&
      other.to === undefined &&
      isThere(other, on) &&
      !above.has(other.code),
  );
}
