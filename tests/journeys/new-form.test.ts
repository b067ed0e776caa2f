import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { savedBy } from './configure.ts';
import { foreignWords } from './foreign-words.ts';
import { beginJourney, type Journey, write } from './journey.ts';

describe('a form of a street', () => {
  let journey: Journey;
  let administrator: Page;

  beforeAll(async () => {
    journey = await beginJourney('2026-09-07 09:00');
    administrator = await journey.enter('desktop', '李秀英');
    await administrator.goto(new URL('/definitions/form', administrator.url()).href);
  });

  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  it('is begun, named and asks its first questions', async () => {
    await administrator.getByRole('button', { name: '新建表单' }).click();
    await write(administrator, '表单名称', '调解登记表');
    await administrator.getByRole('button', { name: '加上单选' }).click();
    await administrator.keyboard.insertText('双方是否到场');
    await administrator.getByRole('button', { name: '加上照片' }).click();
    await savedBy(administrator, '李秀英');
    await administrator.getByRole('heading', { level: 1, name: '调解登记表' }).waitFor();
    await administrator.getByRole('region', { name: '手机上的样子' }).getByText('双方是否到场').waitFor();
    await journey.picture(administrator, 'form-1-new');
    expect(await foreignWords(administrator)).toEqual([]);
  });

  it('is still there after the page was left, and can be copied', async () => {
    await administrator.reload();
    await administrator.getByRole('heading', { level: 1, name: '调解登记表' }).waitFor();
    await administrator.getByText('双方是否到场').first().waitFor();
    await administrator.goto(new URL('/definitions/form', administrator.url()).href);
    await administrator.getByRole('button', { name: '复制「调解登记表」' }).click();
    await administrator.getByRole('heading', { level: 1, name: '调解登记表（副本）' }).waitFor();
  });

  it('is removed when nothing uses it, and one that the street inherits is not', async () => {
    await administrator.goto(new URL('/definitions/form', administrator.url()).href);
    await administrator.getByRole('button', { name: '删除「调解登记表（副本）」' }).click();
    const dialog = administrator.getByRole('dialog');
    await dialog.getByText('它没有用在任何地方').waitFor();
    await dialog.getByRole('button', { name: '删除', exact: true }).click();
    await administrator.getByText('已从草稿里删除「调解登记表（副本）」').waitFor();
    await expect.poll(() => administrator.getByRole('link', { name: '调解登记表（副本）' }).count()).toBe(0);
    await administrator.getByRole('button', { name: '删除「报事件」' }).click();
    await dialog.getByText('「报事件」来自基础包，不能删除。').waitFor();
    await journey.picture(administrator, 'form-2-list');
    expect(journey.faults()).toEqual([]);
  });
});
