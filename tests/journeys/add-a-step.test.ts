import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { beginJourney, goTo, type Journey, write } from './journey.ts';
import { reportCase } from './report.ts';

describe('a step 核查 before 归档, by somebody else', () => {
  let journey: Journey;
  let administrator: Page;

  beforeAll(async () => {
    journey = await beginJourney('2026-09-07 09:00');
    administrator = await journey.enter('desktop', '李秀英');
    await countClicks(administrator);
  });

  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  it('is found where one looks: configuration, processes, 事件办理', async () => {
    await administrator.getByRole('navigation', { name: '导航' }).getByRole('button', { name: '配置' }).click();
    await goTo(administrator, '流程');
    await administrator.getByRole('link', { name: '事件办理' }).click();
    await administrator.getByRole('heading', { level: 1, name: '事件办理' }).waitFor();
    await drawn(administrator, '归档管理').waitFor();
    await journey.picture(administrator, 'step-1-process');
    expect(await foreignWords(administrator)).toEqual([]);
  });

  it('is added before 归档 with one press, and named at once', async () => {
    await drawn(administrator, '归档管理').click();
    await administrator.locator('.djs-context-pad').getByText('前面加一步').click();
    await expect.poll(() => focusedLabel(administrator)).toBe('名称');
    await administrator.keyboard.press('ControlOrMeta+A');
    await administrator.keyboard.insertText('核查');
    await drawn(administrator, '核查').waitFor();
    await administrator.getByRole('button', { name: '去向：归档管理' }).waitFor();
  });

  it('is given to another post, by its name, and another form', async () => {
    await administrator.getByRole('button', { name: /^办理岗位：/ }).click();
    await administrator.getByRole('combobox', { name: '办理岗位' }).fill('社区书记');
    await administrator.keyboard.press('Enter');
    await administrator.getByRole('button', { name: '办理岗位：社区书记' }).waitFor();
    await administrator.getByRole('button', { name: /^表单：/ }).click();
    await administrator.getByRole('option', { name: '调查落实' }).click();
    await write(administrator, '给办理人的一句话', '看一看是不是真的办好了。');
    await administrator.getByText(/李秀英 .* 保存/).waitFor();
    await journey.picture(administrator, 'step-2-described');
    expect(await foreignWords(administrator)).toEqual([]);
  });

  it('was edited without a fault on the page', () => {
    expect(journey.faults()).toEqual([]);
  });

  it('is examined and published', async () => {
    await administrator.getByRole('button', { name: '去发布' }).click();
    await administrator.getByText(/增加步骤「核查」/).waitFor();
    await administrator.getByRole('button', { name: '开始检查' }).click();
    await administrator.getByText(/^通过：/).waitFor({ timeout: 60_000 });
    await write(administrator, /这次改了什么/, '归档前由社区书记核查');
    await administrator.getByRole('button', { name: '发布', exact: true }).click();
    await expect
      .poll(() => journey.rows<{ count: number }>('select count(*)::int as count from release'))
      .toEqual([{ count: 2 }]);
    await journey.picture(administrator, 'step-3-published');
  });

  it('stops a new case, at the post that was chosen', async () => {
    const worker = await journey.enter('phone', '马小兰');
    await reportCase(worker, {
      category: ['环境卫生', '垃圾清运'],
      description: '巷口垃圾桶满了，已联系清运。',
      place: '西关正街 12 号院东门',
      result: '清运车已经拉走。',
    });
    await expect
      .poll(() =>
        journey.rows<{ post: string }>("select post from user_task where state = 'open' or state = 'created'"),
      )
      .toEqual([{ post: 'community-secretary' }]);
    const clicks = await administrator.evaluate(() => Number(window.sessionStorage.getItem('clicks')));
    process.stdout.write(`\nadd a step and publish it: ${clicks} clicks from sign-in\n`);
    expect(clicks).toBeLessThanOrEqual(20);
  });
});

/** A step on the drawing, by what is written in it. */
function drawn(page: Page, name: string): ReturnType<Page['locator']> {
  return page.locator('.djs-shape', { has: page.locator('text.gl-step-name', { hasText: name }) });
}

function focusedLabel(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
}

async function countClicks(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.sessionStorage.setItem('clicks', '1');
    window.addEventListener(
      'click',
      ({ isTrusted, detail }) => {
        // Enter on a button is a click without a pointer.
        if (!isTrusted || detail === 0) return;
        window.sessionStorage.setItem('clicks', String(Number(window.sessionStorage.getItem('clicks')) + 1));
      },
      true,
    );
  });
}

/** Words that nobody should have to read: English, expressions, tags. Keys are named as they are on the keyboard. */
function foreignWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const drawing = [...document.querySelectorAll('svg text')].map((text) => text.textContent);
    const words = [...document.body.innerText.split('\n'), ...drawing];
    const plain = words.map((line) => line.replaceAll(/Delete|Ctrl\+\w/g, ''));
    return plain.filter((line) => /[a-z]{3}|[<>{}]|=\s*\w/i.test(line));
  });
}
