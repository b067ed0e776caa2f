import { areasOn } from '../../kernel/organization/area-changes.ts';
import type { Area } from '../../kernel/organization/organization.ts';
import type { InForce } from '../releases/release-store.ts';

/**
 * An area as it will be on a day, called as it is called then: one that is there today, or one that begins until then.
 * Whoever is to work in it is put on its posts before its first day.
 *
 * @param on local date `YYYY-MM-DD`
 * @returns undefined when it is not there on that day
 */
export function areaOnDay(live: InForce, code: string, on: string): Area | undefined {
  return live.area(code) ?? coming(live, code, on);
}

/** An area that some release in force writes, whenever it is there. */
export function writtenArea(live: InForce, code: string): Area | undefined {
  return live.all.flatMap(({ release }) => release.areas).findLast((area) => area.code === code);
}

/** Where an area lies today: itself, or of one that is still to begin the nearest above it. Rights and posts are found there. */
export function placeToday(live: InForce, code: string): string {
  const passed = new Set<string>();
  for (let next: string | null | undefined = code; next && !passed.has(next); next = writtenArea(live, next)?.parent) {
    if (live.area(next)) return next;
    passed.add(next);
  }
  return code;
}

function coming({ all }: InForce, code: string, on: string): Area | undefined {
  return all
    .flatMap(({ release }) => areasOn(release.areas, release.areaChanges, on))
    .findLast((area) => area.code === code);
}
