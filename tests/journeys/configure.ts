import type { Page } from 'playwright-core';
import { goTo, write } from './journey.ts';

/** Opens a definition from its place in the navigation. */
export async function openDefinition(page: Page, place: string, title: string): Promise<void> {
  await goTo(page, place);
  await page.getByRole('table').getByRole('link', { name: title, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Waits until the draft says that it was saved by somebody. */
export async function savedBy(page: Page, who: string): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: new RegExp(`草稿 · ${who} .*保存`) })
    .waitFor();
}

/** Has the draft examined on the page 发布, and waits until it has passed. */
export async function examine(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(开始检查|重新检查)$/ }).click();
  await page.getByText(/^通过：没有写错/).waitFor({ timeout: 120_000 });
}

/** Says what was changed, and presses 发布 or 提交审核. */
export async function publish(page: Page, note: string, action: '发布' | '提交审核' = '发布'): Promise<void> {
  await write(page, '这次改了什么', note);
  await page.getByRole('button', { name: action, exact: true }).click();
}

/** Puts somebody who works in the street on the post of a second administrator, on the board of posts. */
export async function makeAdministrator(page: Page, name: string): Promise<void> {
  await goTo(page, '网格与岗位');
  const board = page.getByRole('main');
  await board.getByRole('button', { name: /^西关街道/ }).click();
  await board.getByRole('button', { name: '街道管理员' }).first().click();
  await page.getByRole('button', { name: '安排人' }).click();
  const dialog = page.getByRole('dialog', { name: /^安排人/ });
  await dialog.getByRole('combobox', { name: '谁' }).click();
  await page.keyboard.insertText(name);
  await page.getByTitle(name).first().click();
  await dialog.getByRole('button', { name: '安排人' }).click();
  await dialog.waitFor({ state: 'hidden' });
}
