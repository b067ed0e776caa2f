import type { CaseProgress } from '../cases/case-progress.ts';
import { jobFailed, unknownJobType } from '../jobs/failed-job.ts';
import { done, type JobHandler, type JobOutcome, type Request } from '../jobs/job-handler.ts';
import { builtInHandlers } from '../jobs/register.ts';
import type { JsonObject } from '../json.ts';
import { jobFactsOf } from './job-facts.ts';
import { send } from './send.ts';
import { tellAbout } from './tell-about.ts';
import { newId, type World } from './world.ts';
import { elementKey, type JobEntry, type WorldInstance } from './world-state.ts';

/** Runs a job with its built-in handler and completes or fails it. */
export function runJob(world: World, job: JobEntry): void {
  // Taken before it runs: whatever comes of it, a job is never run twice here.
  world.state.jobs.delete(elementKey(job.instance, job.element));
  const instance = world.state.instances.get(job.instance);
  const handler = builtInHandlers.get(job.jobType);
  if (!instance) return;
  const outcome = handler
    ? outcomeOf(world, job, instance, handler)
    : (simulated(world, job.jobType) ?? unknownJobType(job.jobType));
  const { element, job: number } = job;
  if (outcome.ok) {
    for (const request of outcome.requests) carryOut(world, job.instance, request);
    const current = world.state.instances.get(job.instance) ?? instance;
    send(world, job.instance, current, {
      type: 'complete-job',
      element,
      scope: job.scope,
      job: number,
      variables: outcome.variables,
    });
  } else {
    const { ok: _failed, ...failure } = outcome;
    send(world, job.instance, instance, { type: 'fail-job', element, scope: job.scope, job: number, ...failure });
  }
}

/** What a handler makes of a job; one that throws has failed, as on the server. */
function outcomeOf(world: World, job: JobEntry, instance: WorldInstance, handler: JobHandler): JobOutcome {
  const { jobType, headers } = job;
  try {
    const variables = visibleTo(instance, job);
    return handler({ jobType, headers, variables, now: world.state.now }, jobFactsOf(world, job.instance));
  } catch (error) {
    return jobFailed(jobType, String(error));
  }
}

/** What an element sees: its own variables over those of the scopes around it, as far as they may be seen. */
function visibleTo({ instance: { scopes } }: WorldInstance, { scope: within, element: id }: JobEntry): JsonObject {
  const seen = [scopes[within]?.elements.find((element) => element.id === id)?.variables ?? {}];
  for (
    let scope = scopes[within];
    scope;
    scope = scope.parent === null || scope.closed ? undefined : scopes[scope.parent]
  )
    seen.unshift(scope.variables);
  return Object.assign({}, ...seen) as JsonObject;
}

/** No plugin runs in here and nothing leaves: a plugin's job has the answer its `plugin.json` gives as an example. */
function simulated(world: World, type: string): JobOutcome | null {
  const example = world.release.pluginJobs.get(type);
  return example ? done(example) : null;
}

function carryOut(world: World, from: string, request: Request): void {
  const subject = world.state.instances.get(from)?.subject;
  switch (request.do) {
    case 'notify':
      tellAbout(world, subject, { at: world.state.now, to: request.to, title: request.title, by: null });
      return;
    case 'reassign-user-task': {
      const { instance, userTask: task, scope, to } = request;
      world.state.inbox.push({
        instance,
        command: { type: 'reassign-user-task', task, scope, to, because: 'overdue', by: { system: 'ladder' } },
      });
      return;
    }
    case 'start-action-item':
      startActionItem(world, from, request);
      return;
    case 'archive-case':
      changeCase(world, subject, (progress) => ({ ...progress, status: 'closed' }), {});
      return;
    case 'record-facts':
      changeCase(world, subject, (progress) => progress, request.facts);
  }
}

type Subject = WorldInstance['subject'] | undefined;

function changeCase(
  world: World,
  subject: Subject,
  change: (progress: CaseProgress) => CaseProgress,
  facts: JsonObject,
): void {
  const about = subject?.kind === 'case' ? world.cases.get(subject.id) : undefined;
  if (about)
    world.cases.set(about.id, { ...about, progress: change(about.progress), facts: { ...about.facts, ...facts } });
}

function startActionItem(world: World, from: string, request: Extract<Request, { do: 'start-action-item' }>): void {
  const process = world.release.processes.get(request.process)?.executable;
  const meeting = world.state.instances.get(from)?.subject?.id;
  if (!process || !meeting) return;
  const { title, post, area, limit } = request;
  const id = newId(world);
  const instance = newId(world);
  world.actionItems.set(id, { id, meeting, title, position: { post, area }, instance });
  const variables = { item: { id, title, post, area, limit, meeting } };
  send(
    world,
    instance,
    { process, subject: { kind: 'action-item', id }, host: null },
    { type: 'create-instance', variables, by: { system: 'schedule' } },
  );
}
