import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../plugins/receiver.ts';
import { beginJourney, goTo, type Journey, write } from './journey.ts';
import { choose, reportCase } from './report.ts';

// The street tells another office how a case was answered: its administrator sets where, the operator has permitted it.

describe('the outcome of a case, sent to another office', () => {
  let receiver: Receiver;
  let journey: Journey;
  let desk: Page;
  let worker: Page;
  const closed: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    receiver = await startReceiver();
    closed.push(() => receiver.close());
    journey = await beginJourney('2026-09-07 09:00', { PLUGIN_HOSTS: receiver.origin });
    closed.push(() => journey.close());
    desk = await journey.enter('desktop', '李秀英');
    worker = await journey.enter('phone', '马小兰');
  });
  afterEach((test) => journey.showFailure(test));
  afterAll(async () => {
    for (const close of closed.toReversed()) await close();
  });

  it('is set by the administrator: an address the operator does not permit is refused where it stands', async () => {
    await goTo(desk, '插件');
    await write(desk, '发到哪个网址', 'http://127.0.0.1:22/');
    await write(desk, '签名密钥', 'both sides know this one');
    await desk.getByRole('button', { name: '保存并启用' }).click();
    await desk.getByText(/不在运维人员允许外发的名单里/).waitFor();
    await journey.picture(desk, 'webhook-1-refused');
    await write(desk, '发到哪个网址', `${receiver.origin}/answers`);
    await desk.getByRole('button', { name: '保存并启用' }).click();
    await desk.getByText('用于西关街道和下级').waitFor();
    await desk.getByRole('button', { name: '停用' }).waitFor();
    expect(await desk.getByRole('textbox', { name: '签名密钥' }).inputValue()).toBe('');
  });

  it('is tried out: a test arrives, and the list says so', async () => {
    await desk.getByRole('button', { name: '试发一条' }).click();
    await desk.getByRole('row', { name: /试发.*已送达.*对方答复 200/ }).waitFor();
    expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({ type: 'test', area: { name: '西关街道' } });
  });

  it('arrives when a case was answered, without who reported it', async () => {
    const number = await reportCase(worker, {
      category: ['环境卫生', '垃圾清运'],
      description: '巷口两袋垃圾没人收，已经有味道。',
      place: '忠义巷口',
      reporter: { name: '赵先生', phone: '13800000001' },
      result: '已经清走，地面冲洗干净。',
    });
    await worker.getByRole('button', { name: '今日' }).click();
    await worker.getByRole('link', { name: /巷口两袋垃圾/ }).click();
    await choose(worker, '怎么答复的', '已电话答复');
    await worker.getByRole('button', { name: '现在' }).click();
    await write(worker, '答复了什么', '垃圾已经清走。');
    await worker.getByRole('button', { name: '提交信息反馈' }).click();
    await worker.getByRole('heading', { name: '已提交。' }).waitFor();
    await expect.poll(() => receiver.received.length, { timeout: 12_000 }).toBe(2);
    const [, sent] = receiver.received;
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({
      type: 'case.feedback',
      case: { number },
      feedback: { data: { how: 'phone', answer: '垃圾已经清走。' } },
    });
    expect(sent?.headers['webhook-signature']).toMatch(/^v1,/);
    expect(sent?.body).not.toMatch(/赵先生|13800000001/);
    await desk.reload();
    await desk.getByRole('row', { name: new RegExp(`${number}.*已送达`) }).waitFor();
    await journey.picture(desk, 'webhook-2-sent');
  });

  it('is sent again by hand after the receiver refused it, under the same id', async () => {
    receiver.answer = { status: 410 };
    await desk.getByRole('button', { name: '重发' }).first().click();
    await desk.getByText('对方拒收（410）。请和接收方核对网址和密钥，再重发。').waitFor();
    receiver.answer = { status: 200 };
    await desk.getByRole('button', { name: '重发' }).first().click();
    await desk
      .getByRole('row', { name: /已送达.*对方答复 200/ })
      .nth(1)
      .waitFor();
    const [, ...same] = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(same).toHaveLength(3);
    expect(new Set(same).size).toBe(1);
  });

  it('went without a fault on any page, but the refusal', () => {
    expect(journey.faults().filter((fault) => !fault.includes('422'))).toEqual([]);
  });
});
