import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ManualPicture } from '../../studio/help/manual-page.ts';
import { manualPages } from '../../studio/help/manual-pages.ts';
import { zh } from '../../studio/translations/zh.ts';
import { beginJourney, type Journey } from './journey.ts';

const folder = join(import.meta.dirname, '../../studio/public/manual');
/** Only `npm run manual` takes the pictures; the suite holds that the screens still say what they claim. */
const isTaking = process.env['MANUAL_PICTURES'] === 'take';

const pictures = manualPages.flatMap(({ sections }) => sections.flatMap(({ picture }) => picture ?? []));

describe('the manual', () => {
  let journey: Journey;
  let administrator: Page;

  beforeAll(async () => {
    journey = await beginJourney('2026-11-28 10:28');
    administrator = await journey.enter('desktop', '李秀英');
  });

  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  it.each(pictures)('shows the screen $at as it is', async ({ file, at, shows }: ManualPicture) => {
    await administrator.goto(new URL(at, administrator.url()).href);
    await administrator.getByRole('heading', { level: 1 }).waitFor();
    for (const words of shows) await administrator.getByText(zh[words]).first().waitFor();
    await administrator.getByRole('status', { name: '正在加载' }).waitFor({ state: 'hidden' });
    if (isTaking) await take(administrator, file);
  });

  it('opens at the page of the screen, and its pictures are there', async () => {
    await administrator.goto(new URL('/definitions/changes', administrator.url()).href);
    await administrator.getByRole('button', { name: '帮助' }).click();
    const help = administrator.getByRole('dialog', { name: '帮助' });
    await help.getByRole('link', { name: '整页看' }).click();
    await administrator.getByRole('heading', { name: '发布', level: 2 }).waitFor();
    const shown = administrator.getByRole('img', { name: /发布：左边是改了什么/ });
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1366);
    expect(journey.faults()).toEqual([]);
  });
});

async function take(page: Page, file: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${file}.png`), animations: 'disabled', caret: 'hide' });
}
