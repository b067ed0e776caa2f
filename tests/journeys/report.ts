import type { Page } from 'playwright-core';
import { goTo, write } from './journey.ts';
import { photo } from './photo.ts';

/** What somebody types and chooses when they report a case on the phone. */
export interface Report {
  readonly category: readonly [group: string, kind: string];
  readonly description: string;
  readonly place: string;
  readonly withPhoto?: boolean;
  /** Who told them, when that person wants an answer. */
  readonly reporter?: { readonly name: string; readonly phone: string };
  /** What was done about it at once. */
  readonly result?: string;
}

/** Chooses one answer of a question that offers them as buttons. */
export async function choose(page: Page, question: string, answer: string): Promise<void> {
  await page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer, exact: true }).click();
}

/** Takes a photo: on a machine without a camera the chooser for files opens. */
export async function addPhoto(page: Page, field: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('group', { name: field }).getByRole('button', { name: field }).click();
  await (await chooser).setFiles([photo()]);
  await page.getByRole('group', { name: field }).getByRole('img', { name: '第 1 张' }).waitFor();
  await page.getByRole('status', { name: '正在保存' }).waitFor({ state: 'hidden' });
}

/** Fills in 报事件 from the tab on, and leaves it unsent. */
export async function fillReport(phone: Page, report: Report): Promise<void> {
  const { category, description, place, withPhoto = false, reporter, result } = report;
  await goTo(phone, '报事件');
  await choose(phone, '类别', category[0]);
  await choose(phone, `${category[0]}，哪一类`, category[1]);
  await write(phone, '情况', description);
  await write(phone, '地点', place);
  if (withPhoto) await addPhoto(phone, '照片');
  if (reporter !== undefined) await fillReporter(phone, reporter);
  if (result !== undefined) {
    await phone.getByRole('switch', { name: '已当场处理' }).click();
    await write(phone, '处理结果', result);
  }
}

async function fillReporter(phone: Page, { name, phone: number }: NonNullable<Report['reporter']>): Promise<void> {
  await phone.getByRole('button', { name: /^反映人/ }).click();
  await write(phone, '反映人姓名', name);
  await write(phone, '反映人电话', number);
  await phone.getByRole('switch', { name: '要求答复' }).click();
}

/** Reports a case on the phone; answers the number on the receipt. */
export async function reportCase(phone: Page, report: Report): Promise<string> {
  await fillReport(phone, report);
  await phone.getByRole('button', { name: '提交' }).click();
  const receipt = phone.getByRole('heading', { name: /已上报，编号/ });
  return (await receipt.innerText()).replace(/.*编号\s*/, '');
}
