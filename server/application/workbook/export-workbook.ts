import { accountsWithin, type AccountRow } from '../../database/accounts.ts';
import { postsHeldAt, type HeldPostRow } from '../../database/post-assignments.ts';
import type { Transaction } from '../../database/transaction.ts';
import { localDate } from '../../kernel/local-time.ts';
import { downwardsFrom } from '../../kernel/organization/area-tree.ts';
import type { Area } from '../../kernel/organization/organization.ts';
import { areaKindTitles, areaTypeTitles } from '../../packs/area-words.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { carryOut } from '../carry-out.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../policy/actor.ts';
import { listScope } from '../policy/policy.ts';
import type { InForce } from '../releases/release-store.ts';
import type { SheetToWrite } from './cells.ts';
import { writeWorkbookCells } from './in-cells-thread.ts';
import { guideTitle, layout, type SheetId, sheetIds, words } from './workbook-layout.ts';

type Row = { readonly [column: string]: string | null };

/**
 * Writes areas, people and posts of an area as the workbook that can be imported again: taken back as it is, it changes
 * nothing. It names people, so it is for those who manage them, and each time is in the audit.
 *
 * @returns the bytes of an .xlsx file
 * @throws Refusal `not-permitted`, `area-unknown`
 */
export async function exportWorkbook(context: Context, actor: Actor, area: string): Promise<Buffer> {
  return writeWorkbookCells(
    await carryOut(context, actor, null, (tx, asker) => exportSheets(context, tx, asker, area)),
  );
}

/** The same inside a transaction, as sheets to be written. @throws Refusal `not-permitted`, `area-unknown` */
export async function exportSheets(
  context: Context,
  tx: Transaction,
  actor: Actor,
  area: string,
): Promise<readonly SheetToWrite[]> {
  listScope(actor, 'people.edit', area);
  const rows = await rowsOf(context, tx, area);
  const subject = { kind: 'area', id: area };
  await recordAudit(tx, context.tenant, { action: 'workbook-exported', person: actor.person, subject });
  return workbookOf(rows);
}

/**
 * The same workbook without rows, to be filled in.
 *
 * @throws Refusal `not-permitted`
 */
export async function emptyWorkbook(actor: Actor): Promise<Buffer> {
  listScope(actor, 'people.edit');
  return writeWorkbookCells(workbookOf({ areas: [], people: [], posts: [] }));
}

async function rowsOf(
  context: Context,
  tx: Transaction,
  area: string,
): Promise<{ readonly [sheet in SheetId]: readonly Row[] }> {
  const live = await context.releases.inForce(tx);
  const areas = downwardsFrom(live.tree, area);
  const accounts = await accountsWithin(tx, context.tenant, area);
  const managed = new Set(accounts.map(({ id }) => id));
  const codes = areas.map(({ code }) => code);
  const held = await postsHeldAt(tx, context.tenant, codes, localDate(tx.now));
  return {
    // Units stand beside the tree and are written where areas are edited; posts at them are among the posts.
    areas: areas.filter(({ type }) => type !== 'unit').map(areaRow),
    people: accounts.map(accountRow),
    posts: held.filter(({ person }) => managed.has(person)).map((one) => postRow(one, live)),
  };
}

function areaRow({ code, name, type, kind, parent }: Area): Row {
  const kindTitle = kind === undefined ? null : (areaKindTitles.get(kind) ?? kind);
  return { code, name, type: areaTypeTitles.get(type) ?? type, kind: kindTitle, parent };
}

function accountRow({ account, name, managedIn, administers, active }: AccountRow): Row {
  const state = active ? words.active : words.suspended;
  return { account, name, managedIn, administrator: administers === null ? words.no : words.yes, state };
}

function postRow({ account, name, post, area, kind, from, to, coversAccount }: HeldPostRow, live: InForce): Row {
  return {
    account,
    name,
    post: live.post({ post, area })?.title ?? post,
    area,
    areaName: live.area(area)?.name ?? null,
    kind: kind === 'formal' ? words.formal : words.cover,
    covers: coversAccount,
    from,
    to,
  };
}

/** The sheets with their headings; what has to be filled in is marked. */
function workbookOf(rows: { readonly [sheet in SheetId]: readonly Row[] }): readonly SheetToWrite[] {
  const sheets = sheetIds.map((id): SheetToWrite => {
    const { title, columns } = layout[id];
    return {
      sheet: title,
      widths: columns.map(({ width }) => width),
      rows: [
        columns.map(({ title: heading, required }) => (required ? `${heading} *` : heading)),
        ...rows[id].map((row) => columns.map((column) => row[column.id] ?? null)),
      ],
    };
  });
  return [...sheets, guide()];
}

/** How to fill it in, column by column. */
function guide(): SheetToWrite {
  const rows = sheetIds.flatMap((id) =>
    layout[id].columns.map(({ title, required, says }) => [
      layout[id].title,
      title,
      required ? '必填' : '可不填',
      says,
    ]),
  );
  const rules = [
    '三张表可以只填一张；没有写进表里的，保持不变。',
    '同一个区域看编码，同一个人看账号，同一个任岗看账号＋岗位＋区域：有的就改，没有的就加。',
    '日期写成 2026-03-01、2026/3/1 或 2026年3月1日都可以。',
    '密码不在表里。新账号导入后，到“人员”里发放初始密码。',
  ];
  return {
    sheet: guideTitle,
    widths: [14, 16, 10, 90],
    rows: [['表', '列', '', '怎么填'], ...rows, ...rules.map((rule) => ['说明', null, null, rule])],
  };
}
