import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openPage } from '../../harness/browser/open-page.ts';
import { startBuiltPage } from '../built-page.ts';
import type { Scene } from './scene.ts';

/** A form that was opened in a browser. */
export interface OpenForm {
  readonly page: Page;
  /** Presses the page's own submit button. */
  readonly submit: () => Promise<void>;
  /** What was handed over, or null after a refusal. */
  readonly sent: () => Promise<unknown>;
  /** What the footer says. */
  readonly hint: () => Promise<string>;
  /** Errors of the page so far. */
  readonly faults: () => readonly string[];
}

/** A built page with nothing but a form on it, and a browser to open it in. */
export interface FormPages {
  readonly open: (scene: Scene) => Promise<OpenForm>;
  readonly close: () => Promise<void>;
}

/** Builds the page and starts a browser: some five seconds; close it in afterAll. */
export async function startFormPages(): Promise<FormPages> {
  const { address, browser, close } = await startBuiltPage(join(import.meta.dirname, 'page'));
  return { open: async (scene) => openForm(browser, address, scene), close };
}

async function openForm(browser: Browser, address: string, scene: Scene): Promise<OpenForm> {
  const opened = await openPage(
    browser,
    scene.door ?? 'phone',
    `${address}#${encodeURIComponent(JSON.stringify(scene))}`,
  );
  const { page } = opened;
  await page.locator('.fv').waitFor();
  return {
    page,
    faults: () => opened.faults(),
    submit: () => page.getByTestId('submit').click(),
    sent: async () => JSON.parse((await page.getByTestId('sent').textContent()) ?? 'null') as unknown,
    hint: async () => (await page.getByTestId('hint').textContent()) ?? '',
  };
}
