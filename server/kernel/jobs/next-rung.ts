import { isInstant, isJsonObject } from '../json.ts';
import { dueRungs, rungVariable } from '../ladders/due-rungs.ts';
import { done, type JobHandler } from './job-handler.ts';

/**
 * `grid:ladder-next`: the rung after the one in `rung` with the instant it acts, or null at the top; the same one again when it
 * was not due yet (`early`).
 */
export const nextRung: JobHandler = (job, facts) => {
  const { ladder, rung } = job.variables;
  if (!isJsonObject(ladder) || typeof ladder['id'] !== 'string' || !isInstant(ladder['dueAt'])) {
    return {
      ok: false,
      code: 'ladder-missing',
      zh: '没有说按哪条逐级上报规则（ladder），催办停在这里。请改正开始它的流程，再重试。',
      en: 'It is not said which ladder to climb (ladder). Correct the process that began it, then retry.',
    };
  }
  const pinned = facts.release.ladders.get(ladder['id']);
  if (!pinned)
    return {
      ok: false,
      code: 'ladder-unknown',
      zh: `没有逐级上报规则「${ladder['id']}」，催办停在这里。请发布有这条规则的配置，再重试。`,
      en: `There is no ladder "${ladder['id']}". Publish definitions that have it, then retry.`,
    };
  const last = isJsonObject(rung) && typeof rung['index'] === 'number' ? rung : null;
  const index = last ? Number(last['index']) + (last['early'] === true ? 0 : 1) : 0;
  const due = dueRungs(pinned, ladder['dueAt'], facts.release.limits, facts.release.calendars)[index];
  return done({ rung: due ? rungVariable(due) : null });
};
