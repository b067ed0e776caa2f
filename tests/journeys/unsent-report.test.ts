import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { beginJourney, type Journey } from './journey.ts';
import { fillReport } from './report.ts';

const rubbish = {
  category: ['环境卫生', '垃圾清运'],
  description: '巷口垃圾两天没有清运，气味很大。',
  place: '忠义巷口',
  withPhoto: true,
} as const;

describe('a report that is written without a network', () => {
  let journey: Journey;
  let phone: Page;
  let network: BrowserContext;

  beforeAll(async () => {
    journey = await beginJourney('2026-09-07 09:00');
    phone = await journey.enter('phone', '马小兰');
    network = phone.context();
  });

  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  const cases = (): Promise<readonly unknown[]> => journey.rows('select place from case_record');

  it('finds a door that the phone has kept, some seconds after it was opened first', async () => {
    const kept = (): Promise<boolean> => phone.evaluate(async () => (await caches.match('/work')) !== undefined);
    await expect.poll(kept, { timeout: 20_000 }).toBe(true);
  });

  it('is taken by the phone, which says that it is unsent', async () => {
    await network.setOffline(true);
    await fillReport(phone, rubbish);
    await phone.getByRole('button', { name: '提交' }).click();
    await phone.getByText('未发送，已存本机').waitFor();
    await phone.getByRole('link', { name: /1 条未发送/ }).waitFor();
    await journey.picture(phone, 'unsent-1-kept');
  });

  it('is still there after the page was loaded anew without a network, with its photo', async () => {
    await phone.reload();
    await phone.getByRole('link', { name: '1 条未发送' }).click();
    await phone.getByText(/巷口垃圾两天没有清运/).waitFor();
    await phone.getByText('未发送，已存本机').waitFor();
    await journey.picture(phone, 'unsent-2-reloaded');
    expect(await cases()).toEqual([]);
  });

  it('stays when the network is back and the server does not answer', async () => {
    await network.route('**/api/**', (route) => route.abort());
    await network.setOffline(false);
    await phone.getByRole('button', { name: '现在发送' }).click();
    await phone.getByRole('status').getByText('0 条已送到，1 条还没有。').waitFor();
  });

  it('goes with one tap once the server answers, and a hasty second tap does no harm', async () => {
    await network.unroute('**/api/**');
    await phone.getByRole('button', { name: '现在发送' }).dblclick();
    await phone.getByText('没有未发送的').waitFor();
    await phone.getByText(/XG-2026-00001/).waitFor();
    await journey.picture(phone, 'unsent-3-sent');
  });

  it('is one case, with its photo, under the time it was written', async () => {
    expect(await cases()).toEqual([{ place: '忠义巷口' }]);
    expect(await journey.rows("select hash from photo_use where subject_kind = 'case'")).toHaveLength(1);
  });

  it('is one case too when 提交 is tapped twice in haste', async () => {
    await phone.getByRole('button', { name: '返回' }).click();
    await fillReport(phone, { ...rubbish, place: '进步巷口' });
    await phone.getByRole('button', { name: '提交' }).dblclick();
    await phone.getByRole('heading', { name: /已上报，编号/ }).waitFor();
    await phone.getByRole('button', { name: '今日' }).click();
    expect(await journey.rows("select number from case_record where place = '进步巷口'")).toEqual([
      { number: 'XG-2026-00002' },
    ]);
  });

  it('went without a fault besides the network that was not there', () => {
    const others = journey.faults().filter((fault) => !/net::ERR_(INTERNET_DISCONNECTED|FAILED)/.test(fault));
    expect(others).toEqual([]);
  });
});
