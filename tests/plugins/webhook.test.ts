import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PluginHost } from '../../server/application/plugins/plugin-host.ts';
import { sendDeliveryAgain, sendTest } from '../../server/application/plugins/send-by-hand.ts';
import { leaseDelivery } from '../../server/database/plugin-deliveries.ts';
import { installedPlugins } from '../../server/plugins/installed-plugins.ts';
import { pluginWorkOnce } from '../../server/jobs/plugin-lanes.ts';
import { openStreet, type Street, xiguan } from '../application/street.ts';
import { answeredCase, setUp } from './answered-case.ts';
import { type Received, type Receiver, startReceiver } from './receiver.ts';

const secret = 'a secret both sides know';
const minute = 60_000;

let receiver: Receiver;
let plugins: PluginHost;
let street: Street;

beforeAll(async () => {
  receiver = await startReceiver();
  plugins = await installedPlugins(receiver.origin, { warn: () => undefined });
  street = await openStreet({ plugins });
  await street.passTime('2026-09-07T01:00:00.000Z');
});
beforeEach(async () => {
  receiver.received.length = 0;
  receiver.answer = { status: 200 };
  await street.context.database.transaction((tx) => tx.query('delete from plugin_delivery'));
});
afterAll(async () => {
  await street.close();
  await receiver.close();
});

const address = (): string => `${receiver.origin}/answers`;
const on = (more = {}): Promise<void> => setUp(street, 'webhook', { address: address(), secret, ...more });

/** Jobs, then what they want sent. */
async function work(): Promise<void> {
  await street.settle();
  await pluginWorkOnce(street.context);
}

interface Row {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly zh: string | null;
}

function deliveries(): Promise<readonly Row[]> {
  return street.rows<Row>('select id, state, attempts, result_zh as zh from plugin_delivery order by created_at');
}

async function caseStatus(id: string): Promise<unknown> {
  const [row] = await street.rows<{ status: string; incident: boolean }>(
    'select status, incident from case_record where id = $1',
    id,
  );
  return row;
}

function bodyOf(received: Received | undefined) {
  return JSON.parse(received?.body ?? 'null');
}

