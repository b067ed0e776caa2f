import type { Sentence } from './contract.ts';

/** Ways in which a plugin fails whoever asked it, as sentences. `{…}` stands for a detail. */
const sentences = {
  'plugin-not-loaded': { zh: '没能装入：{why}', en: 'It could not be loaded: {why}' },
  'plugin-slow-to-load': {
    zh: '装入超过 10 秒，已停止。',
    en: 'It took more than 10 seconds to load and was stopped.',
  },
  'plugin-threw': { zh: '运行出错：{why}', en: 'It failed: {why}' },
  'plugin-slow': {
    zh: '超过 {seconds} 秒没有答复，已停止。',
    en: 'It did not answer within {seconds} seconds and was stopped.',
  },
  'plugin-stopped': { zh: '运行中被停止，会再试。', en: 'It was stopped meanwhile; this is tried again.' },
  'plugin-busy': {
    zh: '同时要它做的事超过 {most} 件，稍后再试。',
    en: 'It has more than {most} things to do at once.',
  },
  'plugin-crashing': {
    zh: '一分钟内停止了多次，先停用一分钟。',
    en: 'It stopped several times within a minute, so it rests for a minute.',
  },
  'plugin-nonsense': { zh: '答复不合约定：{why}', en: 'Its answer does not keep the contract: {why}' },
} satisfies Readonly<Record<string, Sentence>>;

type PluginFault = keyof typeof sentences;

/** A plugin failed whoever asked it. */
export class PluginFailure extends Error {
  readonly code: PluginFault;
  /** What happened, without the plugin's name. */
  readonly sentence: Sentence;
  /** The same without what a machine said of it. */
  readonly plain: Sentence;

  constructor(code: PluginFault, details: { readonly [name: string]: string | number } = {}) {
    const filled = (text: string): string =>
      text.replaceAll(/\{(\w+)\}/g, (all, name: string) => String(details[name] ?? all));
    const { zh, en } = sentences[code];
    super(filled(en));
    this.name = 'PluginFailure';
    this.code = code;
    this.sentence = { zh: filled(zh), en: filled(en) };
    this.plain = { zh: filled(withoutWhy(zh, '。')), en: filled(withoutWhy(en, '.')) };
  }
}

function withoutWhy(text: string, stop: string): string {
  return text.replace(/[：:] ?\{why\}$/, stop);
}
