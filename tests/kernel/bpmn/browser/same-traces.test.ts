import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compilePack } from '../../../../server/packs/compile-pack.ts';
import { packArgument } from '../../../../server/packs/pack-argument.ts';
import { startBrowser } from '../../../harness/browser/open-page.ts';
import { temporaryFolder } from '../../../harness/temporary-folder.ts';
import { bundleKernel } from './bundle-kernel.ts';
import * as source from './random-run.ts';

type Kernel = typeof source;

const seeds = 200;
const address = 'http://kernel.test';
/** As the studio is served: nothing that is compiled at run time may run. */
const policy = "default-src 'none'; script-src 'self'";

let browser: Browser;
let page: Page;
/** The very text that the page runs, in Node. */
let bundled: Kernel;

beforeAll(async () => {
  const code = await bundleKernel();
  const file = join(temporaryFolder('kernel').path, 'kernel.mjs');
  writeFileSync(file, code);
  bundled = await import(/* @vite-ignore */ pathToFileURL(file).href);
  browser = await startBrowser();
  page = await browser.newPage();
  const files: { readonly [path: string]: string } = {
    '/': '<!doctype html><title>kernel</title><script type="module" src="/page.mjs"></script>',
    '/page.mjs': "import * as kernel from '/kernel.mjs'; globalThis.kernel = kernel;",
    '/kernel.mjs': code,
  };
  await page.route(`${address}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const contentType = pathname === '/' ? 'text/html' : 'text/javascript';
    return route.fulfill({
      headers: { 'content-security-policy': policy },
      contentType,
      body: files[pathname] ?? '',
    });
  });
  await page.goto(`${address}/`);
  await page.waitForFunction(() => 'kernel' in globalThis);
}, 60_000);
afterAll(() => browser.close());

/** Runs something of the kernel in the page. */
function inBrowser<Name extends keyof Kernel>(name: Name, ...given: Parameters<Kernel[Name]>): Promise<string> {
  return page.evaluate(
    async ([named, args]) => {
      const { kernel } = globalThis as unknown as {
        kernel: { [name: string]: (...given: unknown[]) => Promise<string> };
      };
      const call = kernel[named];
      return call ? call(...JSON.parse(args)) : 'the kernel has no such door';
    },
    [name, JSON.stringify(given)] as const,
  );
}

describe('the kernel in a browser', () => {
  it(`gives the traces it gives in Node, byte for byte, for ${seeds} random models of all elements`, async () => {
    const expected = await source.runSeeds(0, seeds);

    expect(expected.split('\n')).toHaveLength(seeds);
    expect(expected.match(/"action":"enter"/g)?.length).toBeGreaterThan(2000);
    expect(await bundled.runSeeds(0, seeds)).toBe(expected);
    expect(await inBrowser('runSeeds', 0, seeds)).toBe(expected);
  }, 120_000);

  it('does so for what a street runs, with its decisions, limits and calendars', async () => {
    const { release } = await compilePack('tianshui-xiguan', packArgument('tianshui-xiguan').find);
    const files = [...(release?.processes.values() ?? [])].map(({ xml }) => xml);
    const decision = join(import.meta.dirname, '../../../../definitions/tianshui-xiguan/decisions/handling-level.dmn');
    const pinned = {
      decisions: [readFileSync(decision, 'utf8')],
      limits: [...(release?.limits ?? [])],
      calendars: [...(release?.calendars ?? [])],
      variables: begun,
    };
    expect(files).toHaveLength(4);
    for (const xml of files) {
      const expected = await source.runFile({ ...pinned, xml }, 1);

      expect(expected).toContain('"action":"take"');
      expect(await bundled.runFile({ ...pinned, xml }, 1)).toBe(expected);
      expect(await inBrowser('runFile', { ...pinned, xml }, 1)).toBe(expected);
    }
  });
});

/** What the processes of a street begin with, see definitions/README.md. */
const begun = {
  case: {
    id: 'c1',
    type: 'event',
    area: '620502005001001',
    category: 'facility-lamp',
    channel: 'worker',
    onTheSpot: false,
    wantsAnswer: true,
    reporterPost: 'mediator',
  },
  item: { id: 'i1', title: '修路灯', post: 'community-officer', area: '620502005001', limit: 'action-item-normal' },
  meeting: {
    id: 'm1',
    title: '例会',
    place: '会议室',
    area: '620502005',
    convenorPost: 'street-deputy',
    recorderPost: 'street-clerk',
    participants: [],
  },
  ladder: {
    id: 'case-overdue',
    instance: 'x',
    userTask: 1,
    area: '620502005001001',
    dueAt: '2026-11-27T04:00:00.000Z',
  },
};
