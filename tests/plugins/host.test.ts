import { afterEach, describe, expect, it } from 'vitest';
import type { PluginHost } from '../../server/application/plugins/plugin-host.ts';
import type { JobOutcome } from '../../server/plugins/contract.ts';
import { hostOf, job, type Planted } from './planted-plugins.ts';

const good: Planted = {
  server: `export const plugin = { jobs: { do: (job) => ({ outcome: 'completed', variables: { answer: job.attempt } }) } };`,
};

const open: PluginHost[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((host) => host.stop()));
});

async function hostWith(plugins: Readonly<Record<string, Planted>>) {
  const host = await hostOf(plugins);
  open.push(host);
  return host;
}

function run(host: PluginHost, plugin = 'bad'): Promise<JobOutcome> {
  return host.runJob({ plugin, name: 'do', argument: job, settings: {} });
}

/** A plugin whose job is this function. */
const doing = (body: string): Planted => ({
  server: `export const plugin = { jobs: { do: async (job, tools) => { ${body} } } };`,
});

describe('a plugin that goes wrong fails whoever asked it, with a sentence, and nobody else', () => {
  const wrong: readonly (readonly [string, Planted, RegExp])[] = [
    ['throws while it is loaded', { server: `throw new Error('not today');` }, /not today/],
    ['is no TypeScript', { server: 'export const plugin = {{{' }, /could not be loaded/],
    ['exports no plugin', { server: 'export const jobs = {};' }, /exports no ServerPlugin/],
    ['lacks the handler', { server: 'export const plugin = { jobs: {} };' }, /no "do"/],
    ['throws in its handler', doing(`throw new Error('out of paper');`), /out of paper/],
    [
      'throws later, outside of its handler',
      doing(`setTimeout(() => { throw new Error('late'); }); await new Promise(() => {});`),
      /stopped meanwhile/,
    ],
    ['never answers', doing('await new Promise(() => {});'), /did not answer within 0\.4 seconds/],
    ['never rests', doing('for (;;);'), /did not answer within 0\.4 seconds/],
    ['eats memory', doing('const kept = []; for (;;) kept.push(new Array(1e6).fill(1.5));'), /stopped|did not answer/],
    ['ends its thread', doing('process.nextTick(() => { throw 1; }); await new Promise(() => {});'), /stopped/],
    ['answers with nothing', doing('return undefined;'), /outcome/],
    ['answers with a function', doing('return () => 1;'), /outcome/],
    ['answers with a circle', doing('const a = {}; a.a = a; return a;'), /circular/i],
    [
      'sets a variable it does not declare',
      doing(`return { outcome: 'completed', variables: { case: 1 } };`),
      /"case" is no output/,
    ],
    [
      'answers with a book',
      doing(`return { outcome: 'completed', variables: { answer: 'x'.repeat(70000) } };`),
      /larger than/,
    ],
    [
      'answers with a library',
      doing(`return { outcome: 'completed', variables: { answer: 'x'.repeat(1e6) } };`),
      /longer than/,
    ],
    [
      'sends through a channel it does not have',
      doing(`return { outcome: 'completed', send: [{ channel: 'away' }] };`),
      /no channel/,
    ],
    ['floods', doing(`return { outcome: 'completed', send: Array(21).fill({ channel: 'out' }) };`), /at most 20/],
    ['fails without a word', doing(`return { outcome: 'failed', retry: true };`), /sentence/],
    [
      'asks the network it did not declare',
      doing(`return tools.fetch('https://example.com/').then(() => ({ outcome: 'completed' }));`),
      /PLUGIN_HOSTS/,
    ],
    ['uses the network of the platform', doing('await fetch("https://example.com/");'), /fetch is not/],
    [
      'imports the network',
      { server: `import 'node:http'; export const plugin = { jobs: { do: () => ({ outcome: 'completed' }) } };` },
      /may not import node:http/,
    ],
    ['imports files later', doing(`await import('fs/promises'); return { outcome: 'completed' };`), /may not import/],
    [
      'imports the program',
      { server: `import '${new URL('../../server/main.ts', import.meta.url).href}'; export const plugin = {};` },
      /own folder/,
    ],
    [
      'imports what it writes',
      doing(`await import('data:text/javascript,1'); return { outcome: 'completed' };`),
      /own folder/,
    ],
    [
      'asks for a built-in by another way',
      doing(`process.getBuiltinModule('fs'); return { outcome: 'completed' };`),
      /not a function/,
    ],
    [
      'reads the environment',
      doing(
        `return { outcome: 'failed', message: { zh: 'x', en: process.env.PATH ?? 'nothing there' }, retry: true };`,
      ),
      /nothing there/,
    ],
  ];

  it.each(wrong)('one that %s', async (_what, planted, sentence) => {
    const host = await hostWith({ bad: planted, good });
    const [failed, other] = await Promise.all([run(host), run(host, 'good')]);
    expect(failed).toMatchObject({ outcome: 'failed', retry: true });
    expect(failed.outcome === 'failed' && `${failed.message.en} ${failed.detail}`).toMatch(sentence);
    expect(failed.outcome === 'failed' && failed.message.zh).toMatch(/\p{Script=Han}|x/u);
    expect(other).toEqual({ outcome: 'completed', variables: { answer: 1 }, send: [] });
  });
});

