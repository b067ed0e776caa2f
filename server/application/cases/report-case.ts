import type { Command } from '../../kernel/bpmn/commands.ts';
import type { ExecutableProcess } from '../../kernel/bpmn/executable-process.ts';
import { caseProgress, newCaseProgress, type CaseProgress } from '../../kernel/cases/case-progress.ts';
import { findCategory } from '../../kernel/cases/find-category.ts';
import { caseNumber, counterKey } from '../../kernel/cases/number-case.ts';
import { openCase } from '../../kernel/cases/open-case.ts';
import type { FormDefinition } from '../../kernel/forms/form-definition.ts';
import type { Instant, Json } from '../../kernel/json.ts';
import { successorsOf } from '../../kernel/organization/area-changes.ts';
import { upwardsFrom } from '../../kernel/organization/area-tree.ts';
import type { CaseTypeFile } from '../../kernel/release/definitions.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import { insertCase, nextCounter } from '../../database/cases.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { Context } from '../context.ts';
import { acceptForm } from '../forms/accept-form.ts';
import type { Actor } from '../policy/actor.ts';
import { requirePermission } from '../policy/policy.ts';
import { caseColumns } from '../process-instances/case-columns.ts';
import { advanceInstance } from '../process-instances/advance-instance.ts';
import { Refusal } from '../refusal.ts';
import { storeSubmission } from '../submissions/store-submission.ts';
import { uuidv7 } from '../uuid.ts';
import { stageTitle } from './stage-title.ts';

/** A report as it comes in at the door. */
export interface CaseReport {
  readonly caseType: string;
  readonly area: string;
  readonly data: Json;
  /** How it came in; the case type's first channel when absent. */
  readonly channel?: string | undefined;
  /** When it was written on the phone; an unsent report keeps its own time. */
  readonly reportedAt?: Instant | undefined;
}

/** What the reporter is told at once. */
export interface ReportedCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly stage: string;
  readonly holder: { readonly post: string; readonly area: string } | null;
}

/** How long ago a report may say it was written; a phone may have been without a network for days. */
const oldestReportDays = 7;

/**
 * Reports a case (事件上传): the form is checked, the case gets its number, its process begins, all in one transaction.
 *
 * @throws Refusal `not-permitted`, `case-type-unknown`, `area-ended`, `area-not-a-grid`, `submission-invalid`
 */
export async function reportCase(
  context: Context,
  tx: Transaction,
  actor: Actor,
  sent: CaseReport,
): Promise<ReportedCase> {
  requirePermission(actor, 'case.report', sent.area);
  const report = { ...sent, area: areaToday(actor, sent.area) };
  const release = await context.releases.at(tx, report.area);
  const kind = caseKind(release, report.caseType);
  const { caseType, form } = kind;
  if (actor.tree.areas.get(report.area)?.type !== 'grid') throw new Refusal('area-not-a-grid', { area: report.area });
  const { data, plain } = acceptForm(form, 'report', report.data);
  const [id, instance, post] = [uuidv7(), uuidv7(), reporterPost(actor, report.area)];
  const channel = channelOf(caseType, report.channel);
  const opened = openCase(caseType, plain, { id, area: report.area, reporterPost: post, channel });
  const progress = await beginProcess(context, tx, { id, instance, area: report.area }, kind, {
    type: 'create-instance',
    variables: opened.variables,
    by: { person: actor.person },
  });
  const number = await nextNumber(context, tx, caseType);
  const { title, place, category, onTheSpot, wantsAnswer } = opened;
  const area = actor.tree.areas.get(report.area)?.name;
  const words = { number, title, place, category, area, description: plain['description'] };
  await insertCase(tx, context.tenant, {
    id,
    number,
    caseType: caseType.id,
    title,
    place,
    category,
    channel,
    area: report.area,
    instance,
    onTheSpot,
    wantsAnswer,
    firstReceiver: actor.person,
    reporterPost: post,
    reportedAt: reportedAt(tx, report),
    search: searchText(caseType, words),
    ...caseColumns(release, progress),
  });
  const about = { subjectKind: 'case', subjectId: id, instance, userTask: null } as const;
  await storeSubmission(context, tx, { ...about, form, release, data, person: actor.person });
  const stage = stageTitle(release, caseType.process, progress.stage) ?? progress.stage;
  return { id, number, title, stage, holder: progress.holder };
}

