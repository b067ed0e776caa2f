import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { freePort } from '../../harness/free-port.ts';
import { openPage, startBrowser } from '../../harness/browser/open-page.ts';
import type { Scene } from './scene.ts';

/** What the studio's pages are served with: nothing that is compiled at run time may run. */
const policy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:";

const kinds: { readonly [ending: string]: string } = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
};

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
  const files = await builtFiles();
  const server = serve(files);
  const port = await freePort();
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const browser = await startBrowser();
  return {
    open: async (scene) => openForm(browser, `http://127.0.0.1:${port}/`, scene),
    close: async () => {
      await browser.close();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
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

async function builtFiles(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const result = await build({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    logLevel: 'error',
    plugins: [react()],
    build: {
      write: false,
      minify: false,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 10_000,
    },
  });
  if (!('output' in result)) throw new Error('The page was not built.');
  return new Map(result.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]));
}

function serve(files: ReadonlyMap<string, string | Uint8Array>): Server {
  return createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '');
    const file = files.get(path);
    const type = kinds[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': type, 'content-security-policy': policy });
    response.end(file);
  });
}
