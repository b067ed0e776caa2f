import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../server/application/policy/actor.ts';
import { signIn } from '../../../server/application/sessions/sign-in.ts';
import { readWorkbookCells } from '../../../server/application/workbook/in-cells-thread.ts';
import { exportWorkbook } from '../../../server/application/workbook/export-workbook.ts';
import { handOutPasswords } from '../../../server/application/workbook/hand-out-passwords.ts';
import { importWorkbook } from '../../../server/application/workbook/import-workbook.ts';
import { previewWorkbook } from '../../../server/application/workbook/preview-workbook.ts';
import type { PlanView } from '../../../server/application/workbook/plan-view.ts';
import { openStreet, type Street, xiguan } from '../street.ts';
import { areaHeadings, peopleHeadings, postHeadings, type TestCell, workbookFile } from './workbook-file.ts';

let street: Street;
let administrator: Actor;

beforeAll(async () => {
  street = await openStreet({ publishes: true });
  administrator = await street.actor(xiguan.administrator);
});

afterAll(() => street.close());

interface Sheets {
  readonly areas?: readonly (readonly TestCell[])[];
  readonly people?: readonly (readonly TestCell[])[];
  readonly posts?: readonly (readonly TestCell[])[];
}

function file({ areas = [], people = [], posts = [] }: Sheets): Promise<Buffer> {
  return workbookFile({
    区域: [areaHeadings, ...areas],
    人员与账号: [peopleHeadings, ...people],
    岗位人员: [postHeadings, ...posts],
  });
}

async function preview(sheets: Sheets, by = administrator): Promise<PlanView> {
  return previewWorkbook(street.context, by, xiguan.street, await file(sheets));
}

async function bring(sheets: Sheets, soundOnly = false): Promise<PlanView> {
  const bytes = await file(sheets);
  return importWorkbook(street.context, administrator, null, { area: xiguan.street, bytes, seen: null, soundOnly });
}

function faultsOf(plan: PlanView): readonly string[] {
  return plan.faults.map(({ sheet, cell, row, code }) => `${sheet} ${cell || row} ${code}`);
}

describe('a workbook', () => {
  it('brings a new grid, a person and their post in one go', async () => {
    const grid = '620502005001090';
    const plan = await bring({
      areas: [[grid, '西关 90 网格', '网格', '街巷型', '620502005001', null]],
      people: [['zhouping', '周萍', xiguan.community, null, null]],
      posts: [['zhouping', '周萍', '治安巡查员', grid, null, '2026年3月1日', null, null]],
    });
    expect(faultsOf(plan)).toEqual([]);
    expect(plan).toMatchObject({ way: 'at-once', rowsInAll: 3 });
    const held = await street.rows(
      `select a.area, a.from_date as "from", p.managed_in as "managedIn" from post_assignment a
       join person p on p.tenant_id = a.tenant_id and p.id = a.person_id where p.account = 'zhouping'`,
    );
    expect(held).toEqual([{ area: grid, from: '2026-03-01', managedIn: xiguan.community }]);
  });

  it('changes nothing when it is exported and taken back', async () => {
    const bytes = await exportWorkbook(street.context, administrator, xiguan.street);
    const plan = await previewWorkbook(street.context, administrator, xiguan.street, bytes);
    expect(faultsOf(plan)).toEqual([]);
    expect(plan).toMatchObject({ way: 'none', rowsInAll: 0 });
    expect(plan.sheets.map(({ counts }) => counts.same).every((same) => same > 40)).toBe(true);
  });
});

