import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../../../server/application/carry-out.ts';
import { reportCase } from '../../../server/application/cases/report-case.ts';
import type { Actor } from '../../../server/application/policy/actor.ts';
import { exportWorkbook } from '../../../server/application/workbook/export-workbook.ts';
import { importWorkbook } from '../../../server/application/workbook/import-workbook.ts';
import { previewWorkbook } from '../../../server/application/workbook/preview-workbook.ts';
import type { PlanView } from '../../../server/application/workbook/plan-view.ts';
import { localDate } from '../../../server/kernel/local-time.ts';
import { openStreet, type Street, xiguan } from '../street.ts';
import { peopleHeadings, type TestCell, workbookFile } from './workbook-file.ts';

const day = 86_400_000;
const officerTitle = '社区综治专干';
const headings = ['账号', '岗位', '区域编码', '方式', '顶替谁', '开始日期', '离岗日期', '处理', '工作交给'];
let street: Street;
let administrator: Actor;
let today: string;

// One case reported in grid 01: its first user task lies with the community's officer, who alone holds that post.
beforeAll(async () => {
  street = await openStreet();
  administrator = await street.actor(xiguan.administrator);
  const data = { category: 'dispute-neighbour', description: '楼上漏水，两家争执', place: '3 号楼 2 单元' };
  const worker = await street.actor(xiguan.worker);
  await carryOut(street.context, worker, null, (tx, actor) =>
    reportCase(street.context, tx, actor, { caseType: 'event', area: xiguan.grid01, data }),
  );
  await street.settle();
  today = localDate(await street.context.database.read(async (tx) => tx.now));
});

afterAll(() => street.close());

function inDays(days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

type Rows = readonly (readonly TestCell[])[];

function file(posts: Rows, people: Rows = []): Promise<Buffer> {
  return workbookFile({ 人员与账号: [peopleHeadings, ...people], 岗位人员: [headings, ...posts] });
}

async function preview(posts: Rows, people: Rows = []): Promise<PlanView> {
  return previewWorkbook(street.context, administrator, xiguan.street, await file(posts, people));
}

async function bring(posts: Rows, people: Rows = []): Promise<PlanView> {
  const bytes = await file(posts, people);
  return importWorkbook(street.context, administrator, null, {
    area: xiguan.street,
    bytes,
    seen: null,
    soundOnly: false,
  });
}

const faultsOf = (plan: PlanView): readonly string[] => plan.faults.map(({ cell, code }) => `${cell} ${code}`);

/** Ends the officer's post today. */
const ending = (workTo: string | null): readonly TestCell[] => [
  xiguan.officer,
  officerTitle,
  xiguan.community,
  null,
  null,
  null,
  null,
  '结束',
  workTo,
];

/** Puts the worker of grid 01 beside the officer, as cover. */
const cover = (covers: string | null, from: string, to: string | null): readonly TestCell[] => [
  xiguan.worker,
  officerTitle,
  xiguan.community,
  '顶岗',
  covers,
  from,
  to,
  null,
  null,
];

describe('a cover in a workbook', () => {
  it('is checked like one that is entered: its term, for whom, no chains', async () => {
    const wrong = async (row: readonly TestCell[]) => faultsOf(await preview([row]));

    expect(await wrong(cover(xiguan.officer, today, null))).toEqual(['G2 cover-needs-end']);
    expect(await wrong(cover(xiguan.officer, today, inDays(400)))).toEqual(['G2 cover-too-long']);
    expect(await wrong(cover(null, today, inDays(5)))).toEqual(['E2 cover-for-whom']);
    expect(await wrong(cover(xiguan.worker, today, inDays(5)))).toEqual(['E2 cover-of-oneself']);
    expect(await wrong(cover(xiguan.administrator, today, inDays(5)))).toEqual(['E2 cover-of-nobody']);
  });

  it('names the person it stands in for, and comes out again as it went in', async () => {
    await bring([cover(xiguan.officer, today, inDays(5))]);

    const held = await street.rows(
      `select c.account from post_assignment a join person c on c.id = a.covers where a.kind = 'cover' and a.area = $1`,
      xiguan.community,
    );
    expect(held).toEqual([{ account: xiguan.officer }]);
    const bytes = await exportWorkbook(street.context, administrator, xiguan.street);
    const plan = await previewWorkbook(street.context, administrator, xiguan.street, bytes);
    expect([faultsOf(plan), plan.rowsInAll]).toEqual([[], 0]);
    await street.context.database.transaction((tx) => tx.query(`delete from post_assignment where kind = 'cover'`));
  });
});

describe('a row that ends a post with open user tasks', () => {
  it('has to say who gets them when nobody else holds it', async () => {
    expect(faultsOf(await preview([ending(null)]))).toEqual(['I2 work-undecided']);
    expect(faultsOf(await preview([ending('同岗')]))).toEqual(['I2 work-stays-nowhere']);
    expect(faultsOf(await preview([ending('nobody')]))).toEqual(['I2 account-unknown']);
    await expect(bring([ending(null)])).rejects.toMatchObject({ code: 'workbook-faulty' });
  });

  it('is sound with a successor in the same sheet, wherever their row stands, and says so before', async () => {
    const successor = [xiguan.worker, officerTitle, xiguan.community, null, null, null, null, null, null];

    const plan = await preview([successor, ending(null)]);

    expect(faultsOf(plan)).toEqual([]);
    expect(plan.rows.map(({ outcome, changes }) => [outcome, changes.map(({ after }) => after)])).toEqual([
      ['new', []],
      ['removed', [expect.stringContaining('留给同岗的')]],
    ]);
  });

  it('lets nobody be suspended whose work nobody else could do', async () => {
    const name = (await street.rows<{ name: string }>('select name from person where account = $1', xiguan.officer))[0];

    const plan = await preview([], [[xiguan.officer, name?.name ?? '', null, null, '停用']]);

    expect(faultsOf(plan)).toEqual(['E2 work-left']);
  });

  it('gives them to the person it names, who takes the post', async () => {
    await bring([ending(xiguan.worker)]);
    await street.settle();

    const held = await street.rows(
      `select p.account from post_assignment a join person p on p.id = a.person_id
       where a.post = 'community-officer' and a.area = $1 and a.to_date is null`,
      xiguan.community,
    );
    expect(held).toEqual([{ account: xiguan.worker }]);
    expect(await street.rows(`select post from user_task where state = 'open'`)).toEqual([
      { post: 'community-officer' },
    ]);
  });
});
