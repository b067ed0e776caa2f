import { createHash } from 'node:crypto';
import { accountsNamed } from '../../database/accounts.ts';
import { lockAreas } from '../../database/areas.ts';
import { type HeldPostRow, postsHeldAt } from '../../database/post-assignments.ts';
import type { Transaction } from '../../database/transaction.ts';
import { localDate } from '../../kernel/local-time.ts';
import { readGoLive } from '../../database/go-live.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { grantsAdministration } from '../policy/grants-administration.ts';
import { mayAct } from '../policy/policy.ts';
import { approvalRequired } from '../releases/approval-of.ts';
import type { CellFault } from './cell-fault.ts';
import { codeOf } from './cell-text.ts';
import type { SheetCells } from './cells.ts';
import { importReach } from './import-reach.ts';
import { type AreaPlan, planAreas } from './plan-areas.ts';
import { type PeoplePlan, planPeople } from './plan-people.ts';
import { workLeftBy, workOnlyOf } from './leaving-work.ts';
import { isEnding, planPosts, type PostPlan } from './plan-posts.ts';
import type { PlannedRow } from './planned-row.ts';
import { readDay } from './read-day.ts';
import { readSheets, type WrittenRow } from './read-sheets.ts';
import { sheetIds, words } from './workbook-layout.ts';
import { requireImport } from './require-import.ts';

/** How changed areas come into force: at once, or through the draft and the release of the area. */
type WayOfAreas = 'none' | 'at-once' | 'into-draft';

/** Everything an import would do, and what is wrong. */
export interface ImportPlan {
  readonly area: { readonly code: string; readonly name: string };
  readonly rows: readonly PlannedRow[];
  readonly faults: readonly CellFault[];
  readonly areas: AreaPlan;
  readonly way: WayOfAreas;
  /** Why the areas are not in force at once. */
  readonly because: 'live' | 'approval' | 'draft' | 'faulty' | null;
  readonly people: PeoplePlan;
  readonly posts: PostPlan;
  /** Names what would be done: the same file over the same ground has the same. */
  readonly seen: string;
}

/**
 * Compares a workbook with what stands.
 *
 * @param area code of the area for which is imported
 * @param locked whether areas are locked meanwhile, so that what is found stays true
 * @throws Refusal `not-permitted`, `area-unknown`
 */
export async function planImport(
  context: Context,
  tx: Transaction,
  actor: Actor,
  area: string,
  sheets: readonly SheetCells[],
  locked = false,
): Promise<ImportPlan> {
  requireImport(actor, area);
  const live = await context.releases.inForce(tx);
  const place = { code: area, name: live.area(area)?.name ?? area };
  const { rows, faults } = readSheets(sheets);
  const areas = await planAreas(context, tx, place, rows.areas, mayAct(actor, 'administration', area));
  const [way, because] = await wayOf(context, tx, area, areas);
  const codes = codesIn(rows.posts, 'area');
  if (locked) await lockAreas(tx, context.tenant, codes);
  const today = localDate(tx.now);
  const held = await postsHeldAt(tx, context.tenant, codes, today);
  const named = [...codesIn([...rows.people, ...rows.posts], 'account'), ...codesIn(rows.posts, 'workTo')];
  const administrators = await administratorsByPost(context, tx, named);
  const reach = importReach(actor, place, live, areas.tree, administrators);
  const left = await workOnlyOf(context, tx, live, await suspendedBy(context, tx, rows.people));
  const people = await planPeople(context, tx, reach, rows.people, { accounts: named, left });
  const ground = {
    reach,
    people: people.people,
    held,
    left: await workLeftBy(context, tx, live, endedBy(rows.posts, held, today)),
    areasAtOnce: way === 'at-once',
    today,
  };
  const posts = planPosts(rows.posts, ground);
  faults.sort(inOrder);
  const planned = [...areas.rows, ...people.rows, ...posts.rows];
  return {
    area: place,
    rows: planned,
    faults,
    areas,
    way,
    because,
    people,
    posts,
    seen: digestOf(area, way, planned, faults),
  };
}

/** As one goes through the file: sheet by sheet, row by row, from the left. */
function inOrder(one: CellFault, other: CellFault): number {
  const place = ({ sheet, row }: CellFault): number => sheetIds.indexOf(sheet) * 1_000_000 + row;
  return place(one) - place(other) || one.cell.length - other.cell.length || one.cell.localeCompare(other.cell);
}

/** Codes or accounts that a column holds, each once; what cannot be read is told when its row is. */
function codesIn(rows: readonly WrittenRow[], column: string): readonly string[] {
  const found = rows.map((row) => codeOf(row.words(column)));
  return [...new Set(found.flatMap((read) => ('text' in read && read.text !== '' ? [read.text] : [])))];
}

/** Of what is held, what rows of posts may end today; which of it they do is found when they are read. */
function endedBy(rows: readonly WrittenRow[], held: readonly HeldPostRow[], today: string): readonly HeldPostRow[] {
  const ending = rows.filter((row) => {
    const to = readDay(row.words('to'));
    return isEnding({ end: row.words('change') !== '', to: typeof to === 'string' ? to : null }, today);
  });
  const keys = new Set(ending.map((row) => `${row.words('account')} ${row.words('area')}`.toLowerCase()));
  return held.filter(({ account, area }) => keys.has(`${account} ${area}`.toLowerCase()));
}

/** Ids of people whom rows suspend. */
async function suspendedBy(context: Context, tx: Transaction, rows: readonly WrittenRow[]): Promise<readonly string[]> {
  const suspending = rows.filter((row) => row.words('state') === words.suspended);
  const accounts = await accountsNamed(tx, context.tenant, codesIn(suspending, 'account'));
  return accounts.filter(({ active }) => active).map(({ id }) => id);
}

/** Ids of people among these accounts who administer by a post they hold. */
async function administratorsByPost(
  context: Context,
  tx: Transaction,
  accounts: readonly string[],
): Promise<ReadonlySet<string>> {
  const live = await context.releases.inForce(tx);
  const people = (await accountsNamed(tx, context.tenant, accounts)).map(({ id }) => id);
  const held = await tx.query<{ readonly person: string; readonly post: string; readonly area: string }>(
    `select person_id as person, post, area from post_assignment
     where tenant_id = $1 and person_id = any($2) and (to_date is null or to_date > $3)`,
    [context.tenant, people, localDate(tx.now)],
  );
  return new Set(held.filter((position) => grantsAdministration(live, position)).map(({ person }) => person));
}

/**
 * A street that is not live yet has its areas at once: nobody works there whose work could go astray. Afterwards they go
 * the way of every definition, through draft, examination and release; also where a second person has to approve, where
 * somebody is at other changes, or where the checks stand against it.
 */
async function wayOf(
  context: Context,
  tx: Transaction,
  area: string,
  { content, release, standing }: AreaPlan,
): Promise<readonly [WayOfAreas, ImportPlan['because']]> {
  if (content === null) return ['none', null];
  if (release === null) return ['into-draft', 'faulty'];
  if ((await readGoLive(tx, context.tenant, area)) !== null) return ['into-draft', 'live'];
  if (await approvalRequired(context, tx, area)) return ['into-draft', 'approval'];
  const isComing = standing.standing.row !== null && standing.standing.row.effectiveFrom > tx.now;
  return standing.draft !== null || isComing ? ['into-draft', 'draft'] : ['at-once', null];
}

function digestOf(area: string, way: WayOfAreas, rows: readonly PlannedRow[], faults: readonly CellFault[]): string {
  const said = [area, way, rows, faults.map(({ cell, code, row, sheet }) => [sheet, row, cell, code])];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
