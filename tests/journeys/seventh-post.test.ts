import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { examine, openDefinition, publish, savedBy } from './configure.ts';
import { countClicks } from './count-clicks.ts';
import { chooseInSentence, foreignWords } from './sentences.ts';
import { beginJourney, goTo, type Journey, write } from './journey.ts';
import { choose, reportCase } from './report.ts';

const flood = {
  category: ['设施维修', '积水内涝'],
  description: '地下通道口积水，车过不去。',
  place: '西关正街地下通道南口',
} as const;

describe('a seventh post of 6+X that takes floods', () => {
  let journey: Journey;
  let administrator: Page;
  let clicks: () => Promise<number>;

  beforeAll(async () => {
    journey = await beginJourney('2026-09-07 09:00');
    administrator = await journey.enter('desktop', '李秀英');
    clicks = await countClicks(administrator);
  });

  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  it('is added beside the six, with the usual choices made', async () => {
    await openDefinition(administrator, '区域与岗位设置', '治安巡查员');
    await administrator.getByRole('button', { name: '新建岗位' }).click();
    await write(administrator, '叫什么', '防汛员');
    await administrator.getByRole('button', { name: '新建', exact: true }).click();
    await administrator.getByRole('heading', { level: 1, name: '防汛员' }).waitFor();
    await administrator.getByText('发布以后，41 个区域设这个岗位。').waitFor();
    expect(await administrator.getByRole('radio', { name: '6+X 的六种力量' }).isChecked()).toBe(true);
    await journey.picture(administrator, 'seventh-1-post');
    expect(await foreignWords(administrator)).toEqual([]);
  });

  it('gets a category of its own to take', async () => {
    await goTo(administrator, '配置');
    await openDefinition(administrator, '事件类别与编号', '事件');
    const facility = administrator.getByRole('listitem').filter({ hasText: '路灯' }).first();
    await facility.getByRole('button', { name: /个小类/ }).click();
    await administrator.getByRole('button', { name: '在「设施维修」下加一个小类' }).click();
    await administrator.getByRole('textbox', { name: '小类的名称' }).last().click();
    await administrator.keyboard.press('ControlOrMeta+A');
    await administrator.keyboard.insertText('积水内涝');
    await savedBy(administrator, '李秀英');
    await administrator
      .getByText(/类别「积水内涝」没有分派规则/)
      .first()
      .waitFor();
    await journey.picture(administrator, 'seventh-2-category');
    expect(await foreignWords(administrator)).toEqual([]);
  });

  it('is told so by the table of who handles what, which forgets nothing', async () => {
    await goTo(administrator, '配置');
    await openDefinition(administrator, '分派规则', '问题分层处理');
    await administrator.getByText('「积水内涝」没有规则，不知道由谁办。').waitFor();
    await administrator.getByRole('button', { name: '加一条', exact: true }).click();
    const rule = administrator.locator('tbody').last();
    await rule.getByRole('button', { name: /^事件类别：积水内涝/ }).waitFor();
    await chooseInSentence(rule, '由哪个岗位办', '防汛员');
    await chooseInSentence(rule, '哪一级办', '网格');
    await chooseInSentence(rule, '办理时限', '紧急事件处理');
    await administrator.getByText('每一种都有一条规则，也没有两条同时合适。').waitFor();
    await savedBy(administrator, '李秀英');
  });

  it('tries one before it is published', async () => {
    const tried = administrator.getByRole('region', { name: '试一件' });
    await chooseInSentence(tried, '事件类别', '积水内涝');
    await tried.getByText('防汛员').waitFor();
    await journey.picture(administrator, 'seventh-3-rule');
    expect(await foreignWords(administrator)).toEqual([]);
  });

  it('is told in sentences, examined and published', async () => {
    await administrator.getByRole('button', { name: '去发布' }).click();
    await administrator
      .getByText(/防汛员/)
      .first()
      .waitFor();
    await journey.picture(administrator, 'seventh-4-changes');
    await examine(administrator);
    await publish(administrator, '增设防汛员，积水内涝先派给他');
    await administrator.getByText(/^已发布 .* 版/).waitFor();
    process.stdout.write(
      `add a seventh post and let it take floods: ${await clicks()} clicks from sign-in to published\n`,
    );
  });

  it('stands on the board of posts, vacant, and takes somebody at once', async () => {
    await goTo(administrator, '网格与岗位');
    await administrator.getByRole('columnheader', { name: '防汛员' }).waitFor();
    const cell = administrator.getByRole('button', { name: /^防汛员 · 西关 01 网格/ });
    await cell.click();
    await administrator.getByRole('button', { name: '安排人' }).click();
    const dialog = administrator.getByRole('dialog', { name: /^安排人/ });
    await dialog.getByRole('combobox', { name: '谁' }).click();
    await administrator.keyboard.insertText('徐丽娜');
    await administrator.getByTitle('徐丽娜').first().click();
    await dialog.getByRole('button', { name: '安排人' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await journey.picture(administrator, 'seventh-5-board');
  });

  it('has the next flood that is reported in its grid', async () => {
    expect(await reportCase(await journey.enter('phone', '马小兰'), flood)).toBe('XG-2026-00001');
    const officer = await journey.enter('desktop', '陈晓明');
    await goTo(officer, '待办');
    await officer.getByRole('link', { name: /地下通道口积水/ }).click();
    await officer.getByRole('definition').getByText('防汛员').waitFor();
    await journey.picture(officer, 'seventh-6-dispatch');
    await officer.getByRole('button', { name: '提交任务指派' }).click();
    await officer.getByText('现在没有待办').waitFor();
    const keeper = await journey.enter('phone', 'wanghaiyan');
    await keeper.getByRole('link', { name: /地下通道口积水/ }).click();
    await choose(keeper, '查看结果', '属实，要处理');
    await write(keeper, '现场情况', '水深过膝，两侧已经拦住。');
    await keeper.getByRole('button', { name: '提交调查落实' }).click();
    await keeper.getByText(/下一步“事件处理”，由\s*西关 01 网格\s*防汛员\s*徐丽娜\s*办/).waitFor();
    await journey.picture(keeper, 'seventh-7-handed');
  });

  it('went without a fault on any page', () => {
    expect(journey.faults()).toEqual([]);
  });
});
