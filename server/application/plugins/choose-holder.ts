import { findCategory } from '../../kernel/cases/find-category.ts';
import { localDate } from '../../kernel/local-time.ts';
import { holdersOf } from '../../kernel/organization/holders.ts';
import { pluginName } from '../../kernel/release/plugin-manifest.ts';
import { type DueChoice, openUserTasksOf, settleChoice, takeChoice } from '../../database/assignment-choices.ts';
import { readCaseRow } from '../../database/cases.ts';
import type { Transaction } from '../../database/transaction.ts';
import { readUserTaskRow, type UserTaskRow } from '../../database/user-tasks.ts';
import type { CompiledRelease } from '../../kernel/release/compiled-release.ts';
import type { AssignmentQuestion } from '../../plugins/contract.ts';
import type { Context } from '../context.ts';
import { organizationIn } from '../organization/organization-in.ts';
import { type SettingsInForce, settingsInForce } from './settings-in-force.ts';
import { areaName } from './subject-for-plugin.ts';

const mostHolders = 200;
/** A worker that dies while it asks leaves the choice to be made again after this. */
const againSeconds = 30;

/**
 * Asks a rule which of a position's holders should do a user task, and writes down whom it chose. The user task has been
 * everybody's all the while; what a rule does not choose stays so.
 *
 * @returns false when another worker had it
 */
export async function chooseHolder(context: Context, due: DueChoice): Promise<boolean> {
  const taken = await context.database.transaction((tx) =>
    takeChoice(tx, due, new Date(Date.parse(tx.now) + againSeconds * 1000).toISOString()),
  );
  if (!taken) return false;
  const named = pluginName(due.rule);
  const asked = await context.database.read((tx) => questionOf(context, tx, due));
  const chosen =
    named && asked ? await context.plugins.choose({ ...named, argument: asked, settings: asked.settings }) : null;
  await context.database.transaction((tx) => settleChoice(tx, due, chosen));
  return true;
}

async function questionOf(context: Context, tx: Transaction, due: DueChoice): Promise<AssignmentQuestion | null> {
  const row = await readUserTaskRow(tx, context.tenant, due.instance, due.userTask);
  if (row?.state !== 'open') return null;
  const plugin = pluginName(due.rule)?.plugin ?? '';
  const { active, settings } = await settingsInForce(context, tx, row.area, plugin);
  return active ? questionAbout(context, tx, row, settings) : null;
}

async function questionAbout(
  context: Context,
  tx: Transaction,
  row: UserTaskRow,
  settings: SettingsInForce['settings'],
): Promise<AssignmentQuestion | null> {
  const live = await context.releases.inForce(tx);
  const { release } = live.at(row.area);
  const today = localDate(tx.now);
  const held = holdersOf(await organizationIn(context, tx, release, [row.area]), row, today).slice(0, mostHolders);
  const holders = [...new Map(held.map((one) => [one.person, one])).values()];
  if (holders.length < 2) return null;
  const people = holders.map(({ person }) => person);
  const open = await openUserTasksOf(tx, context.tenant, people, today);
  return {
    post: row.post,
    area: areaName(live, row.area),
    holders: holders.map(({ person, kind }) => ({ person, kind, openUserTasks: open.get(person) ?? 0 })),
    step: { id: row.element, title: row.name, dueAt: row.dueAt },
    subject: await subjectOf(context, tx, release, row),
    settings,
  };
}

async function subjectOf(
  context: Context,
  tx: Transaction,
  release: CompiledRelease,
  { subjectKind: kind, subjectId: id, area }: UserTaskRow,
): Promise<AssignmentQuestion['subject']> {
  if (kind === null || id === null) return null;
  const about = kind === 'case' ? await readCaseRow(tx, context.tenant, id) : null;
  const live = await context.releases.inForce(tx);
  if (!about) return { kind, id, area: areaName(live, area), category: null };
  const categories = release.caseTypes.get(about.caseType)?.categories ?? [];
  const category = findCategory(categories, about.category)?.category;
  return {
    kind,
    id,
    area: areaName(live, about.area),
    category: category ? { id: category.id, title: category.title } : null,
  };
}
