import { liesWithin } from '../../kernel/organization/area-tree.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { InForce } from './release-store.ts';

/** The releases that some areas and what lies below them run on, the most general first. */
export function releasesWithin(live: InForce, areas: readonly string[]): readonly CompiledRelease[] {
  const above = new Set(areas.map((code) => live.at(code)));
  return live.all
    .filter((own) => above.has(own) || areas.some((code) => liesWithin(live.tree, own.area, code)))
    .map(({ release }) => release);
}
