import { noteEnacted, releasesToEnact } from '../../database/releases.ts';
import type { Context } from '../context.ts';
import { enactAreaChanges, storeAreasInForce } from '../organization/enact-area-changes.ts';
import { leaveVanishedPosts } from '../people/leave-vanished-posts.ts';
import { followReleases } from './follow-releases.ts';
import { errorWords } from '../observing/error-words.ts';

/**
 * Brings the rest of the house in line with releases that came into force since the last look: the index of areas, open
 * work of posts that are no more, areas whose day has come, and the areas below that follow. What new instances pin needs no such step: that is
 * decided by the clock. Doing it twice does no harm; any number of nodes may.
 *
 * @returns how many releases were acted on
 */
export async function enactReleases(context: Context): Promise<number> {
  const enacted = await context.database.transaction(async (tx) => {
    const due = await releasesToEnact(tx, context.tenant);
    const mine: string[] = [];
    for (const { id } of due) if (await noteEnacted(tx, context.tenant, id)) mine.push(id);
    if (mine.length === 0) return 0;
    context.releases.forget();
    await storeAreasInForce(context, tx, await context.releases.inForce(tx));
    await leaveVanishedPosts(context, tx, { system: 'schedule' });
    return mine.length;
  });
  await enactAreaChanges(context);
  const followed = await followReleases(context);
  // A street that followed has areas and posts to be brought in line with as well.
  return followed === 0 ? enacted : enacted + (await enactReleases(context));
}

/**
 * Acts on what was just published before its publisher is answered, so that they see areas and posts as they made them.
 * Publishing has succeeded by then: what cannot be done now is done by the hand that looks every minute.
 *
 * @returns the answer, unchanged
 */
export async function enactSoon<Answer>(context: Context, answer: Answer): Promise<Answer> {
  try {
    await enactReleases(context);
  } catch (error) {
    context.log.warn({ error: errorWords(error) }, 'a release could not be acted on at once');
  }
  return answer;
}
