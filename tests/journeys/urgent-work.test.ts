import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askAs } from './ask-as.ts';
import { beginJourney, goTo, type Journey, write } from './journey.ts';

// A grid's 调查落实 has to be signed for within half an hour and may be extended. 王海燕 has two things to do: the older one
// has days left, the newer one has not been signed for in time.

const grid = '620502005001001';
const lamp = { category: 'facility-lamp', description: '路灯不亮，夜间出行不便。', place: '西关正街 12 号院东门' };
const leak = { category: 'dispute-neighbour', description: '楼上漏水，两家说不到一起。', place: '忠义巷 3 号' };

type Definition = { readonly json: Readonly<Record<string, unknown>>; readonly xml: string };

async function publish(administrator: Page): Promise<void> {
  const { id: draft } = await askAs<{ id: string }>(administrator, 'POST', `/api/areas/${grid}/draft`);
  const change = async (address: string, changed: (content: Definition) => object): Promise<void> => {
    const url = `/api/drafts/${draft}/definitions/${address}`;
    const { revision, content } = await askAs<{ revision: number; content: Definition }>(administrator, 'GET', url);
    await askAs(administrator, 'PUT', url, { revision, content: changed(content) });
  };
  await change('limit/investigate', ({ json }) => ({
    json: {
      ...json,
      extensions: [
        { by: 'community-officer', most: { amount: 2, unit: 'workingDays' } },
        { by: 'street-office', most: { amount: 3, unit: 'workingDays' } },
      ],
      pause: { by: 'street-office', longestDays: 30 },
    },
  }));
  const sign = { id: 'sign', title: '签收', amount: 30, unit: 'minutes', stage: 'sign-for' };
  await askAs(administrator, 'PUT', `/api/drafts/${draft}/definitions/limit/sign`, {
    revision: 0,
    content: { json: sign },
  });
  const own = '<grid:timeLimit limit="investigate"';
  await change('process/case-handling', ({ xml }) => ({
    xml: xml.replace(own, `<grid:timeLimit limit="sign" stage="sign-for" />${own}`),
  }));
  await askAs(administrator, 'POST', `/api/drafts/${draft}/examinations`);
  const latest = `/api/drafts/${draft}/examinations/latest`;
  const state = async (): Promise<string> =>
    (await askAs<{ examination: { state: string } }>(administrator, 'GET', latest)).examination.state;
  await expect.poll(state, { timeout: 60_000 }).toBe('passed');
  await askAs(administrator, 'POST', `/api/drafts/${draft}/publish`, { note: '调查落实要签收，可以延期' });
}

async function complete(page: Page, step: string, data: object): Promise<void> {
  const next = async () =>
    (await askAs<{ userTasks: { id: string; title: string }[] }>(page, 'GET', '/api/user-tasks')).userTasks.find(
      ({ title }) => title === step,
    );
  await expect.poll(next).toBeDefined();
  await askAs(page, 'POST', `/api/user-tasks/${(await next())?.id}/complete`, { data });
}

describe('work in the order of its urgency', () => {
  let journey: Journey;
  let worker: Page;

  beforeAll(async () => {
    journey = await beginJourney('2026-09-07 09:00');
  });
  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  it('comes from limits that a street has set for signing, extending and pausing', async () => {
    await publish(await journey.enter('desktop', '李秀英'));
  });

  it('is given out', async () => {
    const mediator = await journey.enter('desktop', '马小兰');
    const dispatcher = await journey.enter('desktop', '陈晓明');
    const manager = await journey.enter('desktop', 'wanghaiyan');
    const report = (data: object) =>
      askAs(mediator, 'POST', '/api/cases', { caseType: 'event', area: grid, form: { data } });
    await report(lamp);
    await complete(dispatcher, '任务指派', { dispatch: 'as-suggested' });
    await complete(manager, '调查落实', { finding: 'confirmed', situation: '两盏灯都不亮。' });
    await report(leak);
    await complete(dispatcher, '任务指派', { dispatch: 'as-suggested' });
    // Its clocks must have begun in the morning.
    const steps = async () =>
      (await askAs<{ userTasks: { title: string }[] }>(manager, 'GET', '/api/user-tasks')).userTasks.map(
        ({ title }) => title,
      );
    await expect.poll(steps).toContain('调查落实');
    await journey.moveTo('2026-09-07 14:00');
  });

  it('begins with what is overdue, with the light of every clock', async () => {
    worker = await journey.enter('phone', 'wanghaiyan');
    await worker.getByRole('link', { name: /楼上漏水/ }).waitFor();
    const tiles = await worker.locator('.gl-tile').allInnerTexts();
    expect(tiles[0]).toMatch(/签收\s*超期[^]*办理\s*正常[^]*楼上漏水/);
    expect(tiles[1]).toMatch(/正常 余 3 个工作日[^]*路灯不亮/);
    await journey.picture(worker, 'urgent-1-today');
  });

  it('is signed for by one tap', async () => {
    await worker.getByRole('link', { name: /楼上漏水/ }).click();
    await worker.getByText(/第 1 次延期由.*陈晓明.*批，最多 2 个工作日/).waitFor();
    await journey.picture(worker, 'urgent-2-task');
    await worker.getByRole('button', { name: '签收' }).click();
    await worker.getByText('已签收。').waitFor();
    await worker.getByRole('region', { name: '签收' }).waitFor({ state: 'detached' });
  });

  it('is extended by asking whoever the limit names', async () => {
    await worker.getByRole('button', { name: '申请延期' }).click();
    await write(worker, /^延多久/, '2');
    await write(worker, /^原因/, '住户要到后天才回来开门');
    await journey.picture(worker, 'urgent-3-extension');
    await worker.getByRole('button', { name: '申请延期' }).click();
    await worker.getByText(/^等.*陈晓明.*决定$/).waitFor();
    await journey.picture(worker, 'urgent-4-asked');
  });

  it('is granted at the desk, where it stands above the own work', async () => {
    const officer = await journey.enter('desktop', '陈晓明');
    await goTo(officer, '待办');
    await officer.getByText('理由：住户要到后天才回来开门').waitFor();
    await journey.picture(officer, 'urgent-5-requests');
    await officer.getByRole('button', { name: '同意', exact: true }).click();
    await officer.getByText('已同意，申请人会收到消息。').waitFor();
    await goTo(officer, '事件');
    await officer.getByRole('link', { name: /楼上漏水/ }).click();
    await officer.getByText(/王海燕 为「调查落实」申请第 1 次延期 2 个工作日/).waitFor();
    await officer.getByText('陈晓明 同意').waitFor();
    await journey.picture(officer, 'urgent-6-case');
    expect(journey.faults()).toEqual([]);
  });
});
