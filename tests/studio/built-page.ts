import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { inject } from 'vitest';
import { freePort } from '../harness/free-port.ts';
import { startBrowser } from '../harness/browser/open-page.ts';
import { oncePerRun } from '../harness/once-per-run.ts';

/** What the studio's pages are served with: nothing that is compiled at run time may run. */
const policy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:";

const kinds: { readonly [ending: string]: string } = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
};

/** A page that shows a part of the studio alone, served as the studio is, and a browser to open it in. */
export interface BuiltPage {
  readonly address: string;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/**
 * Builds the page of a folder, once in a run (some five seconds), and starts a browser; close it in afterAll.
 *
 * @param root the folder with its `index.html`
 */
export async function startBuiltPage(root: string): Promise<BuiltPage> {
  const name = `page-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`;
  const folder = join(inject('runFolder'), name);
  await oncePerRun(name, () => buildInto(folder, root));
  const server = serve(folder);
  const port = await freePort();
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const browser = await startBrowser();
  return {
    address: `http://127.0.0.1:${port}/`,
    browser,
    close: async () => {
      await browser.close();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

async function buildInto(folder: string, root: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 10_000,
    },
  });
}

function serve(folder: string): Server {
  return createServer((request, response) => {
    const path = request.url === '/' || request.url === undefined ? '/index.html' : request.url;
    const file = join(folder, path);
    const type = kinds[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    const isThere = existsSync(file);
    response.writeHead(isThere ? 200 : 404, { 'content-type': type, 'content-security-policy': policy });
    response.end(isThere ? readFileSync(file) : undefined);
  });
}
