import { spentJob } from '../../database/external-jobs.ts';
import { dropJob, type DueJob } from '../../database/jobs.ts';
import { lockInstance } from '../../database/process-instances.ts';
import type { Context } from '../context.ts';
import { noAnswer } from '../jobs/no-answer.ts';
import { errorWords } from '../observing/error-words.ts';
import { advanceInstance } from '../process-instances/advance-instance.ts';

/**
 * Jobs whose worker took them as often as they may be tried and never answered become incidents, one each.
 *
 * @param spent from `spentJobs`
 * @returns true when there was one
 */
export async function settleSpentJobs(context: Context, spent: readonly DueJob[]): Promise<boolean> {
  let settled = false;
  for (const job of spent) {
    try {
      settled = (await settle(context, job)) || settled;
    } catch (error) {
      context.log.error({ instance: job.instance, error: errorWords(error) }, 'a job without an answer stays');
    }
  }
  return settled;
}

/** @returns false when somebody has answered meanwhile, or the instance is held now and the job comes again */
function settle(context: Context, due: DueJob): Promise<boolean> {
  return context.database.transaction(async (tx) => {
    await lockInstance(tx, context.tenant, due.instance);
    const job = await spentJob(tx, due);
    if (!job) return false;
    const { element, scope, job: number, jobType } = job;
    const { code, zh, en } = noAnswer(jobType);
    const command = { type: 'fail-job', element, scope, job: number, code, zh, en } as const;
    const advanced = await advanceInstance(context, tx, due.instance, command);
    if (advanced.kind === 'refused' && /instance-suspended|agenda-pending/.test(advanced.code)) return false;
    await dropJob(tx, job);
    return true;
  });
}
