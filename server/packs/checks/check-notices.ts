import { noticePlaceholders, type ProcessPart } from '../../kernel/release/process-contract.ts';
import type { NoticeFile } from '../../kernel/release/definitions.ts';
import type { CompiledDefinitions } from '../../kernel/compilation/compile-definitions.ts';
import { errorAt, warningAt, type PackFault } from '../../kernel/compilation/pack-fault.ts';
import type { Written } from '../../kernel/compilation/pack-definitions.ts';

/** Notices: every placeholder can be filled in wherever the notice is sent from, and each is sent from somewhere. */
export function checkNotices(compiled: CompiledDefinitions): readonly PackFault[] {
  return compiled.definitions.notices.flatMap((notice) => {
    const parts = partsThatSend(compiled, notice.value.id);
    if (parts.length === 0) {
      return [
        warningAt(notice, 'notice-unused', {
          zh: `没有地方用到通知模板「${notice.value.title}」。`,
          en: `The notice "${notice.value.title}" is sent from nowhere.`,
        }),
      ];
    }
    const known = noticePlaceholders[parts[0] ?? 'case'].filter((name) =>
      parts.every((part) => noticePlaceholders[part].includes(name)),
    );
    return [...checkText(notice, 'title', known), ...checkText(notice, 'text', known)];
  });
}

function partsThatSend(compiled: CompiledDefinitions, notice: string): readonly ProcessPart[] {
  const fromLadder = compiled.definitions.ladders.some((ladder) =>
    ladder.value.rungs.some((rung) => rung.notice === notice),
  );
  const fromProcesses = [...compiled.processes.values()].flatMap((process) => {
    const sends = [...process.executable.nodes.values()].some(
      (node) => node.type === 'serviceTask' && node.headers['notice'] === notice,
    );
    return sends && process.part !== null ? [process.part] : [];
  });
  return [...(fromLadder ? ['ladder' as const] : []), ...fromProcesses];
}

function checkText(
  notice: Written<NoticeFile>,
  field: 'title' | 'text',
  known: readonly string[],
): readonly PackFault[] {
  const text = notice.value[field];
  const used = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '');
  const offered = known.map((one) => `{${one}}`).join(' ');
  const unknown = [...new Set(used)].filter((name) => !known.includes(name)).map((name) => `{${name}}`);
  const unpaired = /[{}]/.exec(text.replaceAll(/\{[^{}]*\}/g, ''))?.[0];
  return [...unknown, ...(unpaired === undefined ? [] : [unpaired])].map((said) =>
    errorAt(
      notice,
      'notice-placeholder-unknown',
      {
        zh: `通知里的 ${said} 填不出来。可以用：${offered}。`,
        en: `${said} cannot be filled in. You may use: ${offered}.`,
      },
      `/${field}`,
    ),
  );
}
