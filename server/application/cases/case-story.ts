import { textIn } from '../../kernel/json.ts';
import type { ProcessEvent } from '../../kernel/bpmn/events.ts';
import type { PastRequest } from '../../kernel/cases/request-lines.ts';
import { storyOf, sendUpForm, type PastSubmission, type StoryLine } from '../../kernel/cases/story.ts';
import { describeSubmission } from '../../kernel/forms/describe-submission.ts';
import { joinPersonal, maskPersonal, type PersonalValue } from '../../kernel/forms/personal-values.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { ClockRequestRow } from '../../database/clock-requests.ts';
import type { HistoryRow } from '../../database/process-instances.ts';
import { notificationsAbout } from '../../database/notifications-told.ts';
import type { SubmissionRow } from '../../database/submissions.ts';
import type { Transaction } from '../../database/transaction.ts';
import { photosIn } from '../forms/accept-form.ts';
import type { NameBook } from '../organization/position-views.ts';
import type { CaseRow } from '../../database/cases.ts';

/** What the story of a case is read from. */
export interface StoryMaterial {
  readonly release: CompiledRelease;
  readonly names: NameBook;
  readonly row: CaseRow;
  readonly process: string;
  readonly history: readonly HistoryRow[];
  readonly submissions: readonly SubmissionRow[];
  /** What was asked of its clocks. */
  readonly requests?: readonly ClockRequestRow[];
  /** Of the report: shown masked. */
  readonly personal: readonly PersonalValue[];
  /** Whoever reads it is told besides what a machine said of an incident. */
  readonly forOperator?: boolean;
}

/** The story of a case as sentences; personal values in forms are masked. */
export async function caseStory(
  tx: Transaction,
  tenant: string,
  material: StoryMaterial,
): Promise<readonly StoryLine[]> {
  return storyLines(material, await notificationsAbout(tx, tenant, 'case', material.row.id));
}

/** The same from what was read already: an iteration's story has no tellings, they are the case's. */
export function storyLines(
  material: Omit<StoryMaterial, 'row'> & { readonly row: Pick<CaseRow, 'caseType'> },
  tellings: Awaited<ReturnType<typeof notificationsAbout>>,
): readonly StoryLine[] {
  const { release, names, row, history, submissions } = material;
  const process = release.processes.get(material.process)?.executable;
  if (!process) return [];
  return storyOf({
    process,
    forOperator: material.forOperator === true,
    stages: release.caseTypes.get(row.caseType)?.stages ?? [],
    history: history.map(({ at, event }) => ({ at, event: event as unknown as ProcessEvent })),
    submissions: submissions.map((submission) => pastSubmission(material, submission)),
    tellings: tellings.flatMap(({ at, post, area, person, title, sentBy: by }) => {
      const to = post !== null && area !== null ? { post, area } : person === null ? null : { person };
      return to ? [{ at, to, title, by }] : [];
    }),
    requests: (material.requests ?? []).map(pastRequest),
    names: {
      person: (id) => names.person(id)?.name ?? '',
      post: (id) => names.organization.posts.get(id)?.title ?? id,
      area: (code) => names.area(code).name,
      holders: (position, at) => names.position(position, at).holders.map((holder) => holder.name),
      english: (zh) => release.english[zh] ?? zh,
    },
  });
}

function pastRequest(request: ClockRequestRow): PastRequest {
  const { askedAt: at, askedBy: by, post, area } = request;
  return { ...request, at, by, to: { post, area } };
}

function pastSubmission(
  material: Pick<StoryMaterial, 'release' | 'personal'>,
  submission: SubmissionRow,
): PastSubmission {
  const { at, person, userTask, form, data } = submission;
  const past = { at, person, userTask, form, photos: photosIn(data) };
  if (form === sendUpForm) return { ...past, lines: [{ title: '理由', text: textIn(data['reason']) }] };
  return { ...past, lines: submissionLines(material, submission) };
}

/** What was filled in, line by line; photos are shown as pictures, not counted. */
export function submissionLines(
  { release, personal }: Pick<StoryMaterial, 'release' | 'personal'>,
  submission: SubmissionRow,
): readonly { readonly title: string; readonly text: string }[] {
  const form = release.forms.get(submission.form);
  if (!form) return [];
  const whole = submission.userTask === null ? joinPersonal(submission.data, personal) : submission.data;
  const photoFields = new Set(
    Object.entries(whole)
      .filter(([, value]) => Array.isArray(value) && photosIn(value).length > 0)
      .map(([name]) => name),
  );
  const shown = Object.fromEntries(
    Object.entries(maskPersonal(form, whole)).filter(([name]) => !photoFields.has(name)),
  );
  return describeSubmission(form, shown);
}
