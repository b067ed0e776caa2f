import { findCategory } from '../../kernel/cases/find-category.ts';
import { describeSubmission } from '../../kernel/forms/describe-submission.ts';
import { propertiesOf } from '../../kernel/forms/schema-node.ts';
import type { Json } from '../../kernel/json.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { PluginRights } from '../../kernel/release/plugin-manifest.ts';
import { readCaseRow } from '../../database/cases.ts';
import { readActionItem, readMeetingRow } from '../../database/meetings.ts';
import { readPersonalValues } from '../../database/personal-values.ts';
import { submissionsOf } from '../../database/submissions.ts';
import type { Transaction } from '../../database/transaction.ts';
import type { AreaName, FilledForm, Subject } from '../../plugins/contract.ts';
import type { Context } from '../context.ts';
import type { InForce } from '../releases/release-store.ts';
import type { SettingsInForce } from './settings-in-force.ts';

/** What something is about, as rows name it. */
export interface SubjectRef {
  readonly kind: Subject['kind'] | null;
  readonly id: string | null;
}

type Bare = Omit<Subject, 'submissions' | 'personal'>;

/**
 * What a plugin is given of a case, a meeting or an action item: what its rights name, and nothing else.
 *
 * @param release the one the subject's process is pinned to
 * @param withPersonal whether personal values may be given at all here: never to a job, whose result is stored
 * @returns null without the right to this kind of subject, or when there is none
 */
export async function subjectForPlugin(
  context: Context,
  tx: Transaction,
  release: CompiledRelease,
  { kind, id }: SubjectRef,
  given: {
    readonly rights: PluginRights;
    readonly settings: SettingsInForce['settings'];
    readonly withPersonal: boolean;
  },
): Promise<Subject | null> {
  const { rights, settings, withPersonal } = given;
  if (kind === null || id === null || rights.subjects?.includes(kind) !== true) return null;
  const bare = await bareSubject(context, tx, release, kind, id);
  if (!bare) return null;
  const forms = rights.forms ?? [];
  const submissions = forms.length > 0 ? await filledForms(context, tx, release, kind, id, forms) : [];
  const mayKnowPersons = withPersonal && rights.personal !== undefined && settings[rights.personal.setting] === true;
  return {
    ...bare,
    submissions,
    personal: mayKnowPersons ? await personalValues(context, tx, release, kind, id, forms) : null,
  };
}

async function bareSubject(
  { tenant, releases }: Context,
  tx: Transaction,
  release: CompiledRelease,
  kind: Subject['kind'],
  id: string,
): Promise<Bare | null> {
  const live = await releases.inForce(tx);
  const none = { kind, id, number: null, category: null, stage: null, closed: false };
  if (kind === 'meeting') {
    const row = await readMeetingRow(tx, tenant, id);
    return row && { ...none, title: row.title, place: row.place, area: areaName(live, row.area) };
  }
  if (kind === 'action-item') {
    const row = await readActionItem(tx, tenant, id);
    return row && { ...none, title: row.title, place: '', area: areaName(live, row.area) };
  }
  const row = await readCaseRow(tx, tenant, id);
  if (!row) return null;
  const caseType = release.caseTypes.get(row.caseType);
  const category = caseType && findCategory(caseType.categories, row.category)?.category;
  return {
    kind,
    id,
    number: row.number,
    title: row.title,
    place: row.place,
    area: areaName(live, row.area),
    category: category ? { id: category.id, title: category.title } : null,
    stage: caseType?.stages.find((stage) => stage.id === row.stage)?.title ?? null,
    closed: row.status !== 'open',
  };
}

/** An area as it is called today: what runs is pinned to a release in which it had another name, or was not there yet. */
export function areaName({ area, ended }: Pick<InForce, 'area' | 'ended'>, code: string): AreaName {
  return { code, name: (area(code) ?? ended.get(code))?.name ?? code };
}

async function filledForms(
  { tenant }: Context,
  tx: Transaction,
  release: CompiledRelease,
  kind: string,
  id: string,
  forms: readonly string[],
): Promise<readonly FilledForm[]> {
  const rows = await submissionsOf(tx, tenant, kind, id);
  return rows
    .filter(({ form }) => forms.includes(form))
    .map(({ form, at, data }) => {
      const definition = release.forms.get(form);
      const lines = definition ? describeSubmission(definition, data) : [];
      return {
        form,
        title: definition?.title ?? form,
        at,
        data,
        lines: lines.map(({ title, text }) => ({ title, text })),
      };
    });
}

/** Only of the forms the plugin may read: a field is theirs when one of them asks for it. */
async function personalValues(
  { tenant }: Context,
  tx: Transaction,
  release: CompiledRelease,
  kind: string,
  id: string,
  forms: readonly string[],
): Promise<{ readonly [field: string]: Json }> {
  const asked = new Set(
    forms.flatMap((form) => propertiesOf(release.forms.get(form)?.schema ?? {}).map(([name]) => name)),
  );
  const values = await readPersonalValues(tx, tenant, { subjectKind: kind, subjectId: id });
  const theirs = values.filter(({ pointer }) => asked.has(pointer.split('/')[1] ?? ''));
  return Object.fromEntries(theirs.map(({ pointer, value }) => [pointer.slice(1).replaceAll('/', '.'), value]));
}
