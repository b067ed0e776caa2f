import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../../setup/browser/find-browser.ts';

const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

/** Starts the browser; about 0.5 s. Close it in afterAll. */
export async function startBrowser(): Promise<Browser> {
  const { program, environment } = findBrowser();
  return chromium.launch({ executablePath: program, args: flags.split(' '), env: { ...process.env, ...environment } });
}

/** What a page is opened on. The sizes are those the screens are drawn for. */
export const screens = {
  desktop: { viewport: { width: 1366, height: 768 }, hasTouch: false, isMobile: false },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
} as const;

/** A page in a browser profile of its own: nobody is signed in, nothing is stored. */
export interface OpenPage {
  readonly page: Page;
  /** The profile: further tabs, cookies, going offline. */
  readonly context: BrowserContext;
  /** What went wrong on the page so far: errors on its console, exceptions, requests to other machines. */
  faults(): readonly string[];
}

/**
 * Opens a page, in Chinese and in the time of Beijing.
 *
 * @param screen which door it is for
 * @param url where to go first
 * @param now what time its clock shows when it opens; this machine's when absent
 */
export async function openPage(
  browser: Browser,
  screen: keyof typeof screens,
  url: string,
  now?: Date,
): Promise<OpenPage> {
  const context = await browser.newContext({ ...screens[screen], locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  if (now !== undefined) await context.clock.install({ time: now });
  const found: string[] = [];
  const home = new URL(url).host;
  context.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => found.push(`exception: ${error.error().message}`));
  context.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && host !== home) found.push(`request to another machine: ${request.url()}`);
  });
  const page = await context.newPage();
  await page.goto(url);
  return { page, context, faults: () => found };
}
