import { areaTree, upwardsFrom } from '../../kernel/organization/area-tree.ts';
import { areaOn } from '../../kernel/organization/resolve-position.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { Context } from '../context.ts';
import type { InForce, OrganizationFrame } from '../releases/release-store.ts';

const merged = new WeakMap<InForce, Map<CompiledRelease, OrganizationFrame>>();

/**
 * Areas and posts by which an instance finds who acts: those of the release it is pinned to. Where areas have changed
 * since, their successors are known too, because the ground an instance stands on is divided as it is today; its posts
 * stay those it began with.
 *
 * @param live what is in force now
 * @param release the one an instance is pinned to
 */
export function frameToday(context: Context, live: InForce, release: CompiledRelease): OrganizationFrame {
  const pinned = context.releases.organizationFrame(release);
  if (live.changes.length === 0) return pinned;
  const known = merged.get(live) ?? new Map<CompiledRelease, OrganizationFrame>();
  merged.set(live, known);
  const before = known.get(release);
  if (before) return before;
  const frames = live.all.map((own) => context.releases.organizationFrame(own.release));
  const areas = [pinned.tree, ...frames.map(({ tree }) => tree), live.tree].flatMap((tree) => [...tree.areas.values()]);
  const frame = {
    tree: areaTree([...new Map(areas.map((area) => [area.code, area])).values()]),
    posts: new Map([...frames.flatMap(({ posts }) => [...posts]), ...pinned.posts]),
    changes: live.changes,
  };
  known.set(release, frame);
  return frame;
}

/**
 * Codes of the areas at which work for a place may come to lie: the place, or what came of it, and those above.
 *
 * @param on local date `YYYY-MM-DD`
 */
export function lineUpFrom(frame: OrganizationFrame, code: string, on: string): readonly string[] {
  return upwardsFrom(frame.tree, areaOn(frame, code, on)).map((area) => area.code);
}
