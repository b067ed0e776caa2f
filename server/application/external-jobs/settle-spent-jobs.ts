import { spentJob, spentJobs } from '../../database/external-jobs.ts';
import { dropJob, type DueJob } from '../../database/jobs.ts';
import { lockInstance } from '../../database/process-instances.ts';
import type { Context } from '../context.ts';
import { noAnswer } from '../jobs/no-answer.ts';
import { advanceInstance } from '../process-instances/advance-instance.ts';

const batch = 20;

/**
 * Jobs whose worker took them as often as they may be tried and never answered become incidents, one each.
 *
 * @returns true when there was one
 */
export async function settleSpentJobs(context: Context): Promise<boolean> {
  const spent = await context.database.read((tx) => spentJobs(tx, batch));
  let settled = false;
  for (const job of spent) settled = (await settle(context, job)) || settled;
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
