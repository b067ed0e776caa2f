import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openPage } from '../../harness/browser/open-page.ts';
import { type BuiltPage, startBuiltPage } from '../built-page.ts';
import type { EditorScene } from './editor-scene.ts';
import { streetPacks, streetProcess } from './street-packs.ts';

/** An editor that is open in a browser. */
export interface OpenEditor {
  readonly page: Page;
  /** The text as it was last handed over to be saved. */
  readonly xml: () => Promise<string>;
  readonly faults: () => readonly string[];
}

/** Builds the editor's page and starts a browser; close it in afterAll. */
export function startEditorPages(): Promise<BuiltPage> {
  return startBuiltPage(join(import.meta.dirname, 'page'));
}

/** Opens the editor on a process; of the demo street's case unless something else is said. */
export async function openEditor(built: BuiltPage, changes: Partial<EditorScene> = {}): Promise<OpenEditor> {
  const scene: EditorScene = {
    id: 'case-handling',
    title: '事件办理',
    xml: streetProcess('case-handling'),
    packs: streetPacks,
    ...changes,
  };
  const opened = await openPage(built.browser, 'desktop', built.address, new Date('2026-11-28T02:31:00.000Z'));
  const { page } = opened;
  await page.locator('body[data-ready]').waitFor();
  await page.evaluate((data) => window.postMessage({ scene: data }, '*'), scene);
  await page.locator('.gl-step-head').waitFor();
  return {
    page,
    faults: () => opened.faults(),
    xml: async () => (await page.getByTestId('xml').textContent()) ?? '',
  };
}

/** A step, gateway, event or line on the drawing. */
export function drawn(page: Page, id: string): ReturnType<Page['locator']> {
  return page.locator(`.djs-element[data-element-id="${id}"]`);
}

/** Chooses a line by pressing it a third of its way along. */
export async function pressLine(page: Page, id: string): Promise<void> {
  const { x, y } = await drawn(page, id).evaluate((line) => {
    const path = line.querySelector<SVGPathElement>('.djs-visual > path');
    const matrix = path?.getScreenCTM();
    if (path == null || matrix == null) throw new Error('no such line');
    const point = path.getPointAtLength(path.getTotalLength() / 3).matrixTransform(matrix);
    return { x: point.x, y: point.y };
  });
  await page.mouse.click(x, y);
}
