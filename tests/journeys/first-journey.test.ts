import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { beginJourney, goTo, type Journey, write } from './journey.ts';
import { countClicks } from './count-clicks.ts';
import { choose, reportCase } from './report.ts';

const lamp = {
  category: ['设施维修', '路灯'],
  description: '院门口两盏路灯不亮，晚上看不清路。',
  place: '西关正街 12 号院东门',
  reporter: { name: '赵先生', phone: '13800000001' },
  withPhoto: true,
} as const;

describe('a case that is reported on the phone', () => {
  let journey: Journey;
  let worker: Page;
  let officer: Page;
  let keeper: Page;

  beforeAll(async () => {
    journey = await beginJourney('2026-09-07 09:00');
    worker = await journey.enter('phone', '马小兰');
    officer = await journey.enter('desktop', '陈晓明');
    keeper = await journey.enter('phone', 'wanghaiyan');
  });

  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  /** Opens what somebody has to do from 今日 on the phone. */
  const openFromToday = async (phone: Page): Promise<void> => {
    await phone.getByRole('link', { name: /院门口两盏路灯不亮/ }).click();
  };

  it('has its number and its handler a moment later', async () => {
    const taps = await countClicks(worker);
    const began = performance.now();
    expect(await reportCase(worker, lamp)).toBe('XG-2026-00001');
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const characters = lamp.description.length + lamp.place.length;
    process.stdout.write(`报事件: ${await taps()} taps, ${characters} characters, ${seconds} s besides typing\n`);
    await worker.getByText(/现在到“任务指派”，由\s*西关社区\s*社区综治专干\s*陈晓明\s*办/).waitFor();
    await journey.picture(worker, 'first-1-reported');
  });

  it('is dispatched at the desk as the rules suggest', async () => {
    await goTo(officer, '待办');
    await officer.getByRole('button', { name: '刷新' }).click();
    await officer.getByRole('link', { name: /院门口两盏路灯不亮/ }).click();
    await officer.getByRole('definition').getByText('网格管理员').waitFor();
    await journey.picture(officer, 'first-2-dispatch');
    await officer.getByRole('button', { name: '提交任务指派' }).click();
    await officer.getByText('现在没有待办').waitFor();
  });

  it('is looked at on the spot by the grid manager', async () => {
    await keeper.getByRole('button', { name: '刷新' }).click();
    await openFromToday(keeper);
    await choose(keeper, '查看结果', '属实，要处理');
    await write(keeper, '现场情况', '两盏灯都不亮，灯杆完好。');
    await journey.picture(keeper, 'first-3-investigate');
    await keeper.getByRole('button', { name: '提交调查落实' }).click();
    await keeper.getByText(/下一步“事件处理”，由\s*西关 01 网格\s*网格管理员\s*王海燕\s*办/).waitFor();
  });

  it('is handled', async () => {
    await keeper.getByRole('button', { name: '今日' }).click();
    await openFromToday(keeper);
    await choose(keeper, '处理结果', '已解决');
    await write(keeper, '怎么处理的', '换了两只灯泡，晚上看过，都亮了。');
    await keeper.getByRole('button', { name: '提交事件处理' }).click();
    await keeper.getByText(/下一步“信息反馈”，由\s*西关 01 网格\s*\S+\s*马小兰\s*办/).waitFor();
  });

  it('is answered to the person who told of it: who, when and how', async () => {
    await worker.getByRole('button', { name: '今日' }).click();
    await openFromToday(worker);
    await choose(worker, '怎么答复的', '已电话答复');
    await worker.getByRole('button', { name: '现在' }).click();
    await write(worker, '答复了什么', '灯泡已经换好，晚上看过。');
    await choose(worker, '是否满意', '满意');
    await journey.picture(worker, 'first-4-feedback');
    await worker.getByRole('button', { name: '提交信息反馈' }).click();
    await worker.getByRole('heading', { name: '已提交。' }).waitFor();
  });

  it('is archived and appraised without anybody, and its story says so', async () => {
    // Two steps that the server does by itself; a list that is open looks again only after a minute.
    await expect.poll(() => journey.rows('select status from case_record')).toEqual([{ status: 'closed' }]);
    await goTo(officer, '事件');
    await officer.getByRole('link', { name: /已办结/ }).click();
    await officer.getByRole('link', { name: /院门口两盏路灯不亮/ }).click();
    const story = officer.getByRole('list').filter({ hasText: '马小兰 报事件。' });
    await story.getByText('「归档管理」自动完成。').waitFor();
    await story.getByText('「绩效考核」自动完成。').waitFor();
    await story.getByText('马小兰 完成「信息反馈」。').waitFor();
  });

  it('shows all seven stages as done, and how the answer was given', async () => {
    const stages = officer.getByRole('listitem').filter({ hasText: /^\S+\s*已完成$/ });
    await expect.poll(() => stages.count()).toBe(7);
    await officer.getByRole('img', { name: /流程图/ }).waitFor();
    await expect
      .poll(() => officer.getByRole('definition').filter({ hasText: '已答复' }).innerText())
      .toMatch(/今天 09:\d\d 已答复\s*已电话答复/);
    await journey.picture(officer, 'first-5-closed');
  });

  it('left every step once, and nothing to be done', async () => {
    const [cases] = [await journey.rows('select number, status, answered_how as how from case_record')];
    expect(cases).toEqual([{ number: 'XG-2026-00001', status: 'closed', how: 'phone' }]);
    const steps = await journey.rows('select element, state from user_task order by id');
    expect(steps).toEqual(
      ['assign', 'investigate', 'handle', 'feedback'].map((element) => ({ element, state: 'completed' })),
    );
    const open = await journey.rows(
      'select (select count(*)::int from job) + (select count(*)::int from timer) + (select count(*)::int from inbox) as left_over',
    );
    expect(open).toEqual([{ left_over: 0 }]);
  });

  it('went without a fault on any page', () => {
    expect(journey.faults()).toEqual([]);
  });
});
