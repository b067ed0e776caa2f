import { isJsonArray, isJsonObject } from '../json.ts';
import { localDate } from '../local-time.ts';
import type { Position } from '../bpmn/process-instance.ts';
import { climbFrom, placePost } from '../organization/resolve-position.ts';
import { spokenTime } from '../cases/story.ts';
import { done, type JobFacts, type HostUserTask, type JobHandler, type Request } from './job-handler.ts';
import { calledPosition, subjectValues, tell } from './notice-text.ts';

/**
 * `grid:ladder-climb`: does what the due rung says: tells its posts and hands the overdue user task up. It never ends
 * the user task and never hands it down.
 */
export const climbLadder: JobHandler = (job, facts) => {
  const { rung } = job.variables;
  const { host } = facts;
  if (!host?.open || !isJsonObject(rung)) return done();
  const to =
    typeof rung['to'] === 'string'
      ? climbFrom(facts.organization, host.position, rung['to'], localDate(job.now))
      : null;
  const values = {
    ...subjectValues(facts, job.now),
    step: host.step,
    due: spokenTime(host.dueAt),
    rung: String(rung['title'] ?? ''),
    post: facts.organization.posts.get(host.position.post)?.title ?? '',
    holder: calledPosition(facts, host.position, job.now),
    handedTo: calledPosition(facts, to ?? host.position, job.now),
  };
  const told = toldPositions(facts, isJsonArray(rung['told']) ? rung['told'] : [], host);
  const requests: Request[] = told
    .map((position) => tell(facts, position, String(rung['notice'] ?? ''), values, job.now))
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

/** Those the rung names and whoever has the user task, each once. */
function toldPositions(facts: JobFacts, posts: readonly unknown[], host: HostUserTask): readonly Position[] {
  const named = posts.flatMap((post) =>
    typeof post === 'string' ? (placePost(facts.organization, post, facts.subject.area) ?? []) : [],
  );
  const told = new Map([...named, host.position].map((position) => [`${position.post}@${position.area}`, position]));
  return [...told.values()];
}