/**
 * The area a report is for. A phone may send what was written before the area changed: where one area took its place the
 * report is for that one, where it was split somebody has to say which.
 *
 * @throws Refusal `area-ended`
 */
function areaToday({ tree, successions }: Actor, area: string): string {
  if (tree.areas.has(area)) return area;
  const heirs = successorsOf(successions, area).filter((code) => tree.areas.has(code));
  const [only, ...others] = heirs;
  if (only !== undefined && others.length === 0) return only;
  if (only === undefined) return area;
  const names = heirs.map((code) => tree.areas.get(code)?.name ?? code).join('、');
  throw new Refusal('area-ended', { area, successors: names });
}

/** A case type with what it names: all of it is there, or the pack would not have been published. */
export interface CaseKind {
  readonly release: CompiledRelease;
  readonly caseType: CaseTypeFile;
  readonly form: FormDefinition;
  readonly process: ExecutableProcess;
}

/** @throws Refusal `case-type-unknown` */
export function caseKind(release: CompiledRelease, id: string): CaseKind {
  const caseType = release.caseTypes.get(id);
  const form = caseType && release.forms.get(caseType.reportForm);
  const process = caseType && release.processes.get(caseType.process)?.executable;
  if (!caseType || !form || !process) throw new Refusal('case-type-unknown', { caseType: id });
  return { release, caseType, form, process };
}

/** Begins the process that handles the case, and tells how far it has come by itself. */
async function beginProcess(
  context: Context,
  tx: Transaction,
  at: { readonly id: string; readonly instance: string; readonly area: string },
  { release, caseType, process }: CaseKind,
  command: Command,
): Promise<CaseProgress> {
  const advanced = await advanceInstance(context, tx, at.instance, command, {
    process: caseType.process,
    manifestHash: release.hash,
    subjectKind: 'case',
    subjectId: at.id,
    hostInstance: null,
    hostTask: null,
    hostScope: null,
    area: at.area,
  });
  if (advanced.kind === 'refused') throw new Error(`a new case was refused: ${advanced.code}`);
  return caseProgress(newCaseProgress, process, advanced.instance, advanced.events);
}

async function nextNumber(context: Context, tx: Transaction, { id, numbering }: CaseTypeFile): Promise<string> {
  const counter = await nextCounter(tx, context.tenant, counterKey(id, numbering, tx.now));
  return caseNumber(numbering, tx.now, counter);
}

/** The channel a report came in by. @throws Refusal `request-invalid` for one the case type does not have */
export function channelOf(caseType: CaseTypeFile, asked: string | undefined): string {
  const channel =
    asked === undefined ? caseType.channels[0] : caseType.channels.find((candidate) => candidate.id === asked);
  if (!channel)
    throw new Refusal('request-invalid', { count: 1 }, [
      { path: '/channel', zh: `没有来源「${asked ?? ''}」。`, en: `There is no channel "${asked ?? ''}".` },
    ]);
  return channel.id;
}

/** The post the reporter acts in: one they hold at the area or the nearest above it. */
export function reporterPost(actor: Actor, area: string): string {
  for (const upper of upwardsFrom(actor.tree, area)) {
    const held = actor.held.find((position) => position.area === upper.code);
    if (held) return held.post;
  }
  throw new Refusal('not-permitted', { permission: 'case.report' });
}

/** The time the report claims, if it can be true; the phone's clock may be wrong. */
function reportedAt(tx: Transaction, report: CaseReport): Instant {
  const claimed = report.reportedAt ? Date.parse(report.reportedAt) : Number.NaN;
  const now = Date.parse(tx.now);
  return claimed <= now && claimed > now - oldestReportDays * 86_400_000 ? new Date(claimed).toISOString() : tx.now;
}

function searchText(
  caseType: CaseTypeFile,
  words: {
    readonly number: string;
    readonly title: string;
    readonly place: string;
    readonly category: string;
    readonly area: string | undefined;
    readonly description: Json | undefined;
  },
): string {
  const found = findCategory(caseType.categories, words.category);
  return [
    words.number,
    words.title,
    words.place,
    words.description,
    found?.category.title,
    found?.parent?.title,
    words.area,
  ]
    .filter((word) => typeof word === 'string')
    .join(' ');
}
