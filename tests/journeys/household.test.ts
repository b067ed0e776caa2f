import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { beginJourney, goTo, type Journey, write } from './journey.ts';

const address = '西关正街 12 号院 3 号楼 2 单元 501';

describe('a household', () => {
  let journey: Journey;
  let desk: Page;

  beforeAll(async () => {
    journey = await beginJourney('2026-09-07 15:00');
  });

  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  it('is entered on the phone, at the door', async () => {
    const worker = await journey.enter('phone', '马小兰');
    await goTo(worker, '我的网格');
    await worker.getByRole('button', { name: /^居民户台账/ }).click();
    await worker.getByText('还没有登记').waitFor();
    await worker.getByRole('button', { name: '新增登记' }).click();
    await write(worker, '住址', address);
    await write(worker, '联系人姓名', '王秀英');
    await write(worker, '联系电话', '139 0000 0012');
    await journey.picture(worker, 'household-1-entry');
    await worker.getByRole('button', { name: '保存' }).click();
    await worker.getByRole('link', { name: /王\*\*/ }).waitFor();
    await journey.picture(worker, 'household-2-list');
  });

  it('is found at the desk by a word of it, and by none that is not in it', async () => {
    desk = await journey.enter('desktop', 'wanghaiyan');
    await goTo(desk, '台账');
    await desk.getByRole('link', { name: '居民户台账' }).click();
    await search(desk, '李秀英');
    await desk.getByText('没有找到').waitFor();
    await search(desk, '王秀英');
    await desk.getByRole('row', { name: /西关正街/ }).waitFor();
  });

  it('shows its name and number only in part', async () => {
    const row = await desk.getByRole('row', { name: /西关正街/ }).innerText();
    expect(row).toContain('139****0012');
    expect(row).not.toContain('王秀英');
    await journey.picture(desk, 'household-3-found');
  });

  it('is changed for a reason, and without one it is not', async () => {
    await desk.getByRole('link', { name: /西关正街/ }).click();
    await desk.getByRole('button', { name: '修改' }).click();
    await write(desk, '联系电话', '13900000099');
    await desk.getByRole('button', { name: '保存' }).click();
    await desk.getByText('请写修改原因').waitFor();
    await write(desk, '为什么修改', '换了电话');
    await desk.getByRole('button', { name: '保存' }).click();
    await desk.getByRole('button', { name: '修改' }).waitFor();
    await desk.getByText('139****0099').first().waitFor();
  });

  it('shows who changed it, and why', async () => {
    await desk.getByText('王海燕修改：换了电话').waitFor();
    await desk.getByText('马小兰登记').waitFor();
    await journey.picture(desk, 'household-4-revisions');
  });

  it('keeps what is personal apart from the rest, and once', async () => {
    const entries = await journey.rows<{ data: object; revision: number }>('select data, revision from ledger_entry');
    expect(entries).toEqual([{ data: {}, revision: 2 }]);
    const numbers = await journey.rows(
      "select value from personal_value where pointer = '/phone' and erased_at is null",
    );
    expect(numbers).toEqual([{ value: '13900000099' }]);
    expect(await journey.rows("select value from personal_value where pointer = '/address'")).toEqual([
      { value: address },
    ]);
  });

  it('went without a fault on any page', () => {
    expect(journey.faults()).toEqual([]);
  });
});

async function search(desk: Page, words: string): Promise<void> {
  const box = desk.getByRole('main').getByRole('searchbox');
  await box.click();
  await desk.keyboard.press('ControlOrMeta+A');
  await desk.keyboard.insertText(words);
  await desk.keyboard.press('Enter');
}
