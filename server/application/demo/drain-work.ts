import { waitingInboxes } from '../../database/inbox.ts';
import { dueJobs } from '../../database/jobs.ts';
import type { Context } from '../context.ts';
import { deliverLetter } from '../inbox/deliver-letter.ts';
import { runJob } from '../jobs/run-job.ts';

/** Works off jobs and commands between instances until nothing is due at the context's present, one after the other. */
export async function drainWork(context: Context): Promise<void> {
  for (;;) {
    const { jobs, inboxes } = await context.database.read(async (tx) => ({
      jobs: await dueJobs(tx, tx.now, 50),
      inboxes: await waitingInboxes(tx, tx.now, 50),
    }));
    if (jobs.length === 0 && inboxes.length === 0) return;
    for (const inbox of inboxes) await deliverLetter(context, inbox);
    for (const job of jobs) await runJob(context, job);
  }
}