describe('the host', () => {
  it('starts a thread again after it was ended, until it ends too often', async () => {
    const host = await hostWith({ bad: doing(`if (job.attempt === 1) for (;;); return { outcome: 'completed' };`) });
    await run(host);
    const again = await host.runJob({ plugin: 'bad', name: 'do', argument: { ...job, attempt: 2 }, settings: {} });
    expect(again.outcome).toBe('completed');
    for (let time = 0; time < 4; time += 1) await run(host);
    const resting = await run(host);
    expect(resting.outcome === 'failed' && resting.message.en).toMatch(/rests for a minute/);
  });

  it('lets one plugin have fifty things to do at once, not more', async () => {
    const host = await hostWith({ bad: doing('await new Promise(() => {});') });
    const outcomes = await Promise.all(Array.from({ length: 60 }, () => run(host)));
    const busy = outcomes.filter((one) => one.outcome === 'failed' && /more than 50/.test(one.message.en));
    expect(busy).toHaveLength(10);
  });

  it('hands over the settings, and takes lines for the log, shortened and counted', async () => {
    const host = await hostWith({
      bad: doing(
        `for (let i = 0; i < 100; i++) tools.log('x'.repeat(999)); return { outcome: 'completed', variables: { answer: tools.settings.colour } };`,
      ),
    });
    const outcome = await host.runJob({ plugin: 'bad', name: 'do', argument: job, settings: { colour: 'red' } });
    expect(outcome).toMatchObject({ variables: { answer: 'red' } });
    expect(host.said).toHaveLength(20);
    expect(host.said[0]).toEqual({ plugin: 'bad', message: 'a plugin says' });
  });

  it('says of each plugin whether it is ready, and what it lacks', async () => {
    const whole = `export const plugin = { jobs: { do() {} }, channels: { out() {}, tell() {} }, rules: { pick() {} } };`;
    const host = await hostWith({ whole: { server: whole }, half: good });
    expect(await host.stateOf('whole')).toEqual({ state: 'ready' });
    expect(await host.stateOf('half')).toMatchObject({ state: 'failed', sentence: { en: /lacks channels\.out/ } });
    expect(await host.stateOf('none')).toMatchObject({ state: 'failed', sentence: { en: /not installed/ } });
  });

  it('takes from a rule a holder or nothing', async () => {
    const rule = (answer: string): Planted => ({
      server: `export const plugin = { rules: { pick: () => ${answer} } };`,
    });
    const host = await hostWith({ first: rule(`'a'`), stranger: rule(`'z'`), nobody: rule('null'), broken: rule('x') });
    const question = {
      post: 'grid-head',
      area: job.area,
      holders: ['a', 'b'].map((person) => ({ person, kind: 'formal' as const, openUserTasks: 0 })),
      step: { id: 'handle', title: '处理', dueAt: null },
      subject: null,
      settings: {},
    };
    const ask = (plugin: string) => host.choose({ plugin, name: 'pick', argument: question, settings: {} });
    expect(await Promise.all(['first', 'stranger', 'nobody', 'broken'].map(ask))).toEqual(['a', null, null, null]);
  });
});