describe('faults', () => {
  it('are told at their cells, with what to do', async () => {
    const plan = await preview({
      areas: [
        ['620502005001091', '西关 91 网格', '村', null, '620502005001', null],
        ['62050200599', '西关 92 网格', '网格', '街巷型', '620502005001', null],
        ['620502005077001', '无主网格', '网格', '街巷型', '620502005077', null],
        ['620502005001093', '', '网格', '街巷型', '620502005001', null],
        ['620502005001001', '西关 01 网格', '网格', '街巷型', '620502005001', null],
        ['620502005001001', '西关 01 网格', '网格', '街巷型', '620502005001', null],
      ],
      people: [
        ['张三', '张三', null, null, null],
        ['1380000', '李四', null, null, null],
        ['wangwu', '王五', '999', '可能', null],
      ],
      posts: [
        ['nobody', null, '治安巡查员', xiguan.grid01, null, null, null, null],
        [xiguan.worker, '赵六', '治安巡查员', xiguan.grid01, null, null, null, null],
        [xiguan.worker, null, '民兵连长', xiguan.grid01, null, null, null, null],
        [xiguan.worker, null, '治安巡查员', '620502005001777', null, null, null, null],
        [xiguan.worker, null, '治安巡查员', xiguan.grid02, '顶岗', '3/1/2026', null, null],
        [xiguan.worker, null, '网格长', xiguan.grid01, null, '2026-05-01', '2026-04-01', null],
      ],
    });
    expect(faultsOf(plan)).toEqual([
      'areas C2 word-unknown',
      'areas A3 area-code-pattern',
      'areas A3 area-code-prefix',
      'areas E4 area-without-parent',
      'areas B5 value-missing',
      'areas A7 row-twice',
      'people A2 account-form',
      'people A3 phone-form',
      'people C4 area-unknown',
      'people D4 word-unknown',
      'posts A2 account-unknown',
      'posts B3 name-differs',
      'posts C4 post-unknown',
      'posts D5 area-unknown',
      'posts F6 date-wrong',
      'posts G7 dates-reversed',
    ]);
    expect(plan.faults.every(({ zh, en }) => zh.endsWith('。') && en.length > 10)).toBe(true);
  });

  it('keep everything from being written', async () => {
    const bringing = bring({
      people: [
        ['sound-one', '好的', null, null, null],
        ['坏的', '坏的', null, null, null],
      ],
    });
    await expect(bringing).rejects.toMatchObject({ code: 'workbook-faulty', details: { count: 1 } });
    expect(await street.rows(`select id from person where account = 'sound-one'`)).toEqual([]);
  });

  it('leave the sound rows to be taken alone', async () => {
    const people = [
      ['sound-two', '好的', null, null, null],
      ['坏的', '坏的', null, null, null],
    ];
    const plan = await bring({ people }, true);
    expect(plan.rows).toMatchObject([{ sheet: 'people', row: 2, outcome: 'new' }]);
    expect(await street.rows(`select name from person where account = 'sound-two'`)).toEqual([{ name: '好的' }]);
  });

  it('refuse a person who would be managed elsewhere', async () => {
    const plan = await preview({ people: [['elsewhere', '别处', '620502', null, null]] });
    expect(faultsOf(plan)).toEqual(['people C2 area-unknown']);
  });

  it('tell that a post is full, also by rows of the same sheet', async () => {
    const posts = ['full-1', 'full-2'].map((account) => [
      account,
      null,
      '矛盾纠纷调解员',
      '620502005001090',
      null,
      null,
      null,
      null,
    ]);
    const people = ['full-1', 'full-2', 'full-3'].map((account) => [account, '满员', null, null, null]);
    const third = ['full-3', null, '矛盾纠纷调解员', '620502005001090', null, null, null, null];
    expect(faultsOf(await preview({ people, posts }))).toEqual([]);
    expect(faultsOf(await preview({ people, posts: [...posts, third] }))).toEqual(['posts C4 post-full']);
  });
});

