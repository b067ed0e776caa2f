import { isInstant, isJsonArray, isJsonObject, type JsonObject } from '../json.ts';
import { dueRungs, isDueLater } from '../ladders/due-rungs.ts';
import { localDate } from '../local-time.ts';
import type { Position } from '../bpmn/process-instance.ts';
import { positionKey } from '../organization/holders.ts';
import { climbFrom, resolvePosition } from '../organization/resolve-position.ts';
import { spokenTime } from '../cases/story.ts';
import { done, textIn, type JobFacts, type HostUserTask, type JobHandler, type Request } from './job-handler.ts';
import { calledPosition, subjectValues, tell } from './notice-text.ts';

/**
 * `grid:ladder-climb`: does what the due rung says: tells its posts and hands the overdue user task up. It never ends
 * the user task and never hands it down. One that was given more time meanwhile is left alone; a rung that is due later by a
 * calendar that was taken over meanwhile says so (`early`), and is waited for once more.
 */
export const climbLadder: JobHandler = (job, facts) => {
  const { rung } = job.variables;
  const { host } = facts;
  if (!host?.open || !host.overdue || !isJsonObject(rung)) return done();
  if (waitsOn(job.variables['ladder'], rung, facts)) return done({ rung: { ...rung, early: true } });
  const on = localDate(job.now);
  const to = typeof rung['to'] === 'string' ? climbFrom(facts.organization, host.position, rung['to'], on) : null;
  const values = {
    ...subjectValues(facts, job.now),
    step: host.step,
    due: spokenTime(host.dueAt),
    rung: textIn(rung, 'title'),
    post: facts.organization.posts.get(host.position.post)?.title ?? '',
    holder: calledPosition(facts, host.position, job.now),
    handedTo: calledPosition(facts, to ?? host.position, job.now),
  };
  const told = toldPositions(facts, isJsonArray(rung['told']) ? rung['told'] : [], host, on);
  const requests: Request[] = told
    .map((position) => tell(facts, position, textIn(rung, 'notice'), values, job.now))
    .filter((request) => request !== null);
  if (to)
    requests.push({
      do: 'reassign-user-task',
      instance: host.instance,
      userTask: host.userTask,
      scope: host.scope,
      to,
    });
  return done({}, requests);
};

/** Its calendar has other days off now than when it began to wait: handed up on one of them it would come too soon. */
function waitsOn(ladder: unknown, rung: JsonObject, { release }: JobFacts): boolean {
  const { index, dueAt } = rung;
  if (!isJsonObject(ladder)) return false;
  const overdueAt = ladder['dueAt'];
  const pinned = release.ladders.get(textIn(ladder, 'id'));
  if (!pinned || typeof index !== 'number' || !isInstant(dueAt) || !isInstant(overdueAt)) return false;
  return isDueLater(dueRungs(pinned, overdueAt, release.limits, release.calendars)[index], dueAt);
}

/** Those the rung names (a vacant one's stand-in) and whoever has the user task, each once. */
function toldPositions(
  facts: JobFacts,
  posts: readonly unknown[],
  host: HostUserTask,
  on: string,
): readonly Position[] {
  const named = posts.flatMap((post) => {
    if (typeof post !== 'string') return [];
    const resolved = resolvePosition(facts.organization, { post, area: facts.subject.area }, on);
    return resolved.kind === 'position' ? [resolved.position] : [];
  });
  const told = new Map([...named, host.position].map((position) => [positionKey(position), position]));
  return [...told.values()];
}
