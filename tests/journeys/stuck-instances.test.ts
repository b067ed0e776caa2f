import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { withBrokenArchive } from '../http/stuck-cases.ts';
import { beginJourney, type Journey } from './journey.ts';

// A process was published with a job that fails for cases settled on the spot. The operator finds what is stuck, repairs one,
// moves a token of another, and has the rest tried again at once, stopping in between.

const grid = '620502005001001';

/** Asks the API as whoever is signed in on a page. */
async function ask<Answer>(page: Page, method: string, url: string, body?: object): Promise<Answer> {
  const answer = await page.evaluate(
    async ([how, where, what]) => {
      const response = await fetch(where as string, {
        method: how as string,
        headers: {
          'idempotency-key': crypto.randomUUID(),
          ...(what === null ? {} : { 'content-type': 'application/json' }),
        },
        ...(what === null ? {} : { body: what as string }),
      });
      return { status: response.status, text: await response.text() };
    },
    [method, url, body === undefined ? null : JSON.stringify(body)] as const,
  );
  if (answer.status !== 200) throw new Error(answer.text);
  return JSON.parse(answer.text) as Answer;
}

/** Publishes the process that gets stuck, for one grid. */
async function publishBroken(administrator: Page): Promise<void> {
  const { id: draft } = await ask<{ id: string }>(administrator, 'POST', `/api/areas/${grid}/draft`, undefined);
  const url = `/api/drafts/${draft}/definitions/process/case-handling`;
  const read = await ask<{ revision: number; content: { xml: string } }>(administrator, 'GET', url);
  await ask(administrator, 'PUT', url, {
    revision: read.revision,
    content: { xml: withBrokenArchive(read.content.xml) },
  });
  await ask(administrator, 'POST', `/api/drafts/${draft}/examinations`, undefined);
  const state = async (): Promise<string> =>
    (await ask<{ examination: { state: string } }>(administrator, 'GET', `/api/drafts/${draft}/examinations/latest`))
      .examination.state;
  await expect.poll(state, { timeout: 60_000 }).toBe('passed');
  await ask(administrator, 'POST', `/api/drafts/${draft}/publish`, { note: '归档前先通知' });
}

function reportSettled(worker: Page, nth: number): Promise<{ readonly id: string }> {
  const data = {
    category: 'dispute-neighbour',
    description: `楼上第 ${nth} 户漏水滴到楼下阳台，两家因为修理费谁出、修到什么程度说不到一起，已经当面说开，写了书面约定。`,
    place: `忠义巷 ${nth} 号`,
    onTheSpot: true,
    result: '已经说和，约定由楼上修好防水，楼下的墙面由楼上出材料、楼下出工。',
  };
  return ask(worker, 'POST', '/api/cases', { caseType: 'event', area: grid, form: { data } });
}

/** A dialog that moves in stands still. */
function come(page: Page): Promise<void> {
  return page.getByRole('dialog').getByRole('button', { name: '取消' }).hover();
}

