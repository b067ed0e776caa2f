import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { beginJourney, goTo, type Journey, write } from './journey.ts';
import { choose } from './report.ts';

const items = [
  { title: '更换 21 号楼三单元下水主管道', post: '社区综治专干', area: '西关社区', days: '5 个工作日' },
  { title: '排出菜市场早晚巡查表', post: '社区综治专干', area: '枣园社区', days: '3 个工作日' },
];

describe('the monthly meeting', () => {
  let journey: Journey;

  beforeAll(async () => {
    journey = await beginJourney('2026-10-12 09:00');
  });

  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  const count = async (what: string): Promise<number | undefined> =>
    (await journey.rows<{ count: number }>(`select count(*)::int as count from ${what}`))[0]?.count;

  it('is on the plan with its next dates', async () => {
    const leader = await journey.enter('desktop', '李建华');
    await goTo(leader, '会议');
    await leader.getByText(/每月 20 日 15:00/).waitFor();
    await leader
      .getByText(/10 月 20 日/)
      .first()
      .waitFor();
    expect(await count('meeting')).toBe(0);
    await journey.picture(leader, 'meeting-1-plan');
  });

  it('is told to those who take part on the day of the notice, once though the server starts again', async () => {
    await journey.moveTo('2026-10-16 09:00');
    await expect.poll(() => count("notification where notice = 'meeting-notice'"), { timeout: 15_000 }).toBe(17);
    await journey.restart();
    await journey.restart();
    expect(await count('meeting')).toBe(1);
    expect(await count("notification where notice = 'meeting-notice'")).toBe(17);
  });

  it('is among the messages of a community officer, who finds it from there', async () => {
    const officer = await journey.enter('desktop', '陈晓明');
    await officer.getByRole('button', { name: /^消息/ }).click();
    const messages = officer.getByRole('dialog', { name: '消息' });
    await messages.getByText(/10月20日 15:00在矛盾联调室开矛盾纠纷月协调会，由.*李建华主持/).waitFor();
    await journey.picture(officer, 'meeting-2-notice');
    await messages.getByRole('link', { name: '看会议' }).click();
    await officer.getByText('已通知').waitFor();
    await journey.picture(officer, 'meeting-3-noticed');
  });

  it('asks for its minutes when it is time, though the server was down at that moment', async () => {
    await journey.moveTo('2026-10-20 14:59');
    expect(await count("user_task where element = 'minutes'")).toBe(0);
    await journey.restart('2026-10-20 15:30');
    await expect.poll(() => count("user_task where element = 'minutes'"), { timeout: 15_000 }).toBe(1);
  });

  it('has its minutes written with two things agreed', async () => {
    const recorder = await journey.enter('desktop', 'zhouwenbin');
    await goTo(recorder, '待办');
    await recorder.getByRole('link', { name: /矛盾纠纷月协调会/ }).click();
    await write(recorder, '实到人数', '11');
    await write(
      recorder,
      '议了什么、怎么定的',
      '一、下水管费用已谈妥，物业垫付。二、菜市场占道由社区每天早晚各查一次。',
    );
    for (const [place, item] of items.entries()) await agree(recorder, place + 1, item);
    await journey.picture(recorder, 'meeting-4-minutes');
    await recorder.getByRole('button', { name: '提交会议纪要' }).click();
    await recorder.getByText('现在没有待办').waitFor();
  });

  it('gives each thing agreed to the post that was named', async () => {
    await expect.poll(() => count("user_task where subject_kind = 'action-item'"), { timeout: 15_000 }).toBe(2);
    const given = await journey.rows(
      'select post, area, state from user_task where subject_kind = $1 order by area',
      'action-item',
    );
    expect(given).toEqual([
      { post: 'community-officer', area: '620502005001', state: 'open' },
      { post: 'community-officer', area: '620502005005', state: 'open' },
    ]);
  });

  it('sees one of them done, and the other still open', async () => {
    const officer = await journey.enter('phone', '陈晓明');
    await officer.getByRole('link', { name: /更换 21 号楼三单元下水主管道/ }).click();
    await choose(officer, '办得怎么样', '已办完');
    await write(officer, '办理情况', '主管道已换好，试水不漏。');
    await officer.getByRole('button', { name: /^提交/ }).click();
    await officer.getByRole('heading', { name: '已提交。' }).waitFor();
    const leader = await journey.enter('desktop', '李建华');
    await goTo(leader, '会议');
    await leader.getByText('已开').waitFor();
    await expect.poll(() => leader.getByRole('main').innerText()).toMatch(/更换 21 号楼三单元下水主管道[^]*已办/);
    await journey.picture(leader, 'meeting-5-held');
  });

  it('happened once', async () => {
    const states = await journey.rows(
      'select status, count(*)::int as count from process_instance group by status order by status',
    );
    expect(states).toEqual([
      { status: 'completed', count: 2 },
      { status: 'running', count: 1 },
    ]);
    expect(await count('action_item')).toBe(2);
    expect(await count("notification where notice = 'meeting-notice'")).toBe(17);
  });

  it('went without a fault on any page', () => {
    expect(journey.faults()).toEqual([]);
  });
});

/** Adds one thing that was agreed to the minutes. */
async function agree(recorder: Page, nth: number, item: (typeof items)[number]): Promise<void> {
  await recorder.getByRole('button', { name: '添加一项' }).click();
  const row = recorder.getByRole('group', { name: `第 ${nth} 项` });
  await row.getByRole('textbox', { name: '要办什么' }).click();
  await recorder.keyboard.insertText(item.title);
  for (const [box, wanted] of [
    ['由谁办', item.post],
    ['在哪里', item.area],
  ] as const) {
    await row.getByRole('combobox', { name: box }).click();
    await recorder.keyboard.insertText(wanted);
    await recorder.keyboard.press('Enter');
  }
  await row.getByRole('radiogroup', { name: '几天办完' }).getByRole('radio', { name: item.days, exact: true }).click();
}
