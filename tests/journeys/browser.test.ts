import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, startBrowser } from '../harness/browser/open-page.ts';

const page = `<!doctype html><meta charset="utf-8"><title>织格</title><link rel="icon" href="data:,">
  <span id="one">网</span> <span id="other">格</span>`;

describe('the browser of the journeys', () => {
  let browser: Browser;
  let server: Server;
  let url = '';

  beforeAll(async () => {
    server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(page));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('opens a page without a fault, in Chinese', async () => {
    const opened = await openPage(browser, 'desktop', url);
    expect(await opened.page.title()).toBe('织格');
    expect(await opened.page.evaluate(() => navigator.language)).toBe('zh-CN');
    expect(opened.faults()).toEqual([]);
  });

  it('draws Chinese: without a font for it, every character would be the same box', async () => {
    const { page: drawn } = await openPage(browser, 'phone', url);
    const [one, other] = [await drawn.locator('#one').screenshot(), await drawn.locator('#other').screenshot()];
    expect(one.equals(other)).toBe(false);
  });

  it('notices an exception, and a request to another machine', async () => {
    const opened = await openPage(browser, 'desktop', url);
    await opened.page.evaluate(() => {
      setTimeout(() => {
        throw new Error('planted');
      });
      new Image().src = 'http://elsewhere.invalid/picture.png';
    });
    await expect.poll(() => opened.faults().join()).toMatch(/planted/);
    await expect.poll(() => opened.faults().join()).toMatch(/another machine: http:\/\/elsewhere/);
  });
});
