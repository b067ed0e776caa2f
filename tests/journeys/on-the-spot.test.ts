import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { beginJourney, goTo, type Journey, write } from './journey.ts';
import { addPhoto, choose } from './report.ts';

describe('报事件 of what was settled on the spot', () => {
  let journey: Journey;
  let worker: Page;

  beforeAll(async () => {
    journey = await beginJourney('2026-09-07 10:30');
    worker = await journey.enter('phone', '马小兰');
    await goTo(worker, '报事件');
  });

  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  const submit = (): Promise<void> => worker.getByRole('button', { name: '提交' }).click();

  it('says at each field what is missing, and below how much', async () => {
    await submit();
    expect(await descriptionOf(worker.getByRole('radiogroup', { name: '类别' }))).toContain('请选择「类别」');
    expect(await descriptionOf(worker.getByRole('textbox', { name: '情况' }))).toContain('请填写「情况」');
    expect(await descriptionOf(worker.getByRole('textbox', { name: '地点' }))).toContain('请填写「地点」');
    await worker.getByText(/还差 3 项：类别、情况/).waitFor();
    await journey.picture(worker, 'spot-1-missing');
  });

  it('says what is wrong with what was written, and takes it back once it is right', async () => {
    await choose(worker, '类别', '安全隐患');
    await choose(worker, '安全隐患，哪一类', '消防');
    await write(worker, '情况', '堆物');
    await write(worker, '地点', '进步巷 3 号楼二单元');
    await submit();
    expect(await descriptionOf(worker.getByRole('textbox', { name: '情况' }))).toContain('至少 4 个字');
    await write(worker, '情况', '二单元楼道堆了纸箱，挡住消防栓。');
    await expect.poll(() => descriptionOf(worker.getByRole('textbox', { name: '情况' }))).not.toContain('至少');
  });

  it('asks for a result, and for a photo of it where the category needs one', async () => {
    await worker.getByRole('switch', { name: '已当场处理' }).click();
    await submit();
    await worker.getByText('还差 2 项：处理结果、处理后照片').waitFor();
    await journey.picture(worker, 'spot-2-result-missing');
  });

  it('goes on one screen, and closes at once', async () => {
    await write(worker, '处理结果', '住户已把纸箱搬走，消防栓露出来了。');
    await addPhoto(worker, '处理后照片');
    await submit();
    await worker.getByRole('heading', { name: '已上报，编号 XG-2026-00001' }).waitFor();
    await expect
      .poll(() => journey.rows('select status, on_the_spot from case_record'))
      .toEqual([{ status: 'closed', on_the_spot: true }]);
    await journey.picture(worker, 'spot-3-reported');
  });

  it('passed by what needs nobody, and its story says so', async () => {
    const officer = await journey.enter('desktop', '陈晓明');
    await goTo(officer, '事件');
    await officer.getByRole('link', { name: /已办结/ }).click();
    await officer.getByRole('link', { name: /二单元楼道/ }).click();
    const stages = officer.getByRole('listitem').filter({ hasText: /自动通过$/ });
    await expect
      .poll(() => stages.allInnerTexts())
      .toEqual(['任务指派', '调查落实', '事件处理', '信息反馈'].map((stage) => expect.stringContaining(stage)));
    await officer.getByText(/已当场处理，.*任务指派.*自动通过/).waitFor();
    await journey.picture(officer, 'spot-4-closed');
  });

  it('went without a fault on any page', () => {
    expect(journey.faults()).toEqual([]);
  });
});

/** What a control is said to be besides its name, as those hear it who do not see the page. */
function descriptionOf(control: Locator): Promise<string> {
  return control.evaluate((element) => {
    const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => element.ownerDocument.getElementById(id)?.textContent ?? '').join(' ');
  });
}
