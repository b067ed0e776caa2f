import { afterEach, describe, expect, it } from 'vitest';
import { areaName } from '../../server/application/plugins/subject-for-plugin.ts';
import type { Area } from '../../server/kernel/organization/organization.ts';
import type { PluginManifest } from '../../server/kernel/release/plugin-manifest.ts';
import { pluginWorkOnce } from '../../server/jobs/plugin-lanes.ts';
import { openStreet, type Street } from '../application/street.ts';
import { answeredCase, setUp } from './answered-case.ts';
import { hostOf, plain, type Planted } from './planted-plugins.ts';

// The demo street sends the outcome of a case with `webhook:send`; here somebody else's plugin of that name does it.

const send = { name: 'send', title: plain.title, parts: ['case'] as const, outputs: { answer: 1 } };
const adds: PluginManifest['adds'] = { ...plain.adds, jobs: [send] };

let street: Street | null = null;
afterEach(async () => {
  await street?.close();
  street = null;
});

async function streetWith(planted: Planted): Promise<Street> {
  const host = await hostOf({ webhook: { manifest: { adds }, ...planted } });
  street = await openStreet({ plugins: host });
  await street.passTime('2026-09-07T01:00:00.000Z');
  return street;
}

const doing = (body: string): string => `export const plugin = { jobs: { send: async (job, tools) => { ${body} } } };`;

async function incidentOf(given: Street, id: string): Promise<unknown> {
  const [row] = await given.rows(
    `select c.status, c.stage, i.code, i.zh, i.en from case_record c left join incident i on i.instance_id = c.instance_id where c.id = $1`,
    id,
  );
  return row;
}

describe('a job of a plugin', () => {
  it('that fails is tried as often as the step says, and then the case stands still with a sentence', async () => {
    const given = await streetWith({ server: doing(`throw new Error('no paper');`) });
    await setUp(given, 'webhook', {});
    const id = await answeredCase(given);
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      await given.settle();
      const [job] = await given.rows<{ attempts: number; error: string }>(
        'select attempts, last_error as error from job',
      );
      expect(job).toEqual({ attempts: attempt, error: 'Plugin "webhook": It failed: no paper' });
      await given.advance(60_000);
    }
    await given.settle();
    expect(await incidentOf(given, id)).toMatchObject({
      status: 'open',
      stage: 'feedback',
      code: 'plugin-failed',
      zh: expect.stringMatching(/^插件「webhook」运行出错。请/),
    });
    expect(await given.rows('select 1 from job')).toEqual([]);
  });

  it('that says trying again is of no use is not tried again', async () => {
    const given = await streetWith({
      server: doing(`return { outcome: 'failed', message: { zh: '编号不对', en: 'wrong number' }, retry: false };`),
    });
    await setUp(given, 'webhook', {});
    const id = await answeredCase(given);
    await given.settle();
    expect(await incidentOf(given, id)).toMatchObject({
      code: 'plugin-failed',
      zh: expect.stringMatching(/^编号不对。请/),
      en: expect.stringMatching(/^wrong number\. /),
    });
  });

  it('fails where the plugin is off, unless its plugin.json says that the step is passed then', async () => {
    const given = await streetWith({ server: doing(`return { outcome: 'completed' };`) });
    const id = await answeredCase(given);
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await given.settle();
      await given.advance(60_000);
    }
    expect(await incidentOf(given, id)).toMatchObject({
      code: 'plugin-off',
      zh: '插件「试」在「西关 01 网格」没有启用。请管理员在“插件”里启用，再重试这一步。',
    });
  });

  it('reads the variables and forms its rights name, and of the rest nothing', async () => {
    const told = `await tools.fetch('https://x').catch(() => 0); return { outcome: 'completed', variables: { answer: { ...job, tools: Object.keys(tools) } } };`;
    const given = await streetWith({
      manifest: { adds, rights: { variables: ['case'], subjects: ['case'], forms: ['feedback'] } },
      server: doing(told),
    });
    await setUp(given, 'webhook', {});
    const id = await answeredCase(given);
    await given.settle();
    const [row] = await given.rows<{ answer: Record<string, unknown> }>(
      `select state -> 'root' -> 'variables' -> 'answer' as answer from process_instance where subject_id = $1`,
      id,
    );
    expect(Object.keys(row?.answer['variables'] as object)).toEqual(['case']);
    expect(row?.answer['subject']).toMatchObject({ id, personal: null, submissions: [{ form: 'feedback' }] });
    expect(JSON.stringify(row)).not.toMatch(/赵先生|13800000001/);
  });

  it('reads nothing without rights', async () => {
    const given = await streetWith({
      server: doing(
        `return { outcome: 'completed', variables: { answer: [job.subject, job.variables, job.area.name] } };`,
      ),
    });
    await setUp(given, 'webhook', {});
    const id = await answeredCase(given);
    await given.settle();
    const rows = await given.rows<{ answer: unknown }>(
      `select state -> 'root' -> 'variables' -> 'answer' as answer from process_instance where subject_id = $1`,
      id,
    );
    expect(rows).toEqual([{ answer: [null, {}, '西关 01 网格'] }]);
  });

  it('wants one thing sent, however often it ran', async () => {
    const given = await streetWith({
      server: doing(`return { outcome: 'completed', send: [{ channel: 'out', body: { n: 1 } }, { channel: 'out' }] };`),
    });
    await setUp(given, 'webhook', {});
    await answeredCase(given);
    await given.settle();
    const causes = await given.rows<{ cause: string }>('select cause from plugin_delivery order by cause');
    expect(causes.map(({ cause }) => cause)).toEqual([
      expect.stringMatching(/^job [0-9a-f-]{36}\.\d+\.1 0$/),
      expect.stringMatching(/^job [0-9a-f-]{36}\.\d+\.1 1$/),
    ]);
  });
});

