import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { TestContext } from 'vitest';
import { openPage, type OpenPage, type screens, startBrowser } from '../harness/browser/open-page.ts';
import { type DatabaseAddress, freshDatabaseOn } from '../harness/database/fresh-database.ts';
import { demoStreet, password, startStreet, StreetClock } from '../harness/server/street.ts';

type Screen = keyof typeof screens;

const doors: Readonly<Record<Screen, string>> = { desktop: '/', phone: '/work' };

/** How long a person waits for what should be there at once, on a machine that does other things meanwhile. */
const patienceMs = 20_000;

/** Where the pictures of a walk are left for people to look at. */
const pictures = join(tmpdir(), 'gridloom-journeys');
/** Only `npm run pictures` takes those of walks that went well: a picture costs as much as three clicks. */
const isTaking = process.env['JOURNEY_PICTURES'] === 'take';

/** A walk through 西关街道: its server, its time, a browser, and everybody who has a page open in it. */
export interface Journey {
  /** Opens the door that a screen is for, on a device of its own. */
  openDoor(screen: Screen): Promise<OpenPage>;
  /** The same, and enters as one of the people that the sign-in page offers, or with their account and password. */
  enter(screen: Screen, nameOrAccount: string): Promise<Page>;
  /**
   * Moves the street's clock on to a local time, `2026-09-10 09:00`. All devices are put away before: after half a day
   * nobody is signed in on them any more.
   */
  moveTo(local: string): Promise<void>;
  /** Ends the server and starts it again where it was; when a local time is given, it is down until then. */
  restart(until?: string): Promise<void>;
  /** Rows of a statement, for assertions. */
  rows<Row>(sql: string, ...params: readonly unknown[]): Promise<readonly Row[]>;
  /** Leaves a picture of a page, when `npm run pictures` asks for them. */
  picture(page: Page, name: string): Promise<void>;
  /** For afterEach: when a test failed, leaves pictures of all pages as they stand, and says what they say. */
  showFailure(test: Pick<TestContext, 'task'>): Promise<void>;
  /** What went wrong on any page so far. */
  faults(): readonly string[];
  close(): Promise<void>;
}

/**
 * Begins a walk in a street of its own, in which nothing has happened yet.
 *
 * @param local the time in the street when it begins, `2026-09-07 09:00`
 * @param environment what its operator sets besides
 */
export async function beginJourney(
  local: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Journey> {
  const clock = new StreetClock(local);
  const database = await freshDatabaseOn('pglite', demoStreet);
  const dataDir = folderOf(database.address);
  const browser = await startBrowser();
  let server = await startStreet({ dataDir, environment }, clock);
  const opened: OpenPage[] = [];
  const openDoor = async (screen: Screen): Promise<OpenPage> => {
    const device = await openPage(browser, screen, `${server.url}${doors[screen]}`, clock.now);
    device.context.setDefaultTimeout(patienceMs);
    opened.push(device);
    return device;
  };
  return {
    openDoor,
    enter: async (screen, who) => signedIn((await openDoor(screen)).page, who),
    moveTo: async (to) => {
      await Promise.all(opened.map(({ context }) => context.close()));
      clock.moveTo(to);
      await server.tellTime();
    },
    restart: async (until) => {
      await server.stop();
      if (until !== undefined) clock.moveTo(until);
      server = await startStreet({ dataDir, port: server.port, environment }, clock);
    },
    rows: (sql, ...params) => server.rows(sql, ...params),
    picture,
    showFailure: async ({ task }) => {
      if (task.result?.state !== 'fail') return;
      const shown = opened.map(({ page }) => page).filter((page) => !page.isClosed());
      for (const [place, page] of shown.entries()) await showPage(page, `failed-${place + 1}-${task.id}`);
      process.stdout.write(server.output());
    },
    faults: () => opened.flatMap((device) => device.faults()),
    close: async () => {
      await browser.close();
      await server.stop();
      await database.remove();
    },
  };
}

function folderOf(address: DatabaseAddress): string {
  if (address.kind !== 'pglite') throw new Error('a walk is on the embedded database');
  return address.folder;
}

/** Leaves a picture of a page in the folder of pictures, when `npm run pictures` asks for them. */
export async function picture(page: Page, name: string): Promise<void> {
  if (isTaking) await takePicture(page, name);
}

async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true, animations: 'disabled' });
}

async function showPage(page: Page, name: string): Promise<void> {
  await takePicture(page, name);
  process.stdout.write(`\n${name} (${page.url()}), in ${pictures}\n${await page.locator('body').ariaSnapshot()}\n`);
}

async function signedIn(page: Page, who: string): Promise<Page> {
  if (/^[a-z]+$/.test(who)) await signIn(page, who, password);
  else await page.getByRole('button', { name: who }).click();
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor({ state: 'hidden' });
  return page;
}

/** Fills in the sign-in form and sends it. */
export async function signIn(page: Page, account: string, secret: string): Promise<void> {
  await write(page, '账号', account);
  await write(page, '密码', secret);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Goes to a place by the navigation: the tabs of the phone, the bar of the desk; what lies inside 配置 by way of it. */
export async function goTo(page: Page, place: string): Promise<void> {
  const places = page.getByRole('navigation', { name: '导航' });
  await places.getByRole('link').first().waitFor();
  const link = places.getByRole('link', { name: new RegExp(`^${place}( \\d+)?$`) });
  if ((await link.count()) === 0) await places.getByRole('button', { name: '配置' }).click();
  await link.click();
}

/** Writes into a box in place of what is there, by pointer and keyboard. */
export async function write(page: Page, box: string | RegExp, words: string): Promise<void> {
  await page.getByRole('textbox', { name: box }).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(words);
}