describe('the webhook', () => {
  it('is off until somebody sets it, and then no case waits for it', async () => {
    const id = await answeredCase(street);
    await work();
    expect(await caseStatus(id)).toEqual({ status: 'closed', incident: false });
    expect(await deliveries()).toEqual([]);
  });

  it('sends the matter and its answer, signed, when a case was answered', async () => {
    await on();
    const id = await answeredCase(street);
    await work();
    expect(await caseStatus(id)).toEqual({ status: 'closed', incident: false });
    const [row] = await deliveries();
    expect(row).toMatchObject({ state: 'sent', attempts: 1, zh: '对方答复 200' });
    const [received] = receiver.received;
    expect(received).toMatchObject({ method: 'POST', path: '/answers' });
    expect(bodyOf(received)).toMatchObject({
      id: row?.id,
      type: 'case.feedback',
      case: { id, number: expect.stringMatching(/^XG-2026-\d{5}$/), place: '忠义巷口', area: { name: '西关 01 网格' } },
      feedback: {
        data: { how: 'phone', answer: '垃圾已经清走。' },
        lines: expect.arrayContaining([{ title: '怎么答复的', text: '已电话答复' }]),
      },
    });
    const {
      'webhook-id': webhookId,
      'webhook-timestamp': timestamp,
      'webhook-signature': signature,
    } = received?.headers ?? {};
    const expected = createHmac('sha256', secret)
      .update([webhookId, timestamp, received?.body].join('.'))
      .digest('base64');
    expect(webhookId).toBe(row?.id);
    expect(signature).toBe(`v1,${expected}`);
    // The street's time, not the machine's.
    expect(new Date(Number(timestamp) * 1000).toISOString()).toMatch(/^2026-09-07T01:/);
  });

  it('tells who reported it only while the setting says so, and stores it nowhere', async () => {
    await on();
    await answeredCase(street);
    await work();
    expect(receiver.received[0]?.body).not.toMatch(/赵先生|13800000001/);
    await on({ withReporter: true });
    await answeredCase(street);
    await work();
    expect(bodyOf(receiver.received[1])).toMatchObject({ reporter: { name: '赵先生', phone: '13800000001' } });
    expect(JSON.stringify(await street.rows('select * from plugin_delivery'))).not.toMatch(/赵先生|13800000001/);
  });

  it('tries again with growing pauses under one id, also after a restart, and the case does not wait', async () => {
    await on();
    receiver.answer = { status: 503 };
    const id = await answeredCase(street);
    await work();
    expect(await caseStatus(id)).toEqual({ status: 'closed', incident: false });
    expect(await deliveries()).toMatchObject([{ state: 'waiting', attempts: 1, zh: '对方暂时收不了（503）。' }]);
    await work();
    expect(receiver.received).toHaveLength(1);
    await street.advance(minute);
    await work();
    expect(await deliveries()).toMatchObject([{ state: 'waiting', attempts: 2 }]);
    // Another process with a host of its own takes over.
    const restarted = await installedPlugins(receiver.origin, { warn: () => undefined });
    receiver.answer = { status: 204 };
    await street.advance(3 * minute);
    await pluginWorkOnce({ ...street.context, plugins: restarted });
    await restarted.stop();
    expect(await deliveries()).toMatchObject([{ state: 'sent', attempts: 3, zh: '对方答复 204' }]);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(receiver.received).toHaveLength(3);
  });

  it('sends the same again when a process died before it could write down that it had', async () => {
    await on();
    await answeredCase(street);
    await street.settle();
    const [due] = await deliveries();
    await street.context.database.transaction((tx) =>
      leaseDelivery(
        tx,
        { tenant: street.context.tenant, id: due?.id ?? '' },
        due?.id ?? '',
        new Date(Date.parse(tx.now) + minute).toISOString(),
      ),
    );
    await pluginWorkOnce(street.context);
    expect(receiver.received).toEqual([]);
    await street.advance(2 * minute);
    await pluginWorkOnce(street.context);
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([due?.id]);
    expect(await deliveries()).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it('gives up after eight attempts, and says why', async () => {
    await on();
    receiver.answer = { status: 500 };
    await answeredCase(street);
    await work();
    for (let attempt = 2; attempt <= 9; attempt += 1) {
      await street.advance(2 * 60 * minute);
      await work();
    }
    expect(await deliveries()).toMatchObject([{ state: 'failed', attempts: 8, zh: '对方暂时收不了（500）。' }]);
  });

  it.each([
    [404, /对方拒收（404）/],
    [302, /没有跟着去/],
  ])('waits for a person after %d, who sends it again under the same id', async (status, sentence) => {
    await on();
    receiver.answer = { status, headers: { location: 'http://169.254.169.254/' } };
    await answeredCase(street);
    await work();
    const [failed] = await deliveries();
    expect(failed).toMatchObject({ state: 'failed', attempts: 1, zh: expect.stringMatching(sentence) });
    receiver.answer = { status: 200 };
    const { context } = street;
    const again = async (account: string): Promise<void> => {
      const actor = await street.actor(account);
      await context.database.transaction((tx) => sendDeliveryAgain(context, tx, actor, 'webhook', failed?.id ?? ''));
    };
    await expect(again(xiguan.worker)).rejects.toMatchObject({ code: 'delivery-unknown' });
    await again(xiguan.administrator);
    await expect(again(xiguan.administrator)).rejects.toMatchObject({ code: 'delivery-under-way' });
    await work();
    expect(await deliveries()).toMatchObject([{ id: failed?.id, state: 'sent', attempts: 1 }]);
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([failed?.id, failed?.id]);
  });

  it('sends a test when an administrator presses the button, once', async () => {
    await on();
    receiver.answer = { status: 503 };
    const actor = await street.actor(xiguan.administrator);
    await street.context.database.transaction((tx) => sendTest(street.context, tx, actor, 'webhook', xiguan.street));
    await work();
    expect(bodyOf(receiver.received[0])).toMatchObject({ type: 'test', area: { name: '西关街道' } });
    expect(await deliveries()).toMatchObject([{ state: 'failed', attempts: 1 }]);
  });

  it('sends nothing once it was switched off, and says so', async () => {
    await on();
    await answeredCase(street);
    await street.settle();
    await setUp(street, 'webhook', {}, false);
    await pluginWorkOnce(street.context);
    expect(receiver.received).toEqual([]);
    expect(await deliveries()).toMatchObject([{ state: 'failed', zh: expect.stringMatching(/已停用/) }]);
  });
});
