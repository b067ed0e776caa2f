import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { beginJourney, goTo, type Journey, write } from './journey.ts';
import { choose, reportCase } from './report.ts';

const lamp = {
  category: ['设施维修', '路灯'],
  description: '路灯不亮，夜间出行不便。两盏都不亮。',
  place: '西关正街 12 号院东门',
} as const;

describe('a case that nobody handles', () => {
  let journey: Journey;

  beforeAll(async () => {
    journey = await beginJourney('2026-09-07 09:00');
    await reportCase(await journey.enter('phone', '马小兰'), lamp);
    await dispatch(await journey.enter('desktop', '陈晓明'));
    await investigate(await journey.enter('phone', 'wanghaiyan'));
  });

  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  /** The case list of the community at the desk of its officer. */
  const openList = async (): Promise<Page> => {
    const officer = await journey.enter('desktop', '陈晓明');
    await goTo(officer, '事件');
    return officer;
  };
  const lampIn = (page: Page): Promise<string> => page.getByRole('row', { name: /路灯不亮/ }).innerText();

  it('has a green light and its handler while there is time', async () => {
    expect(await lampIn(await openList())).toMatch(/正常 余 3 个工作日[^]*事件处理[^]*王海燕/);
  });

  it('turns yellow when the time is nearly over', async () => {
    await journey.moveTo('2026-09-10 09:00');
    const officer = await openList();
    expect(await lampIn(officer)).toMatch(/临期 剩[^]*事件处理[^]*王海燕/);
    await journey.picture(officer, 'overdue-1-yellow');
  });

  it('turns red when it is over, and goes to the community', async () => {
    await journey.moveTo('2026-09-11 09:00');
    await waitForHolder(journey, 'community-officer');
    const officer = await openList();
    await officer.getByRole('link', { name: '超期 1' }).click();
    expect(await lampIn(officer)).toMatch(/超期[^]*事件处理[^]*陈晓明/);
    await journey.picture(officer, 'overdue-2-red-list');
  });

  it('tells on its own page that it is late, who was told, and who has it now', async () => {
    const officer = await openList();
    await officer.getByRole('link', { name: /路灯不亮/ }).click();
    await officer.getByText(/超期没有办结，报上级：交给 西关社区 社区综治专干 陈晓明/).waitFor();
    await officer.getByText(/告知 西关 01 网格 网格长 孙立新：超期/).waitFor();
    await officer.getByRole('link', { name: '去办理' }).waitFor();
    await journey.picture(officer, 'overdue-3-red-case');
  });

  it('is told to the grid head, who sees it among the messages', async () => {
    const head = await journey.enter('desktop', '孙立新');
    await head.getByRole('button', { name: /^消息/ }).click();
    const messages = head.getByRole('dialog', { name: '消息' });
    await messages.getByText('超期：XG-2026-00001').waitFor();
    await messages.getByText(/已报给.*陈晓明.*请.*孙立新.*一起盯住/).waitFor();
    await journey.picture(head, 'overdue-4-told');
  });

  it('goes on to the street, and is never closed by itself', async () => {
    await journey.moveTo('2026-09-15 09:00');
    await waitForHolder(journey, 'street-office');
    await journey.moveTo('2026-10-30 17:00');
    expect(await lampIn(await openList())).toMatch(/超期[^]*事件处理[^]*周文斌/);
    const [left] = await journey.rows('select status, stage, ever_overdue from case_record');
    expect(left).toEqual({ status: 'open', stage: 'handle', ever_overdue: true });
  });

  it('went without a fault on any page', () => {
    expect(journey.faults()).toEqual([]);
  });
});

async function dispatch(officer: Page): Promise<void> {
  await goTo(officer, '待办');
  await officer.getByRole('link', { name: /路灯不亮/ }).click();
  await officer.getByRole('button', { name: '提交任务指派' }).click();
  await officer.getByText('现在没有待办').waitFor();
}

async function investigate(keeper: Page): Promise<void> {
  await keeper.getByRole('link', { name: /路灯不亮/ }).click();
  await choose(keeper, '查看结果', '属实，要处理');
  await write(keeper, '现场情况', '两盏灯都不亮。');
  await keeper.getByRole('button', { name: '提交调查落实' }).click();
  await keeper.getByRole('heading', { name: '已提交。' }).waitFor();
}

/** The ladder climbs behind the scenes: who has the case is read until it is the post that is meant. */
async function waitForHolder(journey: Journey, post: string): Promise<void> {
  const holder = async (): Promise<unknown> =>
    (await journey.rows<{ post: string }>('select holder_post as post from case_record'))[0]?.post;
  await expect.poll(holder, { timeout: 15_000 }).toBe(post);
}
