import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { examine, openDefinition, publish, savedBy } from './configure.ts';
import { countClicks } from './count-clicks.ts';
import { beginJourney, goTo, type Journey, write } from './journey.ts';
import { choose, reportCase } from './report.ts';
import { chooseInSentence, foreignWords } from './sentences.ts';

const lamp = {
  category: ['设施维修', '路灯'],
  description: '院门口两盏路灯不亮。',
  place: '西关正街 12 号院东门',
} as const;

describe('what a street changes every other week', () => {
  let journey: Journey;
  let administrator: Page;

  beforeAll(async () => {
    journey = await beginJourney('2026-09-07 09:00');
  });

  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  const enter = async (): Promise<() => Promise<number>> => {
    administrator = await journey.enter('desktop', '李秀英');
    const clicks = await countClicks(administrator);
    // Signing in was one.
    return async () => (await clicks()) + 1;
  };

  const publishAs = async (note: string): Promise<void> => {
    await administrator.getByRole('button', { name: '去发布' }).click();
    await examine(administrator);
    await publish(administrator, note);
    await administrator.getByText(/^已发布 .* 版/).waitFor();
  };

  it('shortens a limit: a case that is reported now is due sooner', async () => {
    const clicks = await enter();
    await openDefinition(administrator, '办理时限与工作日', '任务指派');
    await administrator.getByText('今天 11:00 到期，过了亮红灯').waitFor({ state: 'detached' });
    await write(administrator, '数量', '2');
    await administrator.getByText('今天 11:00 到期，过了亮红灯').waitFor();
    await savedBy(administrator, '李秀英');
    await journey.picture(administrator, 'everyday-1-limit');
    expect(await foreignWords(administrator)).toEqual([]);
    await publishAs('任务指派改为 2 个工作时');
    process.stdout.write(`shorten a limit: ${await clicks()} clicks from sign-in to published\n`);
    await reportCase(await journey.enter('phone', '马小兰'), lamp);
    await expect
      .poll(() =>
        journey.rows<{ minutes: number }>(
          "select extract(epoch from due_at - created_at)::int / 60 as minutes from user_task where element = 'assign'",
        ),
      )
      .toEqual([{ minutes: 120 }]);
  });

  it('moves the monthly meeting to the first Thursday, half past two: its dates follow at once', async () => {
    const clicks = await enter();
    await openDefinition(administrator, '例会安排', '矛盾纠纷月协调会');
    await administrator.getByRole('radio', { name: '每月第几个周几' }).click();
    const page = administrator.locator('main');
    await chooseInSentence(page, '第几个', '第一个');
    await chooseInSentence(page, '周几', '周四');
    await chooseInSentence(page, '几点', '14:30');
    await administrator.getByRole('heading', { name: '每月第一个周四 14:30' }).waitFor();
    const dates = administrator.getByRole('list').filter({ hasText: '发通知' });
    // The first of October is a holiday: the rule says what happens then, and the date why.
    await dates.getByText(/原定 10 月 1 日，国庆节，改到这一天/).waitFor();
    await dates.getByText('待定').first().waitFor();
    await savedBy(administrator, '李秀英');
    await journey.picture(administrator, 'everyday-2-meeting');
    expect(await foreignWords(administrator)).toEqual([]);
    await publishAs('月协调会改到每月第一个周四 14:30');
    process.stdout.write(`move the monthly meeting: ${await clicks()} clicks from sign-in to published\n`);
  });

  it('has the meeting on its new day in everybody’s plan', async () => {
    const leader = await journey.enter('desktop', '李建华');
    await goTo(leader, '会议');
    await leader.getByText('每月第一个周四 14:30').waitFor();
    await leader
      .getByText(/10 月 8 日/)
      .first()
      .waitFor();
    await journey.picture(leader, 'everyday-3-plan');
  });

  it('puts a person on a vacant post, without publishing', async () => {
    const clicks = await enter();
    await goTo(administrator, '网格与岗位');
    const row = administrator.getByRole('row', { name: /^西关 03 网格/ });
    await row.getByRole('button', { name: /^治安巡查员/ }).click();
    await administrator.getByRole('button', { name: '安排人' }).click();
    const dialog = administrator.getByRole('dialog', { name: /^安排人/ });
    await dialog.getByRole('combobox', { name: '谁' }).click();
    await administrator.keyboard.insertText('杨春生');
    await administrator.getByTitle('杨春生').first().click();
    await dialog.getByRole('button', { name: '安排人' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await row.getByText('杨春生').waitFor();
    await journey.picture(administrator, 'everyday-4-board');
    process.stdout.write(`put a person on a vacant post: ${await clicks()} clicks from sign-in to done\n`);
  });

  it('gives them the next case of their kind there', async () => {
    const keeper = await journey.enter('phone', 'wuxiulan');
    await reportCase(keeper, {
      category: ['安全隐患', '消防'],
      description: '楼道消火栓被杂物挡住。',
      place: '3 号楼一单元',
    });
    const officer = await journey.enter('desktop', '陈晓明');
    await goTo(officer, '待办');
    await officer.getByRole('link', { name: /楼道消火栓被杂物挡住/ }).click();
    await officer.getByRole('button', { name: '提交任务指派' }).click();
    await expect
      .poll(() => journey.rows<{ area: string }>("select area from user_task where element = 'investigate'"), {
        timeout: 15_000,
      })
      .toEqual([{ area: '620502005001003' }]);
    await keeper.getByRole('button', { name: '今日' }).click();
    await keeper.getByRole('button', { name: '刷新' }).click();
    await keeper.getByRole('link', { name: /楼道消火栓被杂物挡住/ }).click();
    await choose(keeper, '查看结果', '属实，要处理');
    await write(keeper, '现场情况', '两户的杂物，已经说好搬走。');
    await keeper.getByRole('button', { name: '提交调查落实' }).click();
    await keeper.getByText(/下一步“事件处理”，由\s*西关 03 网格\s*治安巡查员\s*杨春生\s*办/).waitFor();
  });

  it('went without a fault on any page', () => {
    expect(journey.faults()).toEqual([]);
  });
});
