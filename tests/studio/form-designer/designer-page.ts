import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { JsonObject } from '../../../server/kernel/json.ts';
import { openPage } from '../../harness/browser/open-page.ts';
import { startBuiltPage } from '../built-page.ts';
import type { DesignerScene } from './designer-scene.ts';

const pack = join(import.meta.dirname, '../../../definitions/tianshui-xiguan');

/** The files of the pack that forms stand among. */
export const packFiles: Readonly<Record<string, string>> = Object.fromEntries(
  globSync(['posts.json', 'areas.json', '{forms,ledgers,case-types}/*.json', 'processes/*.bpmn'], { cwd: pack }).map(
    (path) => [path, readFileSync(join(pack, path), 'utf8')],
  ),
);

/** A designer that was opened in a browser. */
interface OpenDesigner {
  readonly page: Page;
  /** The form as it is saved now. */
  readonly saved: () => Promise<JsonObject>;
  readonly faults: () => readonly string[];
}

/** A built page with nothing but the designer on it. */
export interface DesignerPages {
  /** Opens it with a form of the pack, published as it is unless said otherwise. */
  readonly open: (id: string, scene?: Partial<DesignerScene>) => Promise<OpenDesigner>;
  readonly close: () => Promise<void>;
}

/** Builds the page and starts a browser; close it in afterAll. */
export async function startDesignerPages(): Promise<DesignerPages> {
  const { browser, address, close } = await startBuiltPage(join(import.meta.dirname, 'page'));
  return {
    close,
    open: async (id, scene = {}) => {
      const form = JSON.parse(packFiles[`forms/${id}.form.json`] ?? '{}') as JsonObject;
      const whole: DesignerScene = { form, published: form, files: packFiles, ...scene };
      const opened = await openPage(browser, 'desktop', `${address}#${encodeURIComponent(JSON.stringify(whole))}`);
      opened.context.setDefaultTimeout(8000);
      await opened.page.locator('.fd-list').waitFor();
      return {
        page: opened.page,
        saved: async () => JSON.parse((await opened.page.getByTestId('saved').textContent()) ?? '{}') as JsonObject,
        faults: () => opened.faults(),
      };
    },
  };
}
