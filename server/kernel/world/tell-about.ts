import type { PastTelling } from '../cases/story.ts';
import type { World } from './world.ts';
import type { WorldInstance } from './world-state.ts';

/** Notes that somebody was told something about a case or a meeting; of anything else nobody reads it. */
export function tellAbout(world: World, subject: WorldInstance['subject'] | undefined, telling: PastTelling): void {
  if (subject?.kind === 'case') {
    const about = world.cases.get(subject.id);
    if (about) world.cases.set(about.id, { ...about, tellings: [...about.tellings, telling] });
  }
  if (subject?.kind === 'meeting') {
    const about = world.meetings.get(subject.id);
    if (about) world.meetings.set(about.id, { ...about, tellings: [...about.tellings, telling] });
  }
}
