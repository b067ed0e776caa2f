import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askAs } from './ask-as.ts';
import { beginJourney, goTo, type Journey } from './journey.ts';

const community = '620502005001';

describe('a holder with open user tasks', () => {
  let journey: Journey;
  let administrator: Page;

  beforeAll(async () => {
    journey = await beginJourney('2026-09-07 09:00');
    const worker = await journey.enter('phone', '马小兰');
    await askAs(worker, 'POST', '/api/cases', {
      caseType: 'event',
      area: `${community}001`,
      form: { data: { category: 'dispute-neighbour', description: '楼上漏水，两家争执', place: '3 号楼 2 单元' } },
    });
    administrator = await journey.enter('desktop', '李秀英');
  });

  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  it('is found on the board of vacancies, which says who covers until when', async () => {
    await goTo(administrator, '网格与岗位');
    await administrator.getByRole('button', { name: /^只看空岗/ }).click();
    await administrator.getByText('育才社区').waitFor({ state: 'hidden' });
    await administrator
      .getByText(/^王海燕 顶岗，.*离岗/)
      .first()
      .waitFor();
    await journey.picture(administrator, 'holders-1-vacancies');
    await administrator.getByRole('button', { name: /^只看空岗/ }).click();
  });

  it('is replaced only once it is said who gets them', async () => {
    const own = administrator.getByRole('row', { name: /本级岗位.*陈晓明/ });
    await own.getByRole('button', { name: '社区综治专干' }).click();
    await administrator.getByRole('button', { name: '结束任岗' }).click();
    const dialog = administrator.getByRole('dialog', { name: /结束任岗：陈晓明/ });
    await dialog.getByText('有 1 件没办完的事', { exact: false }).waitFor();
    await dialog.getByText('看这 1 件事').click();
    await dialog.getByText(/楼上漏水/).waitFor();
    expect(await dialog.getByRole('button', { name: '结束任岗' }).isDisabled()).toBe(true);
    await journey.picture(administrator, 'holders-2-asked');
    await dialog.getByRole('radio', { name: '由一个人正式接任这个岗位' }).click();
    await dialog.getByRole('combobox').fill('孙立新');
    await administrator
      .getByRole('option')
      .or(administrator.locator('.ant-select-item'))
      .getByText('孙立新')
      .first()
      .click();
    await journey.picture(administrator, 'holders-3-chosen');
    await dialog.getByRole('button', { name: '结束任岗' }).click();
    await administrator.getByText('陈晓明 不再担任').waitFor();
  });

  it('has handed them over: they are in the work of whoever took the post', async () => {
    const successor = await journey.enter('desktop', '孙立新');
    await goTo(successor, '待办');
    await successor
      .getByText(/楼上漏水/)
      .first()
      .waitFor();
    await administrator.getByRole('link', { name: '无人办理' }).click();
    await administrator.getByText('没有无人办理的事').waitFor();
    await journey.picture(administrator, 'holders-4-unheld');
  });

  it('went without a fault on any page', () => {
    expect(journey.faults()).toEqual([]);
  });
});
