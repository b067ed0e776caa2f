import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { examine, openDefinition, publish, savedBy } from './configure.ts';
import { countClicks } from './count-clicks.ts';
import { foreignWords } from './foreign-words.ts';
import { beginJourney, type Journey } from './journey.ts';
import { addPhoto, fillReport } from './report.ts';

const rubbish = {
  category: ['环境卫生', '垃圾清运'],
  description: '巷口堆了三袋装修垃圾。',
  place: '忠义巷口',
} as const;

/** Opens a word of a sentence and chooses. */
async function choose(page: Page, word: string, answer: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${word}：`) }).click();
  await page.getByRole('option', { name: answer }).click();
}

describe('a photo that is required when the category is 环境卫生', () => {
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

  it('is said in one sentence of the question', async () => {
    await openDefinition(administrator, '表单', '报事件');
    await journey.picture(administrator, 'photo-1-questions');
    await administrator.getByRole('group', { name: '照片', exact: true }).getByRole('button', { name: '照片' }).click();
    await choose(administrator, '什么时候问', '每次都问，满足条件时必须填');
    await choose(administrator, '看哪道题', '类别');
    await choose(administrator, '答案', /^环境卫生（整类）/);
    await administrator.keyboard.press('Escape');
    await savedBy(administrator, '李秀英');
    await administrator.getByText('没有发现问题').waitFor();
    await journey.picture(administrator, 'photo-2-condition');
    expect(await foreignWords(administrator)).toEqual([]);
  });

  it('is tried on the phone beside it before it is published', async () => {
    const phone = administrator.getByRole('region', { name: '手机上的样子' });
    await phone.getByRole('radio', { name: '环境卫生' }).click();
    await phone.getByRole('radio', { name: '公厕' }).click();
    await phone.getByRole('button', { name: '试着提交' }).click();
    await phone.getByText('请拍 1 张照片').waitFor();
    await journey.picture(administrator, 'photo-3-tried');
  });

  it('is told in a sentence, examined and published', async () => {
    await administrator.getByRole('button', { name: '去发布' }).click();
    await administrator
      .getByText(/照片.*环境卫生|环境卫生.*照片/)
      .first()
      .waitFor();
    expect(await foreignWords(administrator)).toEqual([]);
    await examine(administrator);
    await publish(administrator, '环境卫生类要拍照片');
    await administrator.getByText(/^已发布 .* 版/).waitFor();
    await journey.picture(administrator, 'photo-4-published');
    process.stdout.write(
      `require a photo for a class of categories: ${await clicks()} clicks from sign-in to published\n`,
    );
  });

  it('is asked for on the next case of that class, and not on others', async () => {
    const worker = await journey.enter('phone', '马小兰');
    await fillReport(worker, rubbish);
    await worker.getByRole('button', { name: '提交' }).click();
    await worker.getByText('还差 1 项：照片').waitFor();
    await journey.picture(worker, 'photo-5-asked');
    await addPhoto(worker, '照片');
    await worker.getByRole('button', { name: '提交' }).click();
    await worker.getByRole('heading', { name: '已上报，编号 XG-2026-00001' }).waitFor();
    const other = await journey.enter('phone', '马小兰');
    await fillReport(other, { ...rubbish, category: ['设施维修', '路灯'] });
    await other.getByRole('button', { name: '提交' }).click();
    await other.getByRole('heading', { name: '已上报，编号 XG-2026-00002' }).waitFor();
  });

  it('went without a fault on any page', () => {
    expect(journey.faults()).toEqual([]);
  });
});
