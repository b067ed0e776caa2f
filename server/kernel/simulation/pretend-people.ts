import { areaTree } from '../organization/area-tree.ts';
import { areaHasPost } from '../organization/holders.ts';
import type { CompiledRelease } from '../release/compiled-release.ts';
import type { DemoPerson } from '../release/demo.ts';

/** The longest name a scenario lets a person have. */
const longestName = 20;

/**
 * Pretend people, one for each post of each area, called after what they do: for packs without invented people, and for
 * runs in which nobody shall hold two posts.
 */
export function pretendPeople(release: CompiledRelease): readonly DemoPerson[] {
  const people: DemoPerson[] = [];
  const names = new Set<string>();
  for (const area of areaTree(release.areas).areas.values()) {
    for (const post of release.posts.filter((candidate) => areaHasPost(area, candidate))) {
      const name = freeName(names, `${area.name.replaceAll(' ', '')}${post.title}`);
      names.add(name);
      const account = `p${String(people.length + 1).padStart(4, '0')}`;
      people.push({ account, name, posts: [{ post: post.id, area: area.code }] });
    }
  }
  return people;
}

function freeName(names: ReadonlySet<string>, wanted: string): string {
  let name = wanted.slice(-longestName);
  for (let nth = 2; names.has(name); nth += 1) name = `${wanted.slice(-longestName + String(nth).length)}${nth}`;
  return name;
}
