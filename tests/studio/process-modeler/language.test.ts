import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BuiltPage } from '../built-page.ts';
import { drawn, openEditor, pressLine, startEditorPages } from './open-editor.ts';

let built: BuiltPage;
beforeAll(async () => {
  built = await startEditorPages();
}, 90_000);
afterAll(() => built.close());

/** The mark of bpmn.io is not to be changed; keys are called as they are on the keyboard. */
const left = [/^Powered by bpmn\.io$/, /^键盘：/];

/** English that somebody sees, or hears from a screen reader. */
async function englishOn(page: Page): Promise<string[]> {
  const words = await page.evaluate(() => {
    const named = [...document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')].flatMap((element) =>
      ['aria-label', 'placeholder', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    );
    const drawing = [...document.querySelectorAll('svg text')].map((text) => text.textContent);
    return [...document.body.innerText.split('\n'), ...drawing, ...named];
  });
  return [...new Set(words)].filter((word) => /[a-z]{3}/i.test(word) && !left.some((one) => one.test(word)));
}

async function choose(page: Page, element: string): Promise<void> {
  if (element === 'was-settled') await pressLine(page, element);
  else await drawn(page, element).click();
}

describe('the editor in Chinese', () => {
  it.each(['reported', 'assign', 'tell-posts', 'suggest-handler', 'archive', 'solved', 'was-settled', 'closed'])(
    'has no English in sight or hearing while %s is chosen',
    async (element) => {
      const { page } = await openEditor(built);
      await page.getByText('看全图').click();
      await choose(page, element);
      await page.locator('.djs-context-pad.open').waitFor();
      expect(await englishOn(page)).toEqual([]);
    },
  );

  it('has none in everything BPMN offers either: palette, pad, menu, search', async () => {
    const { page } = await openEditor(built);
    await page.getByRole('button', { name: '专业' }).click();
    await page.getByText('看全图').click();
    await page.locator('.djs-palette').waitFor();
    expect(await englishOn(page)).toEqual([]);
    for (const element of ['assign', 'solved', 'was-settled', 'reported', 'closed']) {
      await page.getByText('看全图').click();
      await choose(page, element);
      await page.locator('.djs-context-pad.open .bpmn-icon-screw-wrench').click();
      await page.locator('.djs-popup').waitFor();
      expect(await page.locator('.djs-popup .entry').count()).toBeGreaterThan(0);
      expect(await englishOn(page)).toEqual([]);
      const unnamed = page.locator(
        '.djs-popup .entry:not(:has(.djs-popup-label:not(:empty))):is(:not([title]), [title=""])',
      );
      expect(await unnamed.count()).toBe(0);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: '找步骤' }).click();
    expect(await englishOn(page)).toEqual([]);
  });
});

describe('the editor in English', () => {
  it('says everything of its own in English', async () => {
    const { page } = await openEditor(built, { language: 'en' });
    await drawn(page, 'assign').click();
    await page.getByText('Who, and how long').waitFor();
    await page.getByRole('toolbar', { name: 'Add a step' }).getByRole('button', { name: 'Decision' }).waitFor();
    const chinese = await page.getByRole('toolbar').innerText();
    expect(chinese).not.toMatch(/\p{Script=Han}/u);
  });
});
