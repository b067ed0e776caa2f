import type { Installation } from '../releases/install-pack.ts';
import type { OperationOutcome } from './terminal-operations.ts';

/** What became of a pack, for who installed it. */
export function installationWords(pack: string, installed: Installation): OperationOutcome {
  if (installed.outcome === 'faulty') {
    const lines = installed.faults.slice(0, 20);
    return {
      ok: false,
      zh: `配置包「${pack}」有 ${installed.faults.length} 个问题，没有安装：\n${lines.map((fault) => `  ${fault.file} ${fault.place} ${fault.zh}`).join('\n')}`,
      en: `The pack "${pack}" has ${installed.faults.length} faults and was not installed:\n${lines.map((fault) => `  ${fault.file} ${fault.place} ${fault.en}`).join('\n')}`,
      answer: installed.faults.map((fault) => ({ ...fault })),
    };
  }
  const { outcome, area, version } = installed;
  const words = {
    published: [
      `已在 ${area} 发布「${pack}」${version}，现在起生效。`,
      `Published "${pack}" ${version} at ${area}; it holds from now on.`,
    ],
    upgraded: [
      `已在 ${area} 升级「${pack}」，发布为 ${version}；两边都改过的，保留了本地的。`,
      `Upgraded "${pack}" at ${area}, published as ${version}; where both had changed something, the area's own stayed.`,
    ],
    offered: [
      `「${pack}」${version} 已放好，还没有生效。请在页面的“配置 › 升级”里逐条看，再发布；加 --yes 可直接升级。`,
      `"${pack}" ${version} is offered and does not hold yet. Read it in the studio (configuration, upgrade) and publish; --yes upgrades at once.`,
    ],
    'already-there': [
      `${area} 用的就是「${pack}」${version}，不用安装。`,
      `${area} runs on "${pack}" ${version} already; there is nothing to do.`,
    ],
    'not-newer': [
      `${area} 已有「${pack}」，${version} 不比它新，没有安装。请先把 pack.json 的 version 改大。`,
      `${area} has "${pack}" already and ${version} is not newer, so it was not installed. Raise the version in pack.json first.`,
    ],
  } as const satisfies { readonly [name in typeof outcome]: readonly [string, string] };
  const [zh, en] = words[outcome];
  return { ok: outcome !== 'not-newer', zh, en, answer: { outcome, area, version } };
}
