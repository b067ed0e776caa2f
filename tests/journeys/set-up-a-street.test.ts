import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  areaHeadings,
  peopleHeadings,
  postHeadings,
  type TestCell,
  workbookFile,
} from '../application/workbook/workbook-file.ts';
import { openPage, type OpenPage, startBrowser } from '../harness/browser/open-page.ts';
import { StreetClock, startStreet, type StreetServer } from '../harness/server/street.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { goTo, picture, write } from './journey.ts';

const street = '620502005';
const posts = ['街道综治办主任', '街道综治办内勤', '热线受理员', '分管副主任', '街道管理员'];

/** A new grid, somebody in it, and a holder for every required post of the street. */
function workbook(newGrid: string): Promise<Buffer> {
  const people: TestCell[][] = posts.map((_, index) => [`office${index}`, `办公${index}`, street, null, null]);
  return workbookFile({
    区域: [areaHeadings, [newGrid, '西关 60 网格', '网格', '街巷型', '620502005001', null]],
    人员与账号: [peopleHeadings, ...people, ['13812345678', '周小梅', street, null, null]],
    岗位人员: [
      postHeadings,
      ...posts.map((post, index): TestCell[] => [`office${index}`, null, post, street, null, null, null, null]),
      ['13812345678', '周小梅', '网格管理员', newGrid, null, '2026年11月1日', null, null],
    ],
  });
}

describe('a street that is set up from one Excel', () => {
  const folder = temporaryFolder('set-up');
  const clock = new StreetClock('2026-11-30 09:00');
  let server: StreetServer;
  let browser: Browser;
  let device: OpenPage;
  let page: Page;

  beforeAll(async () => {
    server = await startStreet({ dataDir: folder.path, environment: { HOST: '0.0.0.0' } }, clock);
    browser = await startBrowser();
    device = await openPage(browser, 'desktop', `${server.url}/`, clock.now);
    device.context.setDefaultTimeout(12_000);
    page = device.page;
    const [, code = ''] = /code for the first administrator: (\S+)/.exec(server.output()) ?? [];
    await write(page, '安装码', code);
    await write(page, '姓名', '李主任');
    await write(page, '账号', 'lizhuren');
    await write(page, '密码', '吃水不忘挖井人 1949');
    await page.getByRole('button', { name: '建立并登录' }).click();
    await page.getByRole('heading', { name: '首页' }).waitFor();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await picture(page, 'set-up-failed');
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const upload = async (name: string, bytes: Buffer): Promise<void> => {
    const path = join(folder.path, name);
    writeFileSync(path, bytes);
    await page.getByLabel(/^(选择 Excel 文件|换一个文件)$/).setInputFiles(path);
  };

  it('says what is missing before it may go live', async () => {
    await goTo(page, '上线准备');
    await page.getByRole('row', { name: /必须办.*本级岗位有人/ }).waitFor();
    expect(await page.getByRole('button', { name: '正式启用' }).isDisabled()).toBe(true);
    await picture(page, 'set-up-1-checklist');
  });

  it('is told at its cell what is wrong in the file', async () => {
    await page.getByRole('link', { name: '导入与导出' }).click();
    await upload('street.xlsx', await workbook('6205020050010'));
    await page.getByRole('row', { name: /区域 A2 区域编码/ }).waitFor();
    await picture(page, 'set-up-2-faults');
  });

  it('takes in the corrected file, with the area in force at once', async () => {
    await upload('street.xlsx', await workbook('620502005001060'));
    await page.getByRole('button', { name: '导入这 13 行' }).click();
    await page.getByRole('heading', { name: '已导入' }).waitFor();
    await picture(page, 'set-up-3-imported');
    const held = await server.rows(`select post from post_assignment where area = '620502005001060'`);
    expect(held).toEqual([{ post: 'grid-manager' }]);
  });

  it('hands out first passwords as a sheet', async () => {
    await page.getByRole('button', { name: '发放初始密码' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('button', { name: '发放初始密码' }).click();
    expect((await downloading).suggestedFilename()).toBe(`gridloom-passwords-${street}.xlsx`);
  });

  it('goes live when nothing that must be done is open', async () => {
    await page.getByRole('link', { name: '上线准备' }).first().click();
    const backup = page.getByRole('row', { name: /备份已安排/ });
    await backup.getByRole('button', { name: '确认已办' }).click();
    await write(page, /怎么办的/, '信息科每天备份，每月试恢复');
    await page.getByRole('dialog').getByRole('button', { name: '确认已办' }).click();
    await page.getByText('必须办的都办完了，可以启用。').waitFor();
    await page.getByRole('button', { name: '正式启用' }).click();
    await write(page, /依据/, '街道办公会 11 月 28 日议定');
    await picture(page, 'set-up-4-going');
    await page.getByRole('dialog').getByRole('button', { name: '正式启用' }).click();
    await page.getByText(/从 2026-11-30 起正式启用，李主任/).waitFor();
    await picture(page, 'set-up-5-live');
    expect(device.faults()).toEqual([]);
  });
});
