import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { beginJourney, goTo, type Journey, write } from './journey.ts';
import { choose } from './report.ts';

const matter = /问公益性岗位怎么报名/;

describe('a call on the hotline', () => {
  let journey: Journey;
  let clerk: Page;
  let colleague: Page;

  beforeAll(async () => {
    journey = await beginJourney('2026-09-07 09:00');
  });

  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  it('is taken down at the desk and settled at once, with an answer still owed', async () => {
    const desk = await journey.enter('desktop', '何文静');
    await goTo(desk, '报事件');
    await takeDown(desk);
    await journey.picture(desk, 'hotline-1-call');
    await desk.getByRole('button', { name: '提交' }).click();
    await desk
      .getByText(/XG-2026-00001/)
      .first()
      .waitFor();
  });

  it('is work of both clerks, and one of them opens it on the phone', async () => {
    clerk = await journey.enter('phone', '何文静');
    await clerk.getByRole('link', { name: matter }).click();
    await choose(clerk, '怎么答复的', '已当面答复');
    await clerk.getByRole('button', { name: '现在' }).click();
    await write(clerk, '答复了什么', '材料清单已当面给她。');
    colleague = await journey.enter('desktop', 'tianyujie');
    await goTo(colleague, '待办');
    await colleague.getByRole('link', { name: matter }).waitFor();
  });

  it('is answered by the other one meanwhile', async () => {
    await colleague.getByRole('link', { name: matter }).click();
    await choose(colleague, '怎么答复的', '已电话答复');
    await colleague.getByRole('button', { name: '现在' }).click();
    await write(colleague, '答复了什么', '已电话告诉条件和要带的材料。');
    await colleague.getByRole('button', { name: '提交信息反馈' }).click();
    await colleague.getByText('现在没有待办').waitFor();
  });

  it('tells the first one kindly that it has been done', async () => {
    await clerk.getByRole('button', { name: '提交信息反馈' }).click();
    await clerk
      .getByRole('alert')
      .getByText(/这一步|已经办|办过/)
      .waitFor();
    await journey.picture(clerk, 'hotline-2-stale');
  });

  it('leaves it neither among the work of the first one nor among what is unsent', async () => {
    await clerk.getByRole('button', { name: '今日' }).click();
    await clerk.getByText('待办 0 件').waitFor();
    await clerk.getByRole('link', { name: /1 条没有被接收/ }).click();
    await clerk.getByRole('button', { name: '改一改' }).click();
    await clerk.getByText('这一步已经办过了').waitFor();
    await journey.picture(clerk, 'hotline-3-over');
    await clerk.getByRole('button', { name: '返回' }).click();
    await clerk.getByText('待办 0 件').waitFor();
    expect(await clerk.getByText(/没有被接收/).count()).toBe(0);
  });

  it('was answered once', async () => {
    const answers = await journey.rows("select data ->> 'how' as how from submission where form = 'feedback'");
    expect(answers).toEqual([{ how: 'phone' }]);
    expect(await journey.rows('select status, channel from case_record')).toEqual([
      { status: 'closed', channel: 'hotline' },
    ]);
  });

  it('went without a fault besides the refusal', () => {
    expect(journey.faults().filter((fault) => !/status of 409/.test(fault))).toEqual([]);
    expect(journey.faults().length).toBe(1);
  });
});

async function takeDown(desk: Page): Promise<void> {
  await choose(desk, '从哪里来', '民情热线');
  await choose(desk, '类别', '代办事项');
  await choose(desk, '代办事项，哪一类', '劳动就业');
  await write(desk, '情况', '居民问公益性岗位怎么报名。');
  await write(desk, '地点', '解放路 52 号院');
  await desk.getByRole('combobox', { name: '所属网格' }).click();
  await desk.keyboard.insertText('解放 06');
  await desk.keyboard.press('Enter');
  await desk.getByRole('button', { name: /^反映人/ }).click();
  await write(desk, '反映人姓名', '郑女士');
  await write(desk, '反映人电话', '13800000011');
  await desk.getByRole('switch', { name: '要求答复' }).click();
  await desk.getByRole('switch', { name: '已当场处理' }).click();
  await write(desk, '处理结果', '已说明条件和材料，留了社区电话。');
}
