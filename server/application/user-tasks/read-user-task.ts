import type { FormDefinition } from '../../kernel/forms/form-definition.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { clockRequestsOf } from '../../database/clock-requests.ts';
import { readInstance } from '../../database/process-instances.ts';
import { readUserTaskRow, type UserTaskRow } from '../../database/user-tasks.ts';
import type { Transaction } from '../../database/transaction.ts';
import { caseStory, submissionLines } from '../cases/case-story.ts';
import { materialOf, reporterView } from '../cases/read-case.ts';
import { clockTerms } from '../clocks/clock-terms.ts';
import { clockRequestView, clockView } from '../clocks/clock-views.ts';
import { waitsFor } from '../clocks/sign-for-user-task.ts';
import type { Context } from '../context.ts';
import { photosIn } from '../forms/accept-form.ts';
import { nameBook, type NameBook } from '../organization/position-views.ts';
import type { Actor } from '../policy/actor.ts';
import { mayAct, mayDo } from '../policy/policy.ts';
import { Refusal } from '../refusal.ts';
import { askedByName } from './asked-by-name.ts';
import type { UserTaskAddress } from './complete-user-task.ts';
import { jointView, peopleIn, readJointDecision } from './joint-decision.ts';
import { readLocalVariables } from './local-variables.ts';
import { offersWork } from '../offered-work/offers-work.ts';
import { readSubjects } from './read-subjects.ts';
import { whoIsAbove } from './send-user-task-up.ts';
import { userTaskLine, type Subjects } from './user-task-view.ts';

/**
 * A user task with its form, what is known so far and the story of its case; for whoever holds its position, or may see
 * its case.
 *
 * @throws Refusal `user-task-unknown`, also for one of another area
 */
export async function readUserTask(context: Context, tx: Transaction, actor: Actor, address: UserTaskAddress) {
  const row = await readUserTaskRow(tx, context.tenant, address.instance, address.id);
  const instance = row && (await readInstance(tx, context.tenant, row.instance));
  if (!row || !instance) throw new Refusal('user-task-unknown');
  const subjects = await readSubjects(tx, context.tenant, [row]);
  const named = await askedByName(context, tx, [row]);
  const mine = mayDo(actor, row, named(row));
  if (!mine && !maySee(actor, row, subjects)) throw new Refusal('user-task-unknown');
  const release = await context.releases.byHash(tx, instance.manifestHash);
  const requests = (await clockRequestsOf(tx, context.tenant, row.instance)).filter(
    ({ userTask }) => userTask === row.id,
  );
  const joint = await readJointDecision(tx, context.tenant, release, instance, row);
  const names = await nameBook(
    context,
    tx,
    release,
    release.areas.map((area) => area.code),
    [
      ...requests.flatMap(({ askedBy, decidedBy }) => (decidedBy === null ? [askedBy] : [askedBy, decidedBy])),
      ...peopleIn(joint),
    ],
  );
  const node = release.processes.get(instance.process)?.executable.nodes.get(row.element);
  const form = row.form === null ? undefined : release.forms.get(row.form);
  const open = row.state === 'open';
  const above = mine && open ? await whoIsAbove(context, tx, row) : null;
  const terms = open ? await clockTerms(context, tx, release, row) : [];
  return {
    ...userTaskLine(release, names, subjects, row, tx.now),
    state: row.state,
    element: row.element,
    instruction: (node?.type === 'userTask' && node.instruction) || '',
    form: form ? formView(release, form) : null,
    data: open ? await readLocalVariables(tx, context.tenant, instance.state, row) : {},
    ...(await aboutSubject(context, tx, names, row, subjects)),
    joint: jointView(names, joint),
    offers: offersWork(release),
    clocks: terms.flatMap((one) => clockView(release, names, actor, mine, one, tx.now)),
    requests: requests.map((request) => clockRequestView(names, actor, request)),
    may: {
      complete: mine && open,
      sendUp: above && names.position(above),
      signFor: mine && open && waitsFor(row, 'sign-for'),
      firstResponse: mine && open && waitsFor(row, 'first-response'),
    },
  };
}

/** A form as clients get it, with the hash of its pinned version. */
export function formView(release: CompiledRelease, form: FormDefinition) {
  const entry = release.manifest.definitions.find((candidate) => candidate.kind === 'form' && candidate.id === form.id);
  const { id, title, schema, ui, rules, rights } = form;
  return {
    id,
    title,
    version: entry?.sha256 ?? '',
    definition: { id, title, schema: { ...schema }, ui: { ...ui }, rules: [...rules], rights: { ...rights } },
  };
}

function maySee(actor: Actor, row: UserTaskRow, subjects: Subjects): boolean {
  const about = subjects.cases.get(row.subjectId ?? '');
  if (about) return mayAct(actor, 'case.view', about.area, about.category);
  const meeting = subjects.meetings.get(row.subjectId ?? '');
  return meeting !== undefined && mayAct(actor, 'meeting.view', meeting.area);
}

async function aboutSubject(context: Context, tx: Transaction, names: NameBook, row: UserTaskRow, subjects: Subjects) {
  const about = subjects.cases.get(row.subjectId ?? '');
  if (!about) return { report: [], photos: [], reporter: null, story: [] };
  const material = await materialOf(context, tx, about);
  const report = material.submissions.find((submission) => submission.userTask === null);
  const story = await caseStory(tx, context.tenant, { ...material, process: material.instance.process });
  const reporter = reporterView(material, report);
  return {
    report: report ? submissionLines(material, report) : [],
    photos: report ? photosIn(report.data) : [],
    reporter: reporter && { name: reporter.name, phone: reporter.phone, wantsAnswer: reporter.wantsAnswer },
    story: story.map(({ person, ...line }) => ({ ...line, person: names.person(person) })),
  };
}
