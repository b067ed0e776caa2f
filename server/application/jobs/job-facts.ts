import { findCategory } from '../../kernel/cases/find-category.ts';
import { newCaseProgress } from '../../kernel/cases/case-progress.ts';
import type { ProcessEvent } from '../../kernel/bpmn/events.ts';
import type { HostUserTask, JobFacts, SubjectFacts } from '../../kernel/jobs/job-handler.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { readCaseRow } from '../../database/cases.ts';
import { readActionItem, readMeetingRow } from '../../database/meetings.ts';
import { readPersonNames } from '../../database/person-names.ts';
import { readHistory, readInstance, type InstanceView } from '../../database/process-instances.ts';
import { clocksOfRow } from '../../database/stored-clock.ts';
import type { Transaction } from '../../database/transaction.ts';
import { readUserTaskRow } from '../../database/user-tasks.ts';
import type { Context } from '../context.ts';
import { wholeOrganization } from '../organization/organization-in.ts';

/**
 * Reads the facts around a job before it runs, over one snapshot: what the process is about, who holds the posts, and
 * for a ladder how the user task it climbs for stands now.
 */
export async function readJobFacts(
  context: Context,
  tx: Transaction,
  release: CompiledRelease,
  instance: InstanceView,
): Promise<JobFacts> {
  const subject = await subjectFacts(context, tx, release, instance);
  // Notices may go to any post of the street, so all its holders are read: some hundred rows, once per job.
  const organization = await wholeOrganization(context, tx, release);
  const names = await readPersonNames(tx, context.tenant, [...organization.assignmentsByPerson.keys()]);
  return {
    release,
    organization,
    subject,
    personName: (person) => names.get(person) ?? '',
    host: await hostUserTask(context, tx, instance),
  };
}

async function subjectFacts(
  context: Context,
  tx: Transaction,
  release: CompiledRelease,
  instance: InstanceView,
): Promise<SubjectFacts> {
  const none = {
    number: null,
    place: '',
    category: null,
    progress: null,
    history: [],
    answeredAt: null,
    wantsAnswer: false,
  };
  const { subjectKind: kind, subjectId: id } = instance;
  if (kind === 'meeting' && id) {
    const meeting = await readMeetingRow(tx, context.tenant, id);
    return { ...none, kind, id, title: meeting?.title ?? '', place: meeting?.place ?? '', area: meeting?.area ?? '' };
  }
  if (kind === 'action-item' && id) {
    const item = await readActionItem(tx, context.tenant, id);
    return { ...none, kind, id, title: item?.title ?? '', area: item?.area ?? '' };
  }
  const row = id ? await readCaseRow(tx, context.tenant, id) : null;
  // Begun by a message or by hand it is about nothing; plugins are then set as its area has them.
  if (!row) return { ...none, kind: 'case', id: id ?? '', title: '', area: instance.area ?? '' };
  const root = await readInstance(tx, context.tenant, row.instance);
  const history = root ? await readHistory(tx, context.tenant, root.bucket, root.id) : [];
  const category = [...release.caseTypes.values()]
    .map((type) => findCategory(type.categories, row.category))
    .find((found) => found);
  return {
    kind: 'case',
    id: row.id,
    number: row.number,
    title: row.title,
    place: row.place,
    area: row.area,
    category: category?.category.id ?? row.category,
    progress: {
      ...newCaseProgress,
      status: row.status,
      stage: row.stage,
      visited: row.visited,
      passed: row.passed,
      everOverdue: row.everOverdue,
    },
    history: history.map(({ at, event }) => ({ at, event: event as unknown as ProcessEvent })),
    answeredAt: row.answeredAt,
    wantsAnswer: row.wantsAnswer,
  };
}

async function hostUserTask(context: Context, tx: Transaction, instance: InstanceView): Promise<HostUserTask | null> {
  if (instance.hostInstance === null || instance.hostTask === null) return null;
  const row = await readUserTaskRow(tx, context.tenant, instance.hostInstance, instance.hostTask);
  if (!row) return null;
  return {
    instance: row.instance,
    userTask: row.id,
    scope: row.scope,
    open: row.state === 'open',
    overdue: clocksOfRow(row).some(({ dueAt }) => dueAt !== null && dueAt <= tx.now),
    position: { post: row.post, area: row.area },
    step: row.name,
    dueAt: row.dueAt ?? tx.now,
  };
}