describe('what changes', () => {
  it('is told before and after, merged by key, and done once', async () => {
    const people = [['merge-me', '改名前', null, null, null]];
    await bring({ people });
    const changed = { people: [['MERGE-ME', '改名后', xiguan.community, null, null]] };
    expect((await preview(changed)).rows).toMatchObject([
      {
        outcome: 'changed',
        changes: [
          { title: '姓名', before: '改名前', after: '改名后' },
          { title: '管理区域编码', before: xiguan.street, after: xiguan.community },
        ],
      },
    ]);
    await bring(changed);
    expect((await bring(changed)).rowsInAll).toBe(0);
    expect(await street.rows(`select name, account from person where lower(account) = 'merge-me'`)).toEqual([
      { name: '改名后', account: 'merge-me' },
    ]);
  });

  it('never is a password', async () => {
    await bring({ people: [['has-password', '有密码', xiguan.community, null, null]] });
    await street.rows('select 1');
    await street.context.database.transaction((tx) =>
      tx.query(`update person set password_hash = 'kept', must_change_password = false where account = 'has-password'`),
    );
    await bring({ people: [['has-password', '有了密码', xiguan.community, null, null]] });
    expect(await street.rows(`select name, password_hash from person where account = 'has-password'`)).toEqual([
      { name: '有了密码', password_hash: 'kept' },
    ]);
  });

  it('ends a post today and suspends an account, with their sessions', async () => {
    const [held] = await street.rows<{ account: string; name: string; post: string; area: string }>(
      `select p.account, p.name, a.post, a.area from post_assignment a join person p on p.id = a.person_id
       where a.area like $1 and a.post = 'patrol-worker' and a.to_date is null limit 1`,
      `${xiguan.otherCommunity}%`,
    );
    const { account, name, area } = held ?? { account: '', name: '', area: '' };
    await street.token(account);
    const plan = await bring({
      people: [[account, name, null, null, '停用']],
      posts: [[account, name, '治安巡查员', area, null, null, null, '结束']],
    });
    expect(plan.rows.map(({ sheet, outcome }) => `${sheet} ${outcome}`)).toEqual(['people removed', 'posts removed']);
    expect(
      await street.rows(
        `select p.active, a.to_date is not null as ended, (select count(*) from session s where s.person_id = p.id) as sessions
         from person p join post_assignment a on a.person_id = p.id and a.post = 'patrol-worker' and a.area = $2
         where p.account = $1`,
        account,
        area,
      ),
    ).toEqual([{ active: false, ended: true, sessions: 0 }]);
  });

  it('is refused when it is not what was shown', async () => {
    const bytes = await file({ people: [['seen-one', '看过', null, null, null]] });
    const importing = importWorkbook(street.context, administrator, null, {
      area: xiguan.street,
      bytes,
      seen: '0'.repeat(64),
      soundOnly: false,
    });
    await expect(importing).rejects.toMatchObject({ code: 'workbook-outdated' });
  });

  it('in areas goes into the draft of a street that is live, and posts there wait', async () => {
    const grid = '620502005001095';
    await street.context.database.transaction((tx) =>
      tx.query(
        `insert into go_live (tenant_id, area, id, from_date, at, by_person, note) values ($1, $2, $3, '2026-01-01', now(), $3, '启用')`,
        [street.context.tenant, xiguan.street, administrator.person],
      ),
    );
    const sheets = {
      areas: [[grid, '西关 95 网格', '网格', '街巷型', '620502005001', null]],
      people: [['waiting', '等一等', null, null, null]],
      posts: [['waiting', null, '治安巡查员', grid, null, null, null, null]],
    };
    const plan = await bring(sheets);
    expect(plan).toMatchObject({ way: 'into-draft', because: 'live' });
    expect(plan.rows.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'waiting']);
    expect(await street.rows('select code from area where code = $1', grid)).toEqual([]);
    expect(await street.rows(`select area from draft where state = 'open'`)).toEqual([{ area: xiguan.street }]);
    expect((await preview(sheets)).rows.map(({ sheet, outcome }) => `${sheet} ${outcome}`)).toEqual(['posts waiting']);
  });
});

describe('who may', () => {
  it('import is who manages people there, and only an administrator changes areas or administrators', async () => {
    await expect(preview({}, await street.actor(xiguan.worker))).rejects.toMatchObject({ code: 'area-unknown' });
    const office = await street.actor(xiguan.officer);
    const manages = office.grants.some(({ permissions }) => permissions.has('people.edit'));
    expect(manages).toBe(false);
  });
});

describe('first passwords', () => {
  it('are handed out once as a sheet, and open the door', async () => {
    await bring({ people: [['newcomer', '新来的', xiguan.community, null, null]] });
    const bytes = await handOutPasswords(street.context, administrator, { area: xiguan.community, again: false });
    const [sheet] = await readWorkbookCells(bytes);
    const row = sheet?.rows.find((cells) => cells[2] === 'newcomer');
    const { person } = await signIn(street.context, 'newcomer', String(row?.[3]));
    expect(person).toBe(await street.personId('newcomer'));
    const again = handOutPasswords(street.context, administrator, { area: xiguan.community, again: false });
    await expect(again).rejects.toMatchObject({ code: 'passwords-none' });
  });
});
