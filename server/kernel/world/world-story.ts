import { storyOf, type StoryLine } from '../cases/story.ts';
import { localDate } from '../local-time.ts';
import { holdersOf } from '../organization/holders.ts';
import type { World } from './world.ts';

/**
 * What happened to an instance of the world, as sentences in order of time.
 *
 * @param id of the instance; one that does not exist has no story
 */
export function worldStory(world: World, id: string): readonly StoryLine[] {
  const instance = world.state.instances.get(id);
  if (!instance) return [];
  const { organization, release } = world;
  const owner = (candidate: { readonly instance: string }): boolean => candidate.instance === id;
  const about = [...world.cases.values()].find(owner);
  const meeting = [...world.meetings.values()].find(owner);
  return storyOf({
    process: instance.process,
    stages: release.caseTypes.get(about?.caseType ?? '')?.stages ?? [],
    history: instance.history,
    submissions: about?.submissions ?? [],
    tellings: about?.tellings ?? meeting?.tellings ?? [],
    names: {
      person: (person) => world.names.get(person) ?? person,
      post: (post) => organization.posts.get(post)?.title ?? post,
      area: (code) => organization.tree.areas.get(code)?.name ?? code,
      holders: (position, at) =>
        holdersOf(organization, position, localDate(at)).map((held) => world.names.get(held.person) ?? held.person),
      english: (zh) => release.english[zh] ?? zh,
    },
  });
}
