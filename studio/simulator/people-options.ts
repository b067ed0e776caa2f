import type { Simulation } from '../../server/kernel/simulation/simulation.ts';

/** The people of a run to choose from, each with what they do. */
export function peopleOptions(
  { people, world }: Simulation,
  pack: (chinese: string) => string,
): readonly { readonly value: string; readonly label: string; readonly more: string }[] {
  const titles = new Map(world.release.posts.map(({ id, title }) => [id, title]));
  const areas = new Map(world.release.areas.map(({ code, name }) => [code, name]));
  return people.map(({ account, name, posts }) => ({
    value: account,
    label: name,
    more: posts
      .slice(0, 2)
      .map(({ post, area }) => `${pack(areas.get(area) ?? area)} ${pack(titles.get(post) ?? post)}`)
      .join(' · '),
  }));
}
