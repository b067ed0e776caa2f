import type { Context } from '../application/context.ts';
import { deliverLetters } from '../application/inbox/deliver-letters.ts';
import { settleSpentJobs } from '../application/external-jobs/settle-spent-jobs.ts';
import { runJob } from '../application/jobs/run-job.ts';
import { workSignals } from '../application/messages/broadcast-signal.ts';
import { workMessages } from '../application/messages/work-messages.ts';
import { startRestingLoop, type RestingLoop } from '../application/resting-loop.ts';
import { waitingInboxes, type Addressed } from '../database/inbox.ts';
import { dueBuiltInJobs, type DueJob } from '../database/jobs.ts';
import { errorWords } from '../application/observing/error-words.ts';

const batch = 20;
/** Jobs of several instances may run side by side; PGlite has one connection and serialises them anyway. */
const sideBySide = 4;
/** How long nobody looks when nobody wakes: covers postponed retries and work of other nodes. */
const restMs = 1000;

/**
 * Works off jobs and delivers commands between instances, at least once each: claims are rows, so any number of workers
 * on any number of nodes may run. What plugins do is worked off beside it; see `plugin-lanes.ts`.
 */
export function startWorker(context: Context): RestingLoop {
  return startRestingLoop(async () => ((await workOnce(context)) ? 0 : restMs));
}

/** Does what is due now; true when there was something. A fault of one piece of work is logged and stops no other. */
export async function workOnce(context: Context): Promise<boolean> {
  try {
    const { jobs, inboxes } = await context.database.read(async (tx) => ({
      jobs: await dueBuiltInJobs(tx, batch),
      inboxes: await waitingInboxes(tx, tx.now, batch),
    }));
    const done = await inGroups([
      ...inboxes.map((inbox) => () => deliver(context, inbox)),
      ...jobs.map((job) => () => work(context, job)),
    ]);
    const [messages, signals] = [await workMessages(context), await workSignals(context)];
    const spent = await settleSpentJobs(context);
    return messages || signals || spent || done.some(Boolean);
  } catch (error) {
    context.log.warn({ error: errorWords(error) }, 'the worker could not read its work');
    return false;
  }
}

async function work(context: Context, job: DueJob): Promise<boolean> {
  try {
    return await runJob(context, job);
  } catch (error) {
    context.log.error({ instance: job.instance, error: errorWords(error) }, 'a job could not be completed');
    return false;
  }
}

async function deliver(context: Context, inbox: Addressed): Promise<boolean> {
  try {
    return await deliverLetters(context, inbox);
  } catch (error) {
    context.log.error({ instance: inbox.instance, error: errorWords(error) }, 'a command could not be delivered');
    return false;
  }
}

async function inGroups(tasks: readonly (() => Promise<boolean>)[]): Promise<readonly boolean[]> {
  const results: boolean[] = [];
  for (let from = 0; from < tasks.length; from += sideBySide) {
    results.push(...(await Promise.all(tasks.slice(from, from + sideBySide).map((task) => task()))));
  }
  return results;
}