describe('a channel for notices', () => {
  it('gets every notice of the areas where the plugin is on, with those who hold the post where it may know them', async () => {
    const given = await streetWith({
      manifest: { adds: { ...adds, jobs: [{ ...send, whenOff: 'pass' }] }, rights: { people: true } },
      server: `export const plugin = { jobs: { send: () => ({ outcome: 'completed' }) }, channels: {
        tell: ({ content }, tools) => ({ outcome: 'sent', answer: content.title + ' → ' + content.to.position.title + ' ' + content.to.people.map((one) => one.name).join() }),
      } };`,
    });
    await given.passTime('2026-09-08T01:00:00.000Z');
    expect(await given.rows('select 1 from plugin_delivery')).toEqual([]);
    await setUp(given, 'webhook', {});
    // The monthly meeting is called some days before; everybody who takes part is told.
    await given.passTime('2026-10-10T01:00:00.000Z');
    while (await pluginWorkOnce(given.context));
    const sent = await given.rows<{ zh: string; told: number }>(
      `select result_zh as zh, (select count(*)::int from notification) as told from plugin_delivery where state = 'sent' and channel = 'tell'`,
    );
    expect(sent).toHaveLength(sent[0]?.told ?? -1);
    expect(sent.map(({ zh }) => zh)).toContainEqual(expect.stringMatching(/^对方答复 .+ → .+ \p{Script=Han}+/u));
  });
});

describe('an area that plugins are told of', () => {
  it('is called as it is today, and after its end as it was called last', () => {
    const called = (code: string, name: string): Area => ({ code, name, type: 'grid', parent: null });
    const live = {
      area: (code: string) => (code === 'g2' ? called('g2', '西关 02 网格（新）') : undefined),
      ended: new Map([['g1', called('g1', '西关 01 网格')]]),
    };
    expect(['g1', 'g2', 'g3'].map((code) => areaName(live, code).name)).toEqual([
      '西关 01 网格',
      '西关 02 网格（新）',
      'g3',
    ]);
  });
});
