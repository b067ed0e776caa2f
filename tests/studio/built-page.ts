import { createServer, type Server } from 'node:http';
import react from '@vitejs/plugin-react';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { freePort } from '../harness/free-port.ts';
import { startBrowser } from '../harness/browser/open-page.ts';

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
 * Builds the page of a folder and starts a browser: some five seconds; close it in afterAll.
 *
 * @param root the folder with its `index.html`
 */
export async function startBuiltPage(root: string): Promise<BuiltPage> {
  const server = serve(await builtFiles(root));
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

async function builtFiles(root: string): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const result = await build({
    configFile: false,
    root,
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