describe('stuck instances', () => {
  let journey: Journey;
  let desk: Page;
  let worker: Page;

  beforeAll(async () => {
    journey = await beginJourney('2026-09-07 09:00');
    desk = await journey.enter('desktop', '高远');
    worker = await journey.enter('phone', '马小兰');
  });
  afterEach((test) => journey.showFailure(test));
  afterAll(() => journey.close());

  const stuck = () =>
    journey.rows<{ count: number }>(`select count(*)::int as count from instance_mark where kind = 'stuck'`);

  it('are none at first, and the page says what to do next', async () => {
    await desk.getByRole('link', { name: '运维', exact: true }).click();
    await desk.getByText('没有卡住的流程').waitFor();
    await journey.picture(desk, 'operations-1-nothing-stuck');
  });

  it('are listed with where and why', async () => {
    await publishBroken(await journey.enter('desktop', '李秀英'));
    await Promise.all([1, 2, 3].map((nth) => reportSettled(worker, nth)));
    await expect.poll(async () => (await stuck())[0]?.count, { timeout: 15_000 }).toBe(3);
    await desk.getByRole('button', { name: '刷新' }).click();
    await desk.getByText('共 3 个流程').waitFor();
    expect(await desk.getByRole('row', { name: /卡住.*归档管理.*自动步骤出错/ }).count()).toBe(3);
    await journey.picture(desk, 'operations-2-stuck');
  });

  it('go on once the variable is changed and the job is tried again, and the story says who did it and why', async () => {
    await desk
      .getByRole('link', { name: /第 1 户漏水/ })
      .first()
      .click();
    await desk.getByRole('heading', { name: '卡住的地方' }).waitFor();
    await desk.getByText('卡住了').waitFor(); // the drawing stands
    await journey.picture(desk, 'operations-3-instance');
    await desk.getByRole('button', { name: '重试' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('改变量').fill('{ "result": }');
    await dialog.getByText('这不是一个 JSON 对象').click();
    await journey.picture(desk, 'operations-4-retry-faulty');
    await dialog.getByLabel('改变量').fill('{ "result": "solved" }');
    await dialog.getByLabel('原因').fill('补上处理结果');
    await come(desk);
    await journey.picture(desk, 'operations-4-retry');
    await dialog.getByRole('button', { name: '重试' }).click();
    await desk.getByText('已经结束，只能看。').waitFor({ timeout: 20_000 });
    await desk.getByText('高远让「归档管理」重试，原因：补上处理结果。').waitFor();
    await journey.picture(desk, 'operations-5-repaired');
  });

  it('have a token moved, after a preview of what that does', async () => {
    await desk.getByRole('link', { name: '运维', exact: true }).first().click();
    await desk
      .getByRole('link', { name: /第 2 户漏水/ })
      .first()
      .click();
    await desk.getByRole('button', { name: '移动位置' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('放到哪一步').selectOption({ label: '事件处理' });
    await dialog.getByText('「归档管理」被取消。').waitFor();
    await come(desk);
    await journey.picture(desk, 'operations-6-move');
    await dialog.getByLabel('放到哪一步').selectOption({ label: '调查落实' });
    await dialog.getByText(/「调查落实」交给/).waitFor();
    await dialog.getByLabel('原因').fill('没有真正解决，要再查');
    await dialog.getByRole('button', { name: '移动位置' }).click();
    await desk.getByText('高远移动了流程的位置，原因：没有真正解决，要再查。').waitFor();
    await journey.picture(desk, 'operations-7-moved');
    const [row] = await journey.rows<{ stage: string }>(
      `select stage from case_record where title like '%第 2 户%' or place = '忠义巷 2 号'`,
    );
    expect(row?.stage).toBe('investigate');
  });

  it('are held and let go on, with the clocks as the operator says', async () => {
    await desk.getByRole('button', { name: '挂起' }).click();
    await desk.getByRole('dialog').getByLabel('原因').fill('等住户出差回来');
    await desk.getByRole('dialog').getByRole('button', { name: '挂起' }).click();
    await desk.getByRole('button', { name: '恢复' }).click();
    await desk.getByText('已经挂起').waitFor({ state: 'hidden' });
    await desk.getByRole('dialog').getByText('每个期限往后顺延挂起的时长').click();
    await desk.getByText(/「调查落实」的办理时限顺延到 2026-09-/).waitFor();
    await come(desk);
    await journey.picture(desk, 'operations-8-resume');
    await desk.getByRole('dialog').getByLabel('原因').fill('住户回来了');
    await desk.getByRole('dialog').getByRole('button', { name: '恢复' }).click();
    await desk.getByText('高远恢复了流程，挂起的时间不计入时限，原因：住户回来了。').waitFor();
    await desk.getByRole('button', { name: '换版本' }).click();
    await desk.getByLabel('换到哪个版本').selectOption({ index: 1 });
    await desk.getByText('编号相同').waitFor();
    await come(desk);
    await journey.picture(desk, 'operations-9-migrate');
    await desk.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  });

  it('are tried again all at once, with progress, until somebody stops it, and the result is the truth', async () => {
    for (let nth = 10; nth < 90; nth += 10)
      await Promise.all(Array.from({ length: 10 }, (_, more) => reportSettled(worker, nth + more)));
    await expect.poll(async () => (await stuck())[0]?.count, { timeout: 60_000 }).toBe(81);
    await desk.getByRole('link', { name: '运维', exact: true }).first().click();
    await desk.getByText('共 81 个流程').waitFor();
    await desk.getByRole('checkbox').first().click();
    await desk.getByRole('button', { name: '选全部找到的 81 个' }).click();
    await journey.picture(desk, 'operations-10-chosen');
    await desk.getByRole('button', { name: '批量处理', exact: true }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('改变量').fill('{ "result": "solved" }');
    await dialog.getByLabel('原因').fill('补上处理结果');
    await dialog.getByLabel('原因').click();
    await come(desk);
    await journey.picture(desk, 'operations-11-bulk');
    await dialog.getByRole('button', { name: '重试' }).click();
    await desk.getByText('正在做', { exact: true }).waitFor();
    await desk.getByRole('button', { name: '停下' }).click();
    await desk.getByText('已停下', { exact: true }).waitFor();
    await journey.picture(desk, 'operations-12-stopped');
    const counts = await journey.rows<{ state: string; count: number }>(
      'select state, count(*)::int as count from bulk_repair_item group by state',
    );
    const of = (state: string): number => counts.find((one) => one.state === state)?.count ?? 0;
    expect(of('done') + of('stopped')).toBe(81);
    expect(of('stopped')).toBeGreaterThan(0);
    await expect.poll(async () => (await stuck())[0]?.count, { timeout: 30_000 }).toBe(of('stopped'));
    await desk.getByRole('link', { name: '批量处理记录' }).click();
    await desk.getByRole('row', { name: /已停下.*重试.*补上处理结果/ }).waitFor();
    await journey.picture(desk, 'operations-13-bulk-list');
    expect(journey.faults()).toEqual([]);
  });

  it('speak English too', async () => {
    await desk.getByRole('link', { name: '运维', exact: true }).first().click();
    await desk.getByRole('button', { name: /高远/ }).click();
    await desk.getByRole('menuitem', { name: 'English' }).click();
    await desk.getByText('Why it is stuck').waitFor();
    await desk.reload(); // the language stays, and the list is as it is now
    await desk.getByText('Why it is stuck').waitFor();
    await desk
      .getByText(/\d+ instances/)
      .first()
      .waitFor();
    await journey.picture(desk, 'operations-14-english');
    const address = await desk.getByRole('row').nth(1).getByRole('link').getAttribute('href');
    await desk.goto(new URL(address ?? '', desk.url()).href);
    await desk.getByRole('heading', { name: 'Stuck at' }).waitFor();
    await desk.getByText('Stuck here').waitFor();
    await journey.picture(desk, 'operations-15-english-instance');
  });
});
