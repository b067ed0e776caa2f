import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPage, type OpenPage, startBrowser } from '../harness/browser/open-page.ts';
import { type ServerProcess, startServer } from '../harness/server/server-process.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import { goTo, picture, signIn, write } from './journey.ts';
import { choose } from './report.ts';

const ownPassword = '吃水不忘挖井人 1949';

describe('an empty program that others can reach', () => {
  const folder = temporaryFolder('accounts');
  const devices: OpenPage[] = [];
  let server: ServerProcess;
  let browser: Browser;
  let administrator: Page;
  let newcomer: Page;
  let firstPassword = '';

  const open = async (screen: 'desktop' | 'phone'): Promise<Page> => {
    const device = await openPage(browser, screen, `${server.url}${screen === 'phone' ? '/work' : '/'}`);
    device.context.setDefaultTimeout(12_000);
    devices.push(device);
    return device.page;
  };

  beforeAll(async () => {
    server = await startServer({ dataDir: folder.path, environment: { HOST: '0.0.0.0' } });
    browser = await startBrowser();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    for (const [place, { page }] of devices.entries()) await picture(page, `accounts-failed-${place + 1}`);
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('offers nobody to enter as, and asks for the code of the terminal', async () => {
    administrator = await open('desktop');
    await administrator.getByRole('heading', { name: '建立第一位管理员' }).waitFor();
    expect(await administrator.getByText('演示').count()).toBe(0);
    await makeAdministrator(administrator, 'WRONG123');
    await administrator
      .getByText(/安装码不对/)
      .first()
      .waitFor();
    await picture(administrator, 'accounts-1-first');
  });

  it('makes the first administrator with it', async () => {
    const [, code = ''] = /code for the first administrator: (\S+)/.exec(server.output()) ?? [];
    await makeAdministrator(administrator, code);
    await administrator.getByRole('heading', { name: '首页' }).waitFor();
  });

  it('lets the administrator add a person, and shows their first password once', async () => {
    await goTo(administrator, '人员');
    await administrator.getByRole('button', { name: '添加人员' }).click();
    const dialog = administrator.getByRole('dialog', { name: '添加人员' });
    await write(administrator, '姓名', '周小梅');
    await write(administrator, '账号', 'zhouxiaomei');
    await dialog.getByRole('button', { name: '添加人员' }).click();
    const shown = administrator.getByRole('dialog', { name: '周小梅 的初始密码' });
    firstPassword = await shown.getByRole('definition').last().innerText();
    await picture(administrator, 'accounts-2-first-password');
    await shown.getByRole('button', { name: '已经记下' }).click();
  });

  it('puts them on a vacant post', async () => {
    await goTo(administrator, '网格与岗位');
    await administrator.getByRole('button', { name: '社区综治专干' }).first().click();
    await administrator.getByRole('button', { name: '安排人' }).click();
    const dialog = administrator.getByRole('dialog', { name: /^安排人/ });
    await dialog.getByRole('combobox', { name: '谁' }).click();
    await administrator.keyboard.insertText('周小梅');
    await administrator.getByTitle('周小梅').or(administrator.getByText('zhouxiaomei')).first().click();
    await dialog.getByRole('button', { name: '安排人' }).click();
    await administrator.getByRole('cell', { name: /社区综治专干 周小梅/ }).waitFor();
    await picture(administrator, 'accounts-3-posts');
  });

  it('has them choose a password of their own before anything else', async () => {
    newcomer = await open('phone');
    await signIn(newcomer, 'zhouxiaomei', firstPassword);
    await newcomer.getByText('周小梅，您用的是初始密码，换好以后才能继续。').waitFor();
    await write(newcomer, '现在的密码', firstPassword);
    await write(newcomer, '新密码', ownPassword);
    await newcomer.getByRole('button', { name: '改密码' }).click();
    await newcomer.getByRole('heading', { name: '周小梅' }).waitFor();
  });

  it('shows them their work', async () => {
    await goTo(newcomer, '报事件');
    await choose(newcomer, '类别', '环境卫生');
    await choose(newcomer, '环境卫生，哪一类', '垃圾清运');
    await write(newcomer, '情况', '巷口垃圾两天没有清运。');
    await write(newcomer, '地点', '忠义巷口');
    await newcomer.getByRole('button', { name: /^(选择|改)$/ }).click();
    await newcomer
      .getByRole('dialog', { name: '所属网格' })
      .getByRole('button', { name: /西关 01/ })
      .click();
    await newcomer.getByRole('button', { name: '提交' }).click();
    await newcomer.getByRole('heading', { name: /已上报，编号/ }).waitFor();
    await newcomer.getByRole('button', { name: '今日' }).click();
    await newcomer.getByRole('link', { name: /任务指派/ }).waitFor();
    await picture(newcomer, 'accounts-4-work');
  });

  it('lets them out', async () => {
    await goTo(newcomer, '我的');
    await newcomer.getByRole('button', { name: '退出登录' }).click();
    await newcomer.getByRole('dialog').getByRole('button', { name: '退出登录' }).click();
    await newcomer.getByRole('heading', { name: '登录', level: 1 }).waitFor();
    await newcomer.goBack();
    await newcomer.getByRole('heading', { name: '登录', level: 1 }).waitFor();
  });

  it('shuts an account for a while after five wrong passwords, also for the right one', async () => {
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await signIn(newcomer, 'zhouxiaomei', firstPassword);
      await newcomer.getByText(/账号或密码不对/).waitFor();
    }
    await signIn(newcomer, 'zhouxiaomei', ownPassword);
    await newcomer.getByText(/因多次输错被暂时锁定/).waitFor();
    await picture(newcomer, 'accounts-5-locked');
    await goTo(administrator, '网格与岗位');
    await goTo(administrator, '人员');
    await administrator.getByRole('row', { name: /周小梅.*暂时锁定/ }).waitFor();
  });

  it('went without a fault but those that were asked for', () => {
    const said = devices.flatMap((device) => device.faults());
    expect(said.filter((fault) => !/status of (401|422)/.test(fault))).toEqual([]);
    expect(said.length).toBe(1 + 6);
  });
});

async function makeAdministrator(page: Page, code: string): Promise<void> {
  await write(page, '安装码', code);
  await write(page, '姓名', '李主任');
  await write(page, '账号', 'lizhuren');
  await write(page, '密码', ownPassword);
  await page.getByRole('button', { name: '建立并登录' }).click();
}
