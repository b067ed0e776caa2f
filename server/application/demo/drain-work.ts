import { waitingInboxes } from '../../database/inbox.ts';
import { dueJobs } from '../../database/jobs.ts';
import type { Context } from '../context.ts';
import { deliverLetters } from '../inbox/deliver-letters.ts';
import { runJob } from '../jobs/run-job.ts';
import { workSignals } from '../messages/broadcast-signal.ts';
import { workMessages } from '../messages/work-messages.ts';

/** Works off jobs and commands between instances until nothing is due at the context's present, one after the other. */
export async function drainWork(context: Context): Promise<void> {
  for (;;) {
    const { jobs, inboxes } = await context.database.read(async (tx) => ({
      jobs: await dueJobs(tx, tx.now, 50),
      inboxes: await waitingInboxes(tx, tx.now, 50),
    }));
    const [messages, signals] = [await workMessages(context), await workSignals(context)];
    if (jobs.length === 0 && inboxes.length === 0 && !messages && !signals) return;
    for (const inbox of inboxes) await deliverLetters(context, inbox);
    for (const job of jobs) await runJob(context, job);
  }
}
