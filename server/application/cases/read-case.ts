import { stageState, newCaseProgress } from '../../kernel/cases/case-progress.ts';
import { dueRungs } from '../../kernel/ladders/due-rungs.ts';
import { localDate } from '../../kernel/local-time.ts';
import { offersWork } from '../offered-work/offers-work.ts';
import { maskValue } from '../../kernel/forms/mask-value.ts';
import { choicesOf, propertyOf } from '../../kernel/forms/schema-node.ts';
import type { PersonalValue } from '../../kernel/forms/personal-values.ts';
import { isJsonObject, textIn, type Instant } from '../../kernel/json.ts';
import { climbFrom } from '../../kernel/organization/resolve-position.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { readCaseRow, type CaseRow } from '../../database/cases.ts';
import { clockRequestsAbout, type ClockRequestRow } from '../../database/clock-requests.ts';
import { readPersonalValues } from '../../database/personal-values.ts';
import { readHistory, readInstance, type HistoryRow, type InstanceView } from '../../database/process-instances.ts';
import { submissionsOf, type SubmissionRow } from '../../database/submissions.ts';
import { userTasksBeside, type UserTaskRow } from '../../database/user-tasks.ts';
import type { Transaction } from '../../database/transaction.ts';
import { clockRequestView } from '../clocks/clock-views.ts';
import type { Context } from '../context.ts';
import { photosIn } from '../forms/accept-form.ts';
import { lightView } from '../lights/light-view.ts';
import { stageLights } from '../lights/stage-lights.ts';
import { nameBook, type NameBook } from '../organization/position-views.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct, mayDo } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { caseLine } from './case-view.ts';
import { iterationsBegun } from '../process-instances/iterations-begun.ts';
import { askedByName, type AskedByName } from '../user-tasks/asked-by-name.ts';
import { informedOf } from './case-informed.ts';
import { ownersOf } from './case-owners.ts';
import { caseStory, submissionLines } from './case-story.ts';
import { maySeeCase } from './may-see-case.ts';

/** A case with a wide loop may have thousands of user tasks; its page has room for so many. */
const mostUserTasks = 100;

/** Everything that is read about a case before it is shown. */
export interface CaseMaterial {
  readonly row: CaseRow;
  readonly instance: InstanceView;
  readonly release: CompiledRelease;
  readonly history: readonly HistoryRow[];
  readonly submissions: readonly SubmissionRow[];
  readonly personal: readonly PersonalValue[];
  readonly userTasks: readonly UserTaskRow[];
  /** What was asked of the clocks of its user tasks, oldest first. */
  readonly requests: readonly ClockRequestRow[];
  readonly names: NameBook;
}

/**
 * A case with its story, user tasks, ladder and what the caller may do with it.
 *
 * @throws Refusal `case-unknown`, also for a case of another area: nothing is told about it
 */
export async function readCase(context: Context, tx: Transaction, actor: Actor, id: string) {
  const material = await readCaseMaterial(context, tx, actor, id);
  const { row, release, names, instance, userTasks, submissions } = material;
  const caseType = release.caseTypes.get(row.caseType);
  const progress = {
    ...newCaseProgress,
    status: row.status,
    stage: row.stage,
    visited: row.visited,
    passed: row.passed,
  };
  const report = submissions.find((submission) => submission.userTask === null);
  const named = await askedByName(
    context,
    tx,
    userTasks.filter(({ state }) => state === 'open'),
  );
  const story = await caseStory(tx, context.tenant, {
    ...material,
    process: instance.process,
    forOperator: mayAct(actor, 'operations.view', row.area),
  });
  return {
    ...caseLine(release, names, row, tx.now),
    caseType: row.caseType,
    description: textIn(report?.data['description']),
    channel: caseType?.channels.find((channel) => channel.id === row.channel)?.title ?? row.channel,
    stages: (caseType?.stages ?? []).map(({ id: stage, title }) => ({
      id: stage,
      title,
      state: stageState(progress, stage),
    })),
    firstReceiver: names.person(row.firstReceiver),
    ...ownersOf(material),
    informed: await informedOf(context, tx, actor, material),
    reporter: reporterView(material, report),
    report: report ? submissionLines(material, report) : [],
    photos: report ? photosIn(report.data) : [],
    userTasks: userTasks.map((userTask) => userTaskLine(material, actor, named(userTask), userTask, tx.now)),
    requests: material.requests.map((request) => clockRequestView(names, actor, request)),
    story: story.map(({ person, ...line }) => ({ ...line, person: names.person(person) })),
    iterations: iterationsBegun(material.history),
    ladder: ladderView(tx, material),
    process: {
      id: instance.process,
      name: release.processes.get(instance.process)?.executable.name ?? instance.process,
      packVersion: release.manifest.version,
      instance: instance.id,
      offers: offersWork(release),
    },
    may: permissionsOn(actor, material, named),
  };
}

/** A user task as a line of the case's page; only one that is open has lights and can be the caller's. */
function userTaskLine(
  { release, names }: CaseMaterial,
  actor: Actor,
  asked: string | null,
  userTask: UserTaskRow,
  now: Instant,
) {
  const isOpen = userTask.state === 'open';
  return {
    id: `${userTask.instance}.${userTask.id}`,
    title: userTask.name,
    element: userTask.element,
    state: userTask.state,
    position: names.position(userTask, userTask.endedAt ?? now),
    mine: isOpen && mayDo(actor, userTask, asked),
    askedByName: names.person(asked),
    light: isOpen ? lightView(release, userTask, now) : null,
    lights: isOpen ? stageLights(release, userTask, now) : [],
    createdAt: userTask.createdAt,
    completedAt: userTask.state === 'completed' ? userTask.endedAt : null,
    completedBy: names.person(userTask.completedBy),
  };
}

