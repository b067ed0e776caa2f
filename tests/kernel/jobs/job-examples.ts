import type { PastEvent } from '../../../server/kernel/cases/story.ts';
import type { HostUserTask, JobFacts, Request, SubjectFacts } from '../../../server/kernel/jobs/job-handler.ts';
import { builtInHandlers } from '../../../server/kernel/jobs/register.ts';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { instantOfLocal } from '../../../server/kernel/local-time.ts';
import type { PostAssignment } from '../../../server/kernel/organization/organization.ts';
import { streetWith } from '../organization/organization-examples.ts';
import { assignments, people, release } from '../world/small-street.ts';

/** When the jobs of these tests run. */
export const now = instantOfLocal('2026-09-10 14:00');

/** A case of the first grid, as far as nothing else is said. */
export function subject(more: Partial<SubjectFacts> = {}): SubjectFacts {
  return {
    kind: 'case',
    id: 'case-1',
    number: 'XJ-2026-0001',
    title: '路灯不亮',
    place: '中华路',
    area: 'g1',
    category: 'lamp',
    progress: null,
    history: [],
    answeredAt: null,
    wantsAnswer: false,
    ...more,
  };
}

/** The facts of the small street around a job. */
export function factsOf(more: Partial<JobFacts> = {}, on: readonly PostAssignment[] = assignments): JobFacts {
  return {
    release,
    organization: streetWith(...on),
    personName: (id) => people.find((person) => person.id === id)?.name ?? id,
    subject: subject(),
    host: null,
    ...more,
  };
}

/** The overdue user task of a mediator, as far as nothing else is said. */
export function host(more: Partial<HostUserTask> = {}): HostUserTask {
  return {
    instance: 'i1',
    userTask: 4,
    scope: 0,
    open: true,
    overdue: true,
    position: { post: 'mediator', area: 'g1' },
    step: '事件处理',
    dueAt: instantOfLocal('2026-09-10 13:00'),
    ...more,
  };
}

/** Runs a built-in job. */
export function run(jobType: string, variables: JsonObject, facts: JobFacts, headers: JsonObject = {}) {
  const handler = builtInHandlers.get(jobType);
  if (!handler) throw new Error(`there is no job ${jobType}`);
  return handler({ jobType, headers, variables, now }, facts);
}

/** What a job wants done; it must have succeeded. */
export function requestsOf(outcome: ReturnType<typeof run>): readonly Request[] {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.requests;
}

/** The positions told, as `post@area`. */
export function toldBy(requests: readonly Request[]): readonly string[] {
  return requests.flatMap((request) => (request.do === 'notify' ? [`${request.to.post}@${request.to.area}`] : []));
}

/** A history of these events. */
export function past(...events: readonly PastEvent['event'][]): readonly PastEvent[] {
  return events.map((event) => ({ at: now, event }));
}
