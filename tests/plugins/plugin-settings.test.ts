import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settingsInForce } from '../../server/application/plugins/settings-in-force.ts';
import { openTestApp, type TestApp } from '../http/open-test-app.ts';
import { xiguan } from '../application/street.ts';
import { installedPlugins } from '../../server/plugins/installed-plugins.ts';

const secret = 'canary-0123456789-secret';
const address = 'https://hooks.example.cn/answers';

let door: TestApp;
beforeAll(async () => {
  door = await openTestApp({ plugins: await installedPlugins('hooks.example.cn', { warn: () => undefined }) });
});
afterAll(() => door.close());

const set = (account: string, body: object, area: string = xiguan.street) =>
  door.ask(account, 'PUT', '/api/plugins/webhook', { area, active: true, revision: 0, ...body });

async function webhook(area?: string) {
  const { body } = await door.ask(
    xiguan.administrator,
    'GET',
    `/api/plugins${area === undefined ? '' : `?area=${area}`}`,
  );
  return body.plugins.find((plugin: { readonly id: string }) => plugin.id === 'webhook');
}

describe('settings of a plugin', () => {
  it('are an administrator’s: whoever is none sees and changes nothing', async () => {
    for (const account of [xiguan.worker, xiguan.leader]) {
      expect((await door.ask(account, 'GET', '/api/plugins')).body.code).toBe('not-permitted');
      expect((await set(account, { data: { address, secret } })).body.code).toMatch(/not-permitted|area-unknown/);
    }
    expect(await webhook()).toMatchObject({ active: false, data: {}, setIn: null, revision: 0, state: 'ready' });
  });

  it('say what the plugin may read and where it may send, in sentences', async () => {
    const { rights } = await webhook();
    expect(rights.map(({ zh }: { readonly zh: string }) => zh)).toEqual([
      '可以读事件的编号、标题、地点、类别、区域和环节。',
      '可以读填写的内容：报事件、信息反馈（不含个人信息）。',
      '只有打开“带上反映人的姓名和电话”时，才读得到反映人等个人信息。',
      '只能发到“发到哪个网址”，而且要运维人员允许。',
    ]);
    expect(rights.map(({ en }: { readonly en: string }) => en).join(' ')).not.toMatch(/\p{Script=Han}/u);
  });

  it('are checked like any form, and an address the operator does not permit is refused where it stands', async () => {
    const short = await set(xiguan.administrator, { data: { address: 'hooks', secret: 'short' } });
    expect(short.status).toBe(422);
    expect(short.body.problems.map(({ path }: { readonly path: string }) => path)).toEqual(['/address', '/secret']);
    const elsewhere = await set(xiguan.administrator, { data: { address: 'http://127.0.0.1:5432/', secret } });
    expect(elsewhere.body.problems).toMatchObject([
      { path: '/address', zh: expect.stringMatching(/不在运维人员允许外发的名单里/) },
    ]);
    expect(await webhook()).toMatchObject({ active: false, revision: 0 });
  });

  it('hold in the area and below, and a secret never comes back', async () => {
    expect((await set(xiguan.administrator, { data: { address, secret } })).status).toBe(200);
    expect(await webhook()).toMatchObject({ active: true, data: { address }, keptSecrets: ['secret'], revision: 1 });
    expect(await webhook(xiguan.grid01)).toMatchObject({ active: true, setIn: { name: '西关街道' }, revision: 0 });
    const everything = await door.ask(xiguan.administrator, 'GET', '/api/plugins');
    expect(everything.text).not.toContain(secret);
    const rows = await door.street.rows('select settings, secrets from plugin_setting');
    expect(JSON.stringify(rows)).not.toContain(secret);
    const { context } = door.street;
    const inForce = await context.database.read((tx) => settingsInForce(context, tx, xiguan.grid01, 'webhook'));
    expect(inForce).toEqual({ active: true, settings: { address, secret, withReporter: false } });
  });

  it('keep a secret that is not typed again, also when an area below has its own', async () => {
    expect((await set(xiguan.administrator, { revision: 1, data: { address: `${address}/2` } })).status).toBe(200);
    expect((await set(xiguan.administrator, { data: { address: `${address}/3` } }, xiguan.community)).status).toBe(200);
    const { context } = door.street;
    const inForce = (area: string) => context.database.read((tx) => settingsInForce(context, tx, area, 'webhook'));
    expect(await inForce(xiguan.otherCommunity)).toMatchObject({ settings: { address: `${address}/2`, secret } });
    expect(await inForce(xiguan.grid01)).toMatchObject({ settings: { address: `${address}/3`, secret } });
  });

  it('are not overwritten by somebody who saw older ones', async () => {
    const late = await set(xiguan.administrator, { revision: 1, data: { address } });
    expect([late.status, late.body.code]).toEqual([409, 'plugin-changed']);
    expect((await webhook()).data.address).toBe(`${address}/2`);
  });

  it('stay when the plugin is switched off, and every change is in the audit without a value', async () => {
    await set(xiguan.administrator, { revision: 2, active: false });
    expect(await webhook()).toMatchObject({
      active: false,
      data: { address: `${address}/2` },
      keptSecrets: ['secret'],
    });
    const lines = await door.street.rows<{ action: string; subject: string }>(
      `select action, subject_id as subject from audit where subject_kind = 'plugin' order by id`,
    );
    expect(lines.map(({ action }) => action)).toEqual([
      'plugin-switched-on',
      'plugin-set',
      'plugin-set',
      'plugin-switched-off',
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/hooks|canary/);
  });

  it('are not for a plugin nobody installed', async () => {
    const none = await door.ask(xiguan.administrator, 'PUT', '/api/plugins/none', {
      area: xiguan.street,
      active: true,
      revision: 0,
    });
    expect([none.status, none.body.code]).toEqual([404, 'plugin-unknown']);
  });
});
