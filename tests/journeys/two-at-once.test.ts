import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeAdministrator, openDefinition, savedBy } from './configure.ts';
import { countClicks } from './count-clicks.ts';
import { beginJourney, type Journey, write } from './journey.ts';

const place = '办理时限与工作日';
const limit = '任务指派';

/** A sign of life comes every half minute. */
const signOfLifeMs = 31_000;

describe('two administrators at one definition', () => {
  let journey: Journey;
  let li: Page;
  let he: Page;

  beforeAll(async () => {
    journey = await beginJourney('2026-09-07 09:00');
    li = await journey.enter('desktop', '李秀英');
    await makeAdministrator(li, '何文静');
    he = await journey.enter('desktop', 'hewenjing');
  });

  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  const amount = (page: Page) => page.getByRole('textbox', { name: /^数量/ });

  /** The amount as a page shows it on which it cannot be changed. */
  const shows = (page: Page, figure: string): Promise<void> =>
    page.getByRole('main').getByText(figure, { exact: true }).first().waitFor();

  it('see who is at it, and the second one can only look', async () => {
    await openDefinition(li, place, limit);
    await write(li, /^数量/, '3');
    await savedBy(li, '李秀英');
    await openDefinition(he, place, limit);
    await he.getByText(/^李秀英正在改这里（.* 开始），您现在只能看。$/).waitFor();
    expect(await amount(he).count()).toBe(0);
    await journey.picture(he, 'two-1-locked');
  });

  it('hand it on: one takes over, and the other is told at the next sign of life', async () => {
    const clicks = await countClicks(he);
    await he.getByRole('button', { name: '由我来改' }).click();
    await he.getByRole('dialog').getByRole('button', { name: '由我来改' }).click();
    await amount(he).waitFor();
    process.stdout.write(`take a definition over: ${await clicks()} clicks\n`);
    await li.clock.runFor(signOfLifeMs);
    await li.getByText(/^何文静正在改这里/).waitFor();
  });

  it('never overwrite each other: what both changed is kept twice until somebody chooses', async () => {
    await li.getByRole('button', { name: '由我来改' }).click();
    await li.getByRole('dialog').getByRole('button', { name: '由我来改' }).click();
    await amount(li).waitFor();
    await write(li, /^数量/, '5');
    await savedBy(li, '李秀英');
    // She has not been told yet that it was taken from her.
    await write(he, /^数量/, '6');
    await he.getByText(/李秀英 .* 也改了这里。/).waitFor();
    await shows(he, '6');
    await journey.picture(he, 'two-2-conflict');
    const clicks = await countClicks(he);
    await he.getByRole('button', { name: '看看李秀英的' }).click();
    await shows(he, '5');
    await he.getByRole('button', { name: '用李秀英的' }).click();
    await shows(he, '5');
    await he.getByText('也改了这里').waitFor({ state: 'hidden' });
    process.stdout.write(`solve a conflict: ${await clicks()} clicks\n`);
  });

  it('lose nothing without a network: it waits, asks before the page is left, and is saved when the network is back', async () => {
    await li.context().setOffline(true);
    await write(li, /^数量/, '7');
    await li.getByText('还没有存上', { exact: true }).waitFor();
    await journey.picture(li, 'two-3-offline');
    const asked = li.waitForEvent('dialog');
    const reload = li.evaluate('location.reload()');
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await reload;
    await li.context().setOffline(false);
    await savedBy(li, '李秀英');
    await he.clock.runFor(signOfLifeMs);
    await shows(he, '7');
  });

  it('lose nothing when the page dies, either: it is there again when the definition is opened', async () => {
    await li.context().setOffline(true);
    await write(li, /^数量/, '8');
    await li.getByText('还没有存上', { exact: true }).waitFor();
    const address = li.url();
    await li.close({ runBeforeUnload: false });
    await li.context().setOffline(false);
    li = await li.context().newPage();
    await li.goto(address);
    await savedBy(li, '李秀英');
    expect(await amount(li).inputValue()).toBe('8');
    await he.clock.runFor(signOfLifeMs);
    await shows(he, '8');
  });
});
