import { textIn } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { CaseRows } from '../../database/case-copies.ts';

/** Places that the pack's own cases name, by the area above the grid; and which area that is. */
export interface DemoPlaces {
  readonly above: ReadonlyMap<string, string>;
  readonly byArea: ReadonlyMap<string, readonly string[]>;
}

/** Collects the places of the cases there are. */
export function placesOf(release: CompiledRelease, cases: readonly CaseRows[]): DemoPlaces {
  const above = new Map(release.areas.map(({ code, parent }) => [code, parent ?? code]));
  const places = cases.flatMap(({ case_record: [record] }) =>
    record ? [{ area: above.get(textIn(record['area'])) ?? '', place: textIn(record['place']) }] : [],
  );
  const byArea = Map.groupBy(places, ({ area }) => area);
  return { above, byArea: new Map([...byArea].map(([area, list]) => [area, list.map(({ place }) => place)])) };
}

/** A place in a grid: one its neighbours were reported at, with another house number where it has one. */
export function placeIn({ above, byArea }: DemoPlaces, grid: string, dice: (count: number) => number): string {
  const known = byArea.get(above.get(grid) ?? '') ?? [];
  const place = known[dice(known.length)] ?? '小区门口';
  return place.replace(/\d+(?= 号)/, () => String(1 + dice(88)));
}
