import { ensureHistoryPartitions } from '../../database/history-partitions.ts';
import { forgetKeys, forgetMessages } from '../../database/messages.ts';
import { forgetDeliveries } from '../../database/plugin-deliveries.ts';
import { forgetPassed, forsakenPositions } from '../../database/upkeep.ts';
import { localDate } from '../../kernel/local-time.ts';
import { remindOfReviews } from '../clocks/remind-of-reviews.ts';
import type { Context } from '../context.ts';
import { leaveVanishedPosts } from '../people/leave-vanished-posts.ts';
import { rerouteUserTasks } from '../people/reroute-user-tasks.ts';
import { historyBuckets } from '../process-instances/history-bucket.ts';
import { after, idleMs } from '../sessions/session-terms.ts';

/** A command may be repeated for so long and gets its first answer; phones are rarely longer without a network. */
const commandsKeptMs = 30 * 86_400_000;
/** So long it can be seen what reached nobody. */
const undeliveredKeptMs = 30 * 86_400_000;
const keysAtOnce = 10_000;
/** So long it can be seen what left through plugins, and sent again. */
const deliveriesKeptMs = 180 * 86_400_000;

/**
 * What has to be done now and then, by the clock and not by anybody's command; doing it twice does no harm. Work of posts
 * that were left by the passing of a date goes to the fallback, pauses whose review date has come are told of, next
 * month's history has its partitions, and what has passed its term is forgotten.
 *
 * @returns how many user tasks are on their way to somebody else
 */
export async function keepHouse(context: Context): Promise<number> {
  return context.database.transaction(async (tx) => {
    await ensureHistoryPartitions(tx, historyBuckets(tx.now));
    await forgetPassed(tx, context.tenant, { idle: after(tx.now, -idleMs), commands: after(tx.now, -commandsKeptMs) });
    await forgetDeliveries(tx, context.tenant, after(tx.now, -deliveriesKeptMs));
    await forgetMessages(tx, context.tenant, after(tx.now, -undeliveredKeptMs));
    await forgetKeys(tx, context.tenant, keysAtOnce);
    await remindOfReviews(context, tx);
    await leaveVanishedPosts(context, tx, { system: 'schedule' });
    const forsaken = await forsakenPositions(tx, context.tenant, localDate(tx.now));
    return rerouteUserTasks(context, tx, forsaken, { system: 'schedule' });
  });
}
