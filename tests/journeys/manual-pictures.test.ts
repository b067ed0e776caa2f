import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ManualPicture } from '../../studio/help/manual-page.ts';
import { manualPages } from '../../studio/help/manual-pages.ts';
import { zh } from '../../studio/translations/zh.ts';
import { examine, makeAdministrator, openDefinition, publish, savedBy } from './configure.ts';
import { beginJourney, goTo, type Journey, write } from './journey.ts';

const folder = join(import.meta.dirname, '../../studio/public/manual');
/** Only `npm run manual` takes the pictures; the suite holds that the screens still say what they claim. */
const isTaking = process.env['MANUAL_PICTURES'] === 'take';

const pictures = manualPages.flatMap(({ sections }) => sections.flatMap(({ picture }) => picture ?? []));
const limits = '办理时限与工作日';

describe('the manual', () => {
  let journey: Journey;
  let administrator: Page;

  /** A street in which something was published, something else is changed, and a colleague is at a third thing. */
  beforeAll(async () => {
    journey = await beginJourney('2026-11-27 10:28');
    administrator = await journey.enter('desktop', '李秀英');
    await makeAdministrator(administrator, '何文静');
    const colleague = await journey.enter('desktop', 'hewenjing');
    await openDefinition(colleague, limits, '调查落实');
    await shorten('任务指派');
    await administrator.getByRole('button', { name: '去发布' }).click();
    await examine(administrator);
    await publish(administrator, '任务指派改为 2 个工作时');
    await administrator.getByText(/^已发布 .* 版，/).waitFor();
    await shorten('网格处理');
    // The draft that she was in is published; the next sign of life takes her into the one that was begun since.
    await colleague.clock.runFor(31_000);
  }, 180_000);

  const shorten = async (limit: string): Promise<void> => {
    await goTo(administrator, '首页');
    await openDefinition(administrator, limits, limit);
    await write(administrator, /^数量/, '2');
    await savedBy(administrator, '李秀英');
  };

  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  it.each(pictures)('shows $file on the screen $at', async ({ file, at, shows, presses }: ManualPicture) => {
    await administrator.goto(new URL(at, administrator.url()).href);
    await administrator.getByRole('heading', { level: 1 }).waitFor();
    const button = presses === undefined ? undefined : new RegExp(`^${beginningOf(zh[presses])}`);
    if (button !== undefined) await administrator.getByRole('button', { name: button }).first().click();
    for (const words of shows) await administrator.getByText(beginningOf(zh[words])).first().waitFor();
    await administrator.getByRole('status', { name: '正在加载' }).first().waitFor({ state: 'hidden' });
    if (isTaking) await take(administrator, file);
  });

  it('opens at the page of the screen, and its pictures are there', async () => {
    await administrator.goto(new URL('/definitions/changes', administrator.url()).href);
    await administrator.getByRole('button', { name: '帮助' }).click();
    const help = administrator.getByRole('dialog', { name: '帮助' });
    await help.getByRole('link', { name: '整页看' }).click();
    await administrator.getByRole('heading', { name: '发布', level: 2 }).waitFor();
    const shown = administrator.getByRole('main').getByRole('img', { name: /^发布：左边是改了什么/ });
    await shown.scrollIntoViewIfNeeded();
    // A picture that was taken just now is in the next build only.
    if (!isTaking) await whole(shown);
  });
});

/** Waits until a picture has arrived in full. */
async function whole(picture: Locator): Promise<void> {
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1366);
}

/** A text up to its first value. */
function beginningOf(words: string): string {
  return words.split('{')[0] ?? words;
}

async function take(page: Page, file: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  // What opens over the page does so softly; it is there once the classes of its entrance are gone.
  await expect.poll(() => page.locator('[class*="-enter"], [class*="-appear"]').count()).toBe(0);
  await page.screenshot({ path: join(folder, `${file}.png`), caret: 'hide' });
}