/**
 * Reads what belongs to a case, if the caller may see it.
 *
 * @throws Refusal `case-unknown`
 */
export async function readCaseMaterial(
  context: Context,
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<CaseMaterial> {
  return materialOf(context, tx, await readVisibleCase(context, tx, actor, id));
}

/**
 * The row of a case, if the caller may see it.
 *
 * @throws Refusal `case-unknown`
 */
export async function readVisibleCase(context: Context, tx: Transaction, actor: Actor, id: string): Promise<CaseRow> {
  const row = await readCaseRow(tx, context.tenant, id);
  if (!row || !(await maySeeCase(context, tx, actor, row))) throw new Refusal('case-unknown');
  return row;
}

/** Reads what belongs to a case whose row was allowed to be read. */
export async function materialOf(context: Context, tx: Transaction, row: CaseRow): Promise<CaseMaterial> {
  const { tenant } = context;
  const instance = await readInstance(tx, tenant, row.instance);
  if (!instance) throw new Error(`case ${row.id} has no instance`);
  const release = await context.releases.byHash(tx, instance.manifestHash);
  const [history, submissions, personal, userTasks, requests] = await Promise.all([
    readHistory(tx, tenant, instance.bucket, instance.id),
    // Numbers of user tasks are an instance's own: those of its iterations would be mistaken for its own.
    submissionsOf(tx, tenant, 'case', row.id, instance.id),
    readPersonalValues(tx, tenant, { subjectKind: 'case', subjectId: row.id }),
    userTasksBeside(tx, tenant, { kind: 'case', id: row.id, instance: instance.id }, mostUserTasks),
    clockRequestsAbout(tx, tenant, 'case', row.id),
  ]);
  // A story may name any post of the street that ever had the case or was told about it.
  const people = [
    row.firstReceiver,
    ...submissions.flatMap((submission) => submission.person ?? []),
    ...userTasks.flatMap((userTask) => userTask.completedBy ?? []),
    ...userTasks.flatMap((userTask) => userTask.person ?? []),
    ...requests.flatMap(({ askedBy, decidedBy }) => (decidedBy === null ? [askedBy] : [askedBy, decidedBy])),
  ];
  const names = await nameBook(
    context,
    tx,
    release,
    release.areas.map((area) => area.code),
    people,
  );
  return { row, instance, release, history, submissions, personal, userTasks, requests, names };
}

/** The person who reported, masked. */
export function reporterView(
  material: Pick<CaseMaterial, 'row' | 'personal' | 'submissions' | 'release'>,
  report: SubmissionRow | undefined,
) {
  const { row, personal } = material;
  const value = (pointer: string): string | null => {
    const found = personal.find((candidate) => candidate.pointer === pointer);
    return found ? maskValue(found.mask, found.value) : null;
  };
  const name = value('/reporterName');
  if (!report || name === null) return null;
  const answered = row.answeredAt === null ? null : { at: row.answeredAt, how: answerWords(material) };
  return { name, phone: value('/reporterPhone'), wantsAnswer: row.wantsAnswer, answered };
}

/** How they were answered, in the words of the form that recorded it. */
function answerWords({ row, submissions, release }: Pick<CaseMaterial, 'row' | 'submissions' | 'release'>): string {
  const recorded = submissions.findLast(({ data }) => data['how'] === row.answeredHow);
  const field = propertyOf(release.forms.get(recorded?.form ?? '')?.schema ?? {}, 'how');
  return choicesOf(field ?? {})?.find((choice) => choice.value === row.answeredHow)?.title ?? row.answeredHow ?? '';
}

/** The ladder of the user task that is open: which rungs have acted and when the others will. */
function ladderView(tx: Transaction, { release, names, instance, userTasks, history }: CaseMaterial) {
  const open = userTasks.find((userTask) => userTask.state === 'open');
  const node = open && release.processes.get(instance.process)?.executable.nodes.get(open.element);
  const ladder = node?.type === 'userTask' && node.ladder !== undefined ? release.ladders.get(node.ladder) : undefined;
  if (!open || !ladder || open.dueAt === null) return null;
  const climbed = history.filter(
    ({ event }) =>
      isJsonObject(event) &&
      event['type'] === 'user-task-reassigned' &&
      event['id'] === open.id &&
      event['because'] === 'overdue',
  ).length;
  let from = { post: open.askedPost, area: open.askedArea };
  return {
    title: ladder.title,
    rungs: dueRungs(ladder, open.dueAt, release.limits, release.calendars).map(({ index, rung, dueAt }) => {
      const to = rung.to === undefined ? null : climbFrom(names.organization, from, rung.to, localDate(tx.now));
      from = to ?? from;
      return {
        title: rung.title,
        to: to && names.position(to),
        at: dueAt,
        done: dueAt <= tx.now && index < Math.max(climbed, 1),
        told: rung.told.map((post) => names.organization.posts.get(post)?.title ?? post),
      };
    }),
  };
}

function permissionsOn(actor: Actor, { row, userTasks, personal }: CaseMaterial, named: AskedByName) {
  const mine = userTasks.find((userTask) => userTask.state === 'open' && mayDo(actor, userTask, named(userTask)));
  const open = userTasks.some((userTask) => userTask.state === 'open');
  return {
    complete: mine ? `${mine.instance}.${mine.id}` : null,
    urge: open && !mine && mayAct(actor, 'case.urge', row.area, row.category),
    sendUp: mine !== undefined,
    reveal: personal.length > 0 && mayAct(actor, 'case.reveal-reporter', row.area, row.category),
  };
}
