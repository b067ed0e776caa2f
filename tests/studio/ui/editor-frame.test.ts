import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EditedDefinition } from '../../../studio/ui/desktop/editor/edited-definition.ts';
import { openPage } from '../../harness/browser/open-page.ts';
import { type BuiltPage, startBuiltPage } from '../built-page.ts';
import { scene } from './editor-scene.ts';

let built: BuiltPage;
beforeAll(async () => {
  built = await startBuiltPage(join(import.meta.dirname, 'editor-page'));
}, 60_000);
afterAll(() => built.close());

async function opened(changes: Partial<EditedDefinition> = {}): Promise<Page> {
  const address = `${built.address}#${encodeURIComponent(JSON.stringify(changes))}`;
  const { page } = await openPage(built.browser, 'desktop', address, new Date('2026-11-28T02:31:00.000Z'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const done = async (page: Page): Promise<string> => (await page.getByTestId('done').textContent()) ?? '';
const now = async (page: Page): Promise<unknown> => JSON.parse((await page.getByTestId('now').textContent()) ?? '');

describe('a choice inside a sentence', () => {
  it('is made by keyboard alone: open, search, choose, and the keyboard is on the word again', async () => {
    const page = await opened();
    const chip = page.getByRole('button', { name: '办理岗位：矛盾纠纷调解员' });
    await chip.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: '办理岗位' }).waitFor();
    await page.keyboard.insertText('网格');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    expect(await now(page)).toMatchObject({ post: 'post-1' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('网格管理员');
  });

  it('of several stays open while they are chosen, and Escape leaves everything as it is', async () => {
    const page = await opened();
    await page.getByRole('button', { name: '操作：转办、延期' }).press('Enter');
    const list = page.getByRole('listbox', { name: '操作' });
    await list.waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Space');
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await expect.poll(() => list.getByRole('option', { selected: true }).allTextContents()).toEqual(['延期', '挂起']);
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    expect(await now(page)).toMatchObject({ allowed: ['extend', 'pause'] });
  });
});

describe('a number inside a sentence', () => {
  it('counts when it is within its limits; what is not is marked, and goes when the box is left', async () => {
    const page = await opened();
    const box = page.getByRole('spinbutton', { name: '办理时限 个工作日' });
    await box.fill('2');
    expect(await now(page)).toMatchObject({ days: 2 });
    await box.fill('99');
    await expect.poll(() => box.getAttribute('aria-invalid')).toBe('true');
    await box.blur();
    await expect.poll(() => box.inputValue()).toBe('2');
    await box.press('ArrowUp');
    expect(await now(page)).toMatchObject({ days: 3 });
  });
});

describe('words in an order', () => {
  it('are written, moved, added and taken away', async () => {
    const page = await opened();
    await page.getByRole('button', { name: '选项：调成、没调成、一方不同意调' }).click();
    await page.getByRole('textbox', { name: '选项 1' }).fill('已调成');
    await page.getByRole('button', { name: '把选项 2往上移' }).click();
    await page.getByRole('button', { name: '去掉选项 3' }).click();
    await page.getByRole('button', { name: '加一个选项' }).click();
    await page.getByRole('textbox', { name: '选项 3' }).fill('改日再调');
    expect(await now(page)).toMatchObject({ answers: ['没调成', '已调成', '改日再调'] });
  });

  it('open where they belong for whoever asked for less motion', async () => {
    const page = await opened();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.getByRole('button', { name: '选项：调成、没调成、一方不同意调' }).click();
    await page.getByRole('button', { name: '去掉选项 3' }).click();
    expect(await now(page)).toMatchObject({ answers: ['调成', '没调成'] });
  });
});

describe('the frame of an editor', () => {
  it('numbers what must be mended, and leads there', async () => {
    const page = await opened();
    const lines = page.getByRole('region', { name: '问题' }).getByRole('listitem');
    await expect
      .poll(() => lines.allTextContents())
      .toEqual([
        '1「联合调解」没有写办理时限。 去改',
        '2「调成」和「没调成」都没选时，事件会停下。 去改',
        '西关 06 网格没有调解员的顶岗人。 可以先发布。去改',
      ]);
    await lines.nth(1).getByRole('button', { name: '去改' }).click();
    expect(await done(page)).toBe('choose');
  });

  it('says who saved the draft and when, what is published, and which values are assumed', async () => {
    const page = await opened();
    await page.getByText('草稿 · 李秀英 10:28 保存').waitFor();
    await page.getByText('已发布 3.2.0 版，12 件正在按它办').waitFor();
    await page.getByRole('button', { name: '看出处' }).click();
    await page.getByRole('dialog').getByText('矛盾纠纷由调解员当场调解').waitFor();
  });

  it('asks which of two contents shall hold', async () => {
    const page = await opened({ saving: 'conflict', conflict: { who: '陈晓明', at: '2026-11-28T02:31:00.000Z' } });
    await page.getByRole('alert').getByText('陈晓明 今天 10:31 也改了这里。').waitFor();
    await page.getByRole('button', { name: '看看陈晓明的' }).click();
    await page.getByRole('button', { name: '用陈晓明的' }).click();
    await page.getByRole('button', { name: '用我的' }).click();
    expect(await done(page)).toBe('look at theirs theirs mine');
  });

  it('is for reading while somebody else is at it, until one takes over', async () => {
    const { lock } = scene;
    const page = await opened({
      readOnly: 'locked',
      lock: lock === null ? null : { ...lock, person: { ...lock.person, name: '陈晓明' }, mine: false },
    });
    await page.getByText('陈晓明正在改这里（今天 10:20 开始），您现在只能看。').waitFor();
    expect(await page.getByRole('button', { name: /办理岗位/ }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '撤销' }).count()).toBe(0);
    await page.getByRole('button', { name: '由我来改' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '由我来改' }).click();
    await expect.poll(() => done(page)).toBe('take over');
  });

  it('does not leave for publishing before everything is saved', async () => {
    const page = await opened();
    await page.getByRole('button', { name: '去发布' }).click();
    await expect.poll(() => done(page)).toBe('flush');
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('lists the definitions of a kind by where they come from, with what is changed and who is at it', async () => {
    const page = await opened();
    const list = page.getByRole('navigation', { name: '找流程' });
    await list.getByText('西关街道 3').waitFor();
    await list.getByText('基础包带来 2').waitFor();
    await list.getByRole('link', { name: '事件受理与分派 已改' }).waitFor();
    await list.getByRole('img', { name: '陈晓明正在改' }).waitFor();
    await list.getByRole('searchbox').fill('逐级');
    await expect.poll(() => list.getByRole('link').count()).toBe(1);
  });
});
