import { readdirSync } from 'node:fs';
import type { Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { beginJourney, goTo, type Journey, write } from './journey.ts';
import { choose } from './report.ts';

/** What every page of the desk asks from time to time, whatever is shown on it. */
const ofTheDesk = ['/api/notifications', '/api/user-tasks'];

/** Scenarios that the pack ships. */
const shipped = readdirSync(new URL('../../definitions/tianshui-xiguan/tests', import.meta.url)).length;

describe('模拟运行 of a draft nobody changed', () => {
  let journey: Journey;
  let page: Page;
  const sent: string[] = [];
  const note = (request: Request): void => {
    const { pathname } = new URL(request.url());
    const known = request.method() === 'GET' && (ofTheDesk.includes(pathname) || pathname.startsWith('/assets/'));
    if (!known) sent.push(`${request.method()} ${pathname}`);
  };

  beforeAll(async () => {
    journey = await beginJourney('2026-09-07 09:00');
    page = await journey.enter('desktop', '李秀英');
    await goTo(page, '模拟运行');
    await page.getByRole('button', { name: '报事件', exact: true }).waitFor();
    page.on('request', note);
  });

  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  const clock = (): Promise<string> => page.getByRole('region', { name: '模拟的时间' }).innerText();
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const step = async (name: string): Promise<void> => {
    await press('办理');
    await press('生成一份');
    await press(`完成「${name}」`);
  };

  it('begins on a working morning, with the invented people', async () => {
    expect(await clock()).toMatch(/2026 年 9 月 7 日\s*星期一\s*09:00\s*工作日/);
    await page.getByText('现在没有人有待办').waitFor();
  });

  it('takes a report filled in by hand, with what is left made up', async () => {
    await press('报事件');
    await choose(page, '类别', '设施维修');
    await choose(page, '设施维修，哪一类', '路灯');
    await write(page, '情况', '两盏路灯都不亮。');
    await press('生成一份');
    await expect.poll(() => page.getByRole('textbox', { name: '地点' }).inputValue()).toContain('模拟地点');
    expect(await page.getByRole('textbox', { name: '情况' }).inputValue()).toBe('两盏路灯都不亮。');
    await press('报上去');
    await page.getByRole('heading', { name: '陈晓明' }).waitFor();
    await page.getByText(/现在在这里 · 陈晓明/).waitFor();
    await journey.picture(page, 'simulated-1-reported');
  });

  it('shows the token where the work is, step by step', async () => {
    await step('任务指派');
    await page.getByText(/「调查落实」交给/).waitFor();
    await press('办理');
    await choose(page, '查看结果', '属实，要处理');
    await press('生成一份');
    await press('完成「调查落实」');
    await page.getByText(/「事件处理」交给/).waitFor();
  });

  it('turns yellow, then red, and climbs the ladder, when nobody acts', async () => {
    await press('到下一件事');
    await page.getByText('临期', { exact: false }).first().waitFor();
    await press('到下一件事');
    await page.getByText(/超期没有办结，报上级：交给 西关社区/).waitFor();
    await page.getByText(/现在在这里 · 陈晓明 · ■ 超期/).waitFor();
    await press('到下一件事');
    await page.getByText(/超期没有办结，报上级：交给 西关街道/).waitFor();
    await journey.picture(page, 'simulated-2-ladder');
  });

  it('goes back one step, and on again', async () => {
    await press('撤销一步');
    await page.getByText(/现在在这里 · 陈晓明 · ■ 超期/).waitFor();
    await press('+1 个工作日');
    await page.getByText(/超期没有办结，报上级：交给 西关街道/).waitFor();
  });

  it('sends nothing anywhere while it runs', () => {
    expect(sent).toEqual([]);
  });

  it('tries all scenarios of the draft in the page', async () => {
    await press('试一遍场景');
    await page.getByText(`${shipped} 个场景全部通过`).waitFor();
    await page.keyboard.press('Escape');
    expect(sent).toEqual([]);
  });

  it('is kept as a scenario that reads as sentences and holds', async () => {
    await press('存为场景');
    await write(page, '这个场景说明什么', '路灯超期，先报社区，再报街道');
    await page.getByText(/马小兰在西关 \d\d 网格报事件「路灯」/).waitFor();
    await page.getByText('按这样写，运行结果全对。').waitFor();
    await journey.picture(page, 'simulated-3-keep');
    await page.getByRole('dialog').getByRole('button', { name: '存为场景', exact: true }).click();
    await page.getByText('场景「路灯超期，先报社区，再报街道」已存进草稿。').waitFor();
    expect(sent.filter((request) => !request.startsWith('GET'))).toEqual([
      expect.stringMatching(/^PUT \/api\/drafts\/[^/]+\/definitions\/scenario\/run-\d+$/),
    ]);
  });

  it('is among the scenarios of the draft when it is read again, and passes', async () => {
    await press('重新开始');
    await press('重新取草稿');
    await page.getByText('按草稿').waitFor();
    await press('试一遍场景');
    await page.getByText(`${shipped + 1} 个场景全部通过`).waitFor();
    await page.getByText('路灯超期，先报社区，再报街道', { exact: true }).waitFor();
    await journey.picture(page, 'simulated-4-scenarios');
  });

  it('is walked through by itself, to be looked at step by step', async () => {
    const line = page.getByRole('listitem').filter({ hasText: '路灯超期，先报社区，再报街道' });
    await line.getByRole('button', { name: '照着走一遍' }).click();
    await page.getByText(/现在在这里 · 周文斌 · ■ 超期/).waitFor();
    await press('撤销一步');
    await page.getByText(/现在在这里 · 陈晓明 · ■ 超期/).waitFor();
  });

  it('holds a meeting whose notice is sent by itself', async () => {
    await press('开会');
    await page.getByRole('radio', { name: '抄送' }).check({ force: true });
    await page
      .getByText(/会议通知|协调会/)
      .first()
      .waitFor();
    await journey.picture(page, 'simulated-5-meeting');
  });

  it('starts a process that minutes start, with an action item of its own', async () => {
    await press('启动流程');
    await page.getByRole('dialog').getByRole('button', { name: '启动流程', exact: true }).click();
    await page.getByRole('button', { name: /^看哪件事 / }).waitFor();
    await page
      .getByText(/现在在这里/)
      .first()
      .waitFor();
    await journey.picture(page, 'simulated-6-started');
  });

  it('went without a fault on any page', () => {
    expect(journey.faults()).toEqual([]);
  });
});
