import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DemoPeopleFile } from '../../server/kernel/release/demo.ts';
import { beginJourney, goTo, type Journey } from './journey.ts';
import { reportCase } from './report.ts';

const file = new URL('../../definitions/tianshui-xiguan/demo/people.json', import.meta.url);
const { people } = JSON.parse(readFileSync(file, 'utf8')) as DemoPeopleFile;

const lamp = {
  category: ['设施维修', '路灯'],
  description: '院门口两盏路灯不亮，晚上看不清路。',
  place: '西关正街 12 号院东门',
} as const;

/** What stays Chinese in English: names, what people wrote, a notice as it was sent, and the way back to Chinese. */
const names = [...people.map(({ name }) => name), ...people.map(({ name }) => name.slice(-1))];
const ownWords = ['院门口两盏路灯不亮，晚上看不清路', '。', lamp.place, '抄送：XG-2026-00001', '中文', ...names];

// Not /assumptions: it quotes its sources.
const desk = [
  '/',
  '/user-tasks',
  '/cases',
  '/report',
  '/meetings',
  '/ledgers',
  '/ledgers/household',
  '/posts',
  '/phone',
];
const phone = ['/work', '/work/report', '/work/grids', '/work/me', '/work/unsent', '/work/ledgers/household'];

describe('English', () => {
  let journey: Journey;
  let officer: Page;
  let worker: Page;

  beforeAll(async () => {
    journey = await beginJourney('2026-10-16 09:00');
    worker = await journey.enter('phone', '马小兰');
    await reportCase(worker, lamp);
    officer = await journey.enter('desktop', '陈晓明');
  });

  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  it('is one switch away at the desk', async () => {
    await officer.getByRole('button', { name: /^陈晓明/ }).click();
    await officer.getByRole('menuitem', { name: 'English' }).click();
    await officer.getByRole('navigation').getByRole('link', { name: 'Cases' }).waitFor();
    expect(await officer.evaluate(() => document.documentElement.lang)).toBe('en');
  });

  it.each(desk)('leaves no Chinese at the desk on %s', async (path) => {
    expect(await chineseAt(officer, path)).toEqual([]);
  });

  it('leaves no Chinese where somebody works on a case', async () => {
    await officer.goto(new URL('/user-tasks', officer.url()).href);
    await officer.getByRole('link', { name: /院门口/ }).click();
    await officer.getByRole('button', { name: /^Submit/ }).waitFor();
    expect(await chineseOn(officer)).toEqual([]);
    await officer.getByRole('button', { name: /^Submit/ }).click();
    await officer.getByText('Nothing to do right now').waitFor();
  });

  it('leaves no Chinese on a case, in its story and in its diagram', async () => {
    await officer.goto(new URL('/cases', officer.url()).href);
    await officer.getByRole('link', { name: /院门口/ }).click();
    await officer.getByRole('img', { name: /^Process/ }).waitFor();
    await officer.getByText('As suggested').waitFor();
    expect(await chineseOn(officer)).toEqual([]);
    await journey.picture(officer, 'english-1-case');
  });

  it('is one switch away on the phone', async () => {
    await worker.getByRole('button', { name: '今日' }).click();
    await goTo(worker, '我的');
    await worker.getByRole('button', { name: /English/ }).click();
    await worker.getByRole('heading', { level: 1, name: 'Me' }).waitFor();
    await journey.picture(worker, 'english-2-phone');
  });

  it.each(phone)('leaves no Chinese on the phone on %s', async (path) => {
    expect(await chineseAt(worker, path)).toEqual([]);
  });

  it('is left as easily, and nothing of it stays', async () => {
    await worker.goto(new URL('/work/me', worker.url()).href);
    await worker.getByRole('button', { name: /中文/ }).click();
    await worker.getByRole('heading', { level: 1, name: '我的' }).waitFor();
    const english = (await wordsOn(worker)).filter((words) => /[a-z]{4}/i.test(words));
    expect(english).toEqual([expect.stringContaining('maxiaolan'), expect.stringContaining('English')]);
  });

  it('went without a fault on any page', () => {
    expect(journey.faults()).toEqual([]);
  });
});

async function chineseAt(page: Page, path: string): Promise<string[]> {
  await page.goto(new URL(path, page.url()).href);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  return chineseOn(page);
}

/** The Chinese that somebody sees or hears on a page, without people's own words. */
async function chineseOn(page: Page): Promise<string[]> {
  const left = (await wordsOn(page)).map((words) =>
    ownWords.reduce((rest, own) => rest.replaceAll(own, ''), words).trim(),
  );
  return [...new Set(left.filter((words) => /\p{Script=Han}/u.test(words)))];
}

/** What somebody sees or hears on a page, and its title. */
function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const named = [...document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')].flatMap((element) =>
      ['aria-label', 'placeholder', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    );
    const drawn = [...document.querySelectorAll('svg text')].map((text) => text.textContent);
    return [document.title, ...document.body.innerText.split('\n'), ...drawn, ...named].filter(
      (words) => words.trim() !== '',
    );
  });
}
